import type { Fact } from '../decision/decision.ts';
import type { Contradiction, FactBook } from './known-facts.ts';
import type { Finding } from './verdict.ts';

/**
 * A recorded fact that the merchant's own words deny is a finding of its own. The recorded fact has already decided;
 * what remains is to make the page say the same, so the product may sell on that condition.
 */
export function contradictionFindings(book: FactBook): Finding[] {
  return book.contradictions.map(contradictionFinding);
}

function contradictionFinding({ recorded, stated }: Contradiction): Finding {
  const words = stated.span?.text ?? String(stated.value);
  const value = shown(recorded);
  const text = {
    'zh-Hans': `页面写着“${words}”，而商品资料记录的是“${value}”。我们按商品资料判断；请核对后改一处，让两边一致。`,
    'zh-Hant': `頁面寫着「${words}」，而商品資料記錄的是「${value}」。我們按商品資料判斷；請核對後改一處，讓兩邊一致。`,
    en: `The page says “${words}” while the recorded fact is “${value}”. We went by the recorded fact; please check and change one so that both agree.`,
  };
  return {
    ruleId: `FACTS-AGREE-${recorded.fact.replaceAll(/[^a-zA-Z]+/g, '-').toUpperCase()}`,
    outcome: 'allowed_with_conditions',
    message: text,
    because: [recorded, stated],
    fix: { kind: 'edit_text', target: stated.span?.field ?? null, text },
    minimalFix: [],
    citation: 'Pilotage: recorded facts outrank words, and a page must not deny them (2026-11-23)',
    sourceUrl: null,
    evidence: [],
    owner: 'merchant',
    confidence: 'known',
  };
}

function shown(fact: Fact): string {
  return `${fact.fact}: ${String(fact.value)}`;
}
