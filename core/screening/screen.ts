import type { Reason } from '../decision/decision.ts';
import { fingerprint } from '../decision/fingerprint.ts';
import type { Market } from '../market/market.ts';
import type { Product } from '../product/product.ts';
import { compiledPack, type CompiledPack } from './compile-rule-pack.ts';
import { decideProduct, type Decided } from './decide-product.ts';
import { findMinimalFix } from './minimal-fix.ts';
import { prepareProduct, type PreparedProduct } from './prepare-product.ts';
import type { RulePack } from './rule-pack.ts';
import { prepareVariants, variantOutcomes, type PreparedVariant } from './variant-outcomes.ts';
import { isOpen, type Finding, type Verdict } from './verdict.ts';

/**
 * Whether a product may be exported to a market on a day (YYYY-MM-DD, or an instant whose UTC day counts), under one edition of the rules.
 * Every matching rule is kept, with the words and facts it rests on; nothing is decided by a fact nobody knows.
 */
export function screen(product: Product, market: Market, at: string, pack: RulePack): Verdict {
  const compiled = compiledPack(pack);
  const prepared = prepareProduct(product, compiled);
  return verdictOf(prepared, prepareVariants(prepared, compiled), market, at, compiled);
}

/** The verdicts of a product for several markets, in their order. Its words are read once: three markets cost little more than one. */
export function screenMarkets(product: Product, markets: readonly Market[], at: string, pack: RulePack): Verdict[] {
  const compiled = compiledPack(pack);
  const prepared = prepareProduct(product, compiled);
  const variants = prepareVariants(prepared, compiled);
  return markets.map((market) => verdictOf(prepared, variants, market, at, compiled));
}

function verdictOf(prepared: PreparedProduct, variants: readonly PreparedVariant[], market: Market, at: string, compiled: CompiledPack): Verdict {
  const { product } = prepared;
  const { edition } = compiled.pack;
  const day = at.slice(0, 10);
  const decided = decideProduct(prepared, market, day, compiled);
  const minimalFix = isOpen(decided.outcome) ? [] : findMinimalFix(prepared, market, day, compiled, decided);
  const findings = decided.findings.map((finding) => (isOpen(finding.outcome) ? finding : { ...finding, minimalFix }));
  return {
    outcome: decided.outcome,
    market,
    findings,
    questions: decided.questions,
    transport: decided.transport,
    minimalFix,
    variants: variantOutcomes(variants, market, day, compiled),
    reasons: reasonsOf(findings, compiled.pack, decided),
    edition,
    at,
    inputsHash: fingerprint({ product, market, at, edition }),
  };
}

/** Findings in the shape every decision shares. What is satisfied needs no reason. */
function reasonsOf(findings: readonly Finding[], pack: RulePack, decided: Decided): Reason[] {
  const asOf = new Map(decided.judgements.map(({ rule }) => [rule.id, rule.asOf]));
  return findings
    .filter((finding) => finding.outcome !== 'allowed')
    .map((finding) => ({
      code: finding.ruleId,
      text: finding.message,
      because: finding.because,
      source: { citation: finding.citation, url: finding.sourceUrl, asOf: asOf.get(finding.ruleId) ?? pack.edition },
      fix: finding.fix,
      owner: finding.owner,
    }));
}
