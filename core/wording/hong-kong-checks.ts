import { finding, type Check } from './check.ts';
import type { Segment } from './segment.ts';
import type { Term, Termbase } from './term.ts';

/** Characters that Traditional texts hold legitimately although script tables also give them another form (皇后, 茶几, 里昂, 車厘子). */
const BOTH_SCRIPTS = '后里面只谷干台松斗云丑冬卷咸几系制准志折余沈仆表征曲游周板布回出了才于吁占向合同呆困夸家岳帘弦当念挽摆杯注涂炼烟舍芸虫辟郁采钟雇霉万与价众优伙体佣借克党冲凌别刮别划胜升厂卜卤历参发台叶号吃听吊托挂暗柜栗范咽胡须奸姜着群峰床线伪为吓岩强晒污秋秘粽糊绣绷脚厘庵痴痱蔑灶熏裸证踪哗雕羡酸鲶啮却厨桌峰痹恒捷秆秧脊腌卧妆';

/** Traditional text for Hong Kong or Macau: no Simplified characters, no word that only the Mainland or Taiwan uses where the termbase has the local one. */
export function checkHongKong(segments: readonly Segment[], target: string, terms: Termbase): Check[] {
  const simplified = [...new Set(target)].filter((character) => /\p{Script=Han}/u.test(character) && !BOTH_SCRIPTS.includes(character) && terms.script.toHongKong(character) !== character && terms.script.toSimplified(character) === character);
  const wrong = segments.flatMap((segment) => (segment.kind === 'term' ? wrongWords(segment.term, target) : []));
  return [...(simplified.length === 0 ? [] : [finding('simplified', 'blocking', simplified.join(''))]), ...wrong];

  function wrongWords(term: Term, text: string): Check[] {
    const { hk } = term;
    if (hk === null) return [];
    const mainland = terms.script.toHongKong(term.zh);
    const candidates = [...term.avoid.filter((word) => /\p{Script=Han}/u.test(word)), mainland].filter((word) => !hk.includes(word) && word !== hk);
    return candidates.filter((word) => text.includes(word) && !text.includes(hk)).map((word) => finding('terminology', 'major', word, null, hk));
  }
}
