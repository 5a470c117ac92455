import type { HeadingPack } from '#core/classification/heading-pack.ts';
import type { ClaimPolicyPack } from '#core/claims/claim-policy.ts';
import type { Schedule } from '#core/classification/schedule.ts';
import type { PricingPacks } from '#core/pricing/pricing-packs.ts';
import type { RulePack } from '#core/screening/rule-pack.ts';
import type { Carton } from '#core/parcels/carton.ts';
import type { Termbase } from '#core/wording/term.ts';
import { loadCartons } from './cartons.ts';
import { loadClaimPolicies } from './claim-policies.ts';
import { loadHeadingPack, scheduleOf } from './headings.ts';
import { loadPricingPacks } from './pricing.ts';
import { loadRulePack } from './rules.ts';
import { loadTermbase } from './terms.ts';

/** The editions that ship with Pilotage, read once at start. Editions drafted by operators stand in the database, as changes to these. */
export type Packs = Readonly<{ rules: RulePack; headings: HeadingPack; schedule: Schedule; pricing: PricingPacks; terms: Termbase; claimPolicies: ClaimPolicyPack; cartons: readonly Carton[] }>;

/** Reads every pack. Throws, naming file and line, when one is broken: nothing may be decided by a pack that is half read. */
export function loadPacks(): Packs {
  const pricing = loadPricingPacks();
  return { rules: loadRulePack(), headings: loadHeadingPack(), schedule: scheduleOf(pricing.tariff), pricing, terms: loadTermbase(), claimPolicies: loadClaimPolicies(), cartons: loadCartons() };
}
