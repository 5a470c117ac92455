import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { CLAIM_KINDS, PARTIES, type ClaimKind, type ClaimPolicy, type ClaimPolicyPack, type FaultRule } from '#core/claims/claim-policy.ts';
import { FINDINGS } from '#core/claims/evidence.ts';
import { MARKETS } from '#core/market/market.ts';

/** Reads the claim policies of an edition: one file for each market, and `faults.yaml` for who bears what. */

const FOLDER = fileURLToPath(new URL('../../../packs/claim-policies/', import.meta.url));
const EDITION = /^\d{4}-\d{2}-\d{2}[a-z0-9-]*$/;

const day = z.iso.date();
const words = z.object({ 'zh-Hans': z.string().min(1), 'zh-Hant': z.string().min(1), en: z.string().min(1) });
const source = z.object({ citation: z.string().min(1), url: z.string().nullable(), asOf: day.nullable() });
const finding = z.enum(FINDINGS);
const ppm = z.number().int().min(0).max(1_000_000);

const terms = z.strictObject({
  windowDays: z.number().int().min(0).max(365),
  evidence: z.array(finding),
  refundPpm: ppm.min(1).transform((value) => BigInt(value)),
  right: z.string().nullable().default(null),
  goodsBack: z.boolean().default(false),
});

const policyFile = z.strictObject({
  market: z.enum(MARKETS), from: day, to: day.nullable(), source,
  decideAtOnceUpToMinor: z.number().int().min(0).transform((value) => BigInt(value)),
  // Editions before 2026-11-27 did not say these; they were kept to as they stand here.
  reviewHours: z.number().int().min(1).default(48), appealDays: z.number().int().min(0).default(14),
  returns: z.strictObject({ sendWithinDays: z.number().int().min(1), dutyFreeMonths: z.number().int().min(1) }).nullable().default(null),
  answerHours: z.number().int().min(1), reviewFromClaims: z.number().int().min(1),
  kinds: z.partialRecord(z.enum(CLAIM_KINDS), terms),
  rights: z.array(z.strictObject({ code: z.string().min(1), text: words, source })),
}).refine(({ kinds, rights }) => Object.values(kinds).every((one) => one.right === null || rights.some((right) => right.code === one.right)), { message: 'a kind names a right that is not in rights', path: ['kinds'] });

const faultRule = z.strictObject({
  when: z.array(finding).min(1, 'a fault needs at least one finding: nobody bears anything without evidence'),
  shares: z.partialRecord(z.enum(PARTIES), ppm),
}).refine(({ shares }) => Object.values(shares).reduce((total, share) => total + share, 0) === 1_000_000, { message: 'shares must add up to 1000000', path: ['shares'] });

const faultsFile = z.partialRecord(z.enum(CLAIM_KINDS), z.array(faultRule));

/** A claim policy that cannot be read. The message names file, field and expectation. */
export class ClaimPolicyError extends Error {}

function readFile<Shape extends z.ZodType>(path: string, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new ClaimPolicyError(parsed.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

/** Editions on disk, oldest first. */
export function claimPolicyEditions(folder: string = FOLDER): string[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && EDITION.test(entry.name)).map((entry) => entry.name).sort();
}

/** Reads one edition of the claim policies, by default the newest. Throws ClaimPolicyError when one is broken. */
export function loadClaimPolicies(options: Readonly<{ edition?: string; folder?: string }> = {}): ClaimPolicyPack {
  const folder = options.folder ?? FOLDER;
  const editions = claimPolicyEditions(folder);
  const edition = options.edition ?? editions.at(-1);
  if (edition === undefined || !editions.includes(edition)) throw new ClaimPolicyError(`there is no edition "${options.edition ?? ''}" of the claim policies; editions on disk: ${editions.join(', ') || 'none'}`);
  const directory = join(folder, edition);
  const faults: Partial<Record<ClaimKind, readonly FaultRule[]>> = readFile(join(directory, 'faults.yaml'), faultsFile);
  const files = readdirSync(directory).filter((name) => name.endsWith('.yaml') && name !== 'faults.yaml').sort();
  const policies = files.map((name): ClaimPolicy => ({ ...readFile(join(directory, name), policyFile), edition: `claims-${edition}`, faults }));
  return { edition: `claims-${edition}`, policies };
}
