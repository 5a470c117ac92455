import { z } from 'zod';
import { variantOutcome } from '#contract/screening.ts';
import type { listingShape, priceLine, question, quoteShape, verdictShape, wordingShape } from '#contract/listings.ts';
import { factShape, localText, moneyShape, reasonShape, sourceRef } from '#contract/shapes.ts';
import { QUEUE_ANSWER_HOURS } from '#core/decision/decision.ts';
import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { IdOf } from '#core/ids/id.ts';

/** Stored decisions in the shapes of the contract. What is stored is what core answered, as canonical JSON. */

export type VerdictShape = z.output<typeof verdictShape>;
export type WordingShape = z.output<typeof wordingShape>;
export type QuoteShape = z.output<typeof quoteShape>;
export type ListingShape = z.output<typeof listingShape>;

const text = localText;
const step = z.looseObject({ kind: z.string(), target: z.string().nullable(), text });
const storedFinding = z.looseObject({
  ruleId: z.string(), outcome: z.string(), message: text, because: z.array(factShape), fix: step.nullable(), minimalFix: z.array(step), citation: z.string(), sourceUrl: z.string().nullable(), evidence: z.array(z.string()),
  owner: reasonShape.shape.owner,
});
const storedVerdict = z.looseObject({
  market: z.enum(['US', 'HK', 'MO']), outcome: z.enum(['allowed', 'allowed_with_conditions', 'needs_facts', 'needs_review', 'blocked']), findings: z.array(storedFinding),
  questions: z.array(z.looseObject({ fact: z.string(), ask: text, options: z.array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]), text })).optional() })),
  transport: z.array(z.looseObject({ ruleId: z.string(), message: text })), variants: z.array(variantOutcome).default([]), edition: z.string(), at: z.string(),
});

/** Facts that are a number, with the unit asked for; the rest are text. */
const UNITS: Readonly<Record<string, string>> = { weightGrams: 'g', lengthMm: 'mm', widthMm: 'mm', heightMm: 'mm', liquidMl: 'ml', powderGrams: 'g', minimumAgeMonths: 'months', bladeMm: 'mm', 'battery.wattHours': 'Wh', alcoholPercent: '%' };
const YES_NO = new Set(['aerosol', 'magnet', 'radio', 'laser', 'brandAuthorised']);

function presentQuestion(asked: z.output<typeof storedVerdict>['questions'][number]): z.output<typeof question> {
  const options = (asked.options ?? []).map((option) => ({ value: option.value, text: option.text }));
  const unit = UNITS[asked.fact] ?? null;
  const input = options.length > 0 ? 'choice' : unit !== null ? 'number' : YES_NO.has(asked.fact) ? 'yes_no' : 'text';
  return { fact: asked.fact, ask: asked.ask, input, unit, options };
}

/** A verdict, stored or just decided. */
export function presentVerdict(body: unknown): Omit<VerdictShape, 'id'> {
  const verdict = storedVerdict.parse(JSON.parse(canonicalJson(body)));
  return {
    market: verdict.market, outcome: verdict.outcome, edition: verdict.edition, at: verdict.at, questions: verdict.questions.map(presentQuestion),
    transport: verdict.transport.map((limit) => ({ text: limit.message, ruleId: limit.ruleId })),
    variants: verdict.variants,
    findings: verdict.findings.map((finding) => ({
      ruleId: finding.ruleId, outcome: finding.outcome, text: finding.message, because: finding.because, fix: finding.fix?.text ?? null, minimalFix: finding.minimalFix.map(({ kind, target, text: words }) => ({ kind, target, text: words })),
      citation: finding.citation, sourceUrl: finding.sourceUrl, evidence: finding.evidence, owner: finding.owner, answerHours: QUEUE_ANSWER_HOURS[finding.owner],
    })),
  };
}

