/**
 * What a cohort looks for. It looks for goods that are distinctive (own design, craft, patents, people writing about
 * them, buyers coming back), never for selling experience: product count, order count and shop kind carry no weight.
 */
export type SelectionPolicy = Readonly<{
  /** How many merchants the cohort takes at most. */
  places: number;
  /** Points (0 to 100) a merchant must reach. */
  minimumScore: number;
  /** How much each sign counts, 0 to 10. */
  weights: Readonly<Record<Sign, number>>;
  /** A merchant with more refunds than this, in parts per million of its orders, is not picked. */
  refundsPpmMax: number;
}>;

/** The signs of distinctiveness a policy can weigh. */
export const SIGNS = ['originalDesign', 'craft', 'patents', 'noteMentions', 'repeatBuyers'] as const;
export type Sign = (typeof SIGNS)[number];

/** What is known about a merchant when a cohort is filled. Null is not known, and neither helps nor harms. */
export type Candidate = Readonly<{
  merchantId: string;
  kind: string;
  productCount: number;
  domesticOrders: number;
  /** True when the goods are the merchant's own design. */
  originalDesign: boolean | null;
  /** True when the goods are made by a named craft or by hand. */
  craft: boolean | null;
  /** Design and invention patents on file. */
  patents: number | null;
  /** Notes by others that mention the shop's goods. */
  noteMentions: number | null;
  /** Share of buyers who bought again; null without orders. */
  repeatBuyersPpm: number | null;
  /** Share of orders refunded for quality; null without orders. */
  refundsPpm: number | null;
  joinedDaysAgo: number;
}>;

/** A sign which, shown in full, would lift the candidate: `score` is what it would have then. */
export type Lift = Readonly<{ sign: Sign; score: number }>;

/**
 * Where a counted sign is full, set by the marketplace on 2026-11-23: two patents, twenty mentions or three buyers in
 * ten coming back say as much as more of them would, so that size cannot buy a place.
 */
export const FULL_AT = { patents: 2, noteMentions: 20, repeatBuyersPpm: 300_000 } as const;

/** How strongly a sign shows, in parts per million; null when it is not known. */
export function signPpm(candidate: Candidate, sign: Sign): number | null {
  switch (sign) {
    case 'originalDesign':
      return candidate.originalDesign === null ? null : Number(candidate.originalDesign) * 1_000_000;
    case 'craft':
      return candidate.craft === null ? null : Number(candidate.craft) * 1_000_000;
    case 'patents':
      return sharePpm(candidate.patents, FULL_AT.patents);
    case 'noteMentions':
      return sharePpm(candidate.noteMentions, FULL_AT.noteMentions);
    case 'repeatBuyers':
      return sharePpm(candidate.repeatBuyersPpm, FULL_AT.repeatBuyersPpm);
  }
}

function sharePpm(count: number | null, fullAt: number): number | null {
  return count === null ? null : Math.floor((Math.max(0, Math.min(count, fullAt)) * 1_000_000) / fullAt);
}

/**
 * Points from 0 to 100: the weighted mean of the signs that are known, rounded down. A sign that is not known, or whose
 * weight is 0, is left out of the mean, so a newcomer without orders is measured by what can be known of it.
 */
export function scoreCandidate(candidate: Candidate, policy: SelectionPolicy): number {
  let earned = 0;
  let possible = 0;
  for (const sign of SIGNS) {
    const strength = signPpm(candidate, sign);
    if (strength === null) continue;
    earned += strength * policy.weights[sign];
    possible += 1_000_000 * policy.weights[sign];
  }
  return possible === 0 ? 0 : Math.floor((earned * 100) / possible);
}
