import { z } from 'zod';

/** Rules about words, as packs/taboos holds them. */
const textRule = z
  .object({
    id: z.string().regex(/^TXT-[A-Z]+-\d{3}$/),
    markets: z.array(z.enum(['US', 'HK', 'MO', 'ALL'])).min(1),
    categories: z.array(z.string()).min(1),
    zh: z.array(z.string().min(1)).default([]),
    en: z.array(z.string().min(1)).default([]),
    unless: z.array(z.string().min(1)).default([]),
    action: z.enum(['drop', 'replace', 'hold', 'warn']),
    instead: z.object({ en: z.string(), zh: z.string() }).nullable().default(null),
    fix: z.string().min(1),
    citation: z.string().min(1),
    sourceUrl: z.string().nullable().default(null),
    asOf: z.iso.date(),
  })
  .strict();
export const textRulesFile = z.object({ rules: z.array(textRule) }).strict();

/** What a check found about a text. */
export const wordingCheck = z.object({
  check: z.string(),
  severity: z.enum(['blocking', 'major', 'minor']),
  span: z.object({ field: z.string(), start: z.number().int(), text: z.string() }).nullable(),
  message: z.string(),
  fix: z.string().nullable(),
});

/** A listing's text in one language. */
export const wordingShape = z.object({
  to: z.string(),
  title: z.string(),
  feedTitle: z.string(),
  bullets: z.array(z.string()),
  description: z.string(),
  attributes: z.record(z.string(), z.string()),
  variants: z.array(z.object({ sku: z.string(), options: z.record(z.string(), z.string()) })),
  status: z.enum(['ready', 'needs_review', 'needs_provider']),
  checks: z.array(wordingCheck),
  provenance: z.array(z.object({ segment: z.string(), by: z.enum(['glossary', 'memory', 'terms', 'script', 'provider', 'person', 'source', 'none']) })),
  dropped: z.array(z.object({ text: z.string(), reason: z.string(), rule: z.string().optional() })),
  edition: z.string(),
  inputsHash: z.string(),
});