const storedLine = z.looseObject({ code: z.string(), label: text, amount: moneyShape, basis: z.string().nullable().optional(), source: sourceRef.nullable().optional() });
const storedQuote = z.looseObject({
  outcome: z.enum(['quoted', 'held']), reasons: z.array(reasonShape), buyer: z.object({ total: moneyShape, lines: z.array(storedLine) }).nullable(), merchant: z.object({ payout: moneyShape, lines: z.array(storedLine) }).nullable(),
  line: z.looseObject({ code: z.string() }).nullable(), edition: z.string(), at: z.string(), validUntil: z.string().nullable(),
});

/** One price line as it is shown. */
export function presentLine(line: z.output<typeof storedLine>): z.output<typeof priceLine> {
  return { code: line.code, label: line.label, amount: line.amount, basis: line.basis ?? null, source: line.source ?? null };
}

/** A quote, stored or just decided. */
export function presentQuote(body: unknown, hts: string | null, variantId: IdOf<'variant'> | null): Omit<QuoteShape, 'id'> {
  const quote = storedQuote.parse(JSON.parse(canonicalJson(body)));
  return {
    variantId, outcome: quote.outcome, reasons: quote.reasons, hts, line: quote.line?.code ?? null, edition: quote.edition, at: quote.at, validUntil: quote.validUntil,
    buyer: quote.buyer === null ? null : { total: quote.buyer.total, lines: quote.buyer.lines.map(presentLine) },
    merchant: quote.merchant === null ? null : { payout: quote.merchant.payout, lines: quote.merchant.lines.map(presentLine) },
  };
}

const storedWording = z.looseObject({
  to: z.enum(['en-US', 'zh-Hant-HK', 'zh-Hant-MO', 'pt-MO', 'zh-Hans']), title: z.string(), bullets: z.array(z.string()), description: z.string().nullable(), attributes: z.record(z.string(), z.string()), status: z.enum(['ready', 'needs_review', 'needs_provider']),
  checks: z.array(z.looseObject({ check: z.string(), severity: z.string(), span: z.unknown(), message: z.unknown() })), provenance: z.array(z.looseObject({ segment: z.string(), by: z.string() })),
  dropped: z.array(z.looseObject({ text: z.string(), reason: z.unknown() })), edition: z.string(),
});

const SEVERITIES: Readonly<Record<string, 'block' | 'review' | 'note'>> = { blocking: 'block', major: 'review', minor: 'note' };

/** Words that may stand in three languages or in one. */
function inEnglish(words: unknown): string {
  const parsed = localText.safeParse(words);
  return parsed.success ? parsed.data.en : String(words ?? '');
}

function spanText(span: unknown): string | null {
  if (typeof span === 'string') return span;
  return typeof span === 'object' && span !== null && 'text' in span && typeof span.text === 'string' ? span.text : null;
}

/** A description made of the bullets alone says nothing that the page does not say already. */
function repeats(description: string | null, bullets: readonly string[]): boolean {
  const bare = (text: string) => text.replaceAll(/[\s.。]/g, '');
  return description === null || bare(description) === '' || bare(description) === bare(bullets.join(''));
}

/** A wording, stored or just made. */
export function presentWording(body: unknown, at: string): Omit<WordingShape, 'id'> {
  const wording = storedWording.parse(JSON.parse(canonicalJson(body)));
  return {
    locale: wording.to, title: wording.title, bullets: wording.bullets, description: repeats(wording.description, wording.bullets) ? null : wording.description, attributes: wording.attributes, status: wording.status, edition: wording.edition, at,
    checks: wording.checks.map((check) => ({ check: check.check, severity: SEVERITIES[check.severity] ?? 'note', span: spanText(check.span), message: inEnglish(check.message) })),
    provenance: wording.provenance.map(({ segment, by }) => ({ segment, by })), dropped: wording.dropped.map((one) => ({ text: one.text, reason: inEnglish(one.reason) })),
  };
}

/** Names and values of a variant's options in a wording's language; what the wording does not say stays as the merchant wrote it. */
export function optionsIn(body: unknown, sku: string, options: Readonly<Record<string, string>>): Record<string, string> {
  const { variants } = z.looseObject({ variants: z.array(z.looseObject({ sku: z.string(), options: z.record(z.string(), z.string()) })) }).parse(body);
  return variants.find((row) => row.sku === sku)?.options ?? { ...options };
}
