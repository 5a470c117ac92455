import type { Reason } from '../decision/decision.ts';
import type { Market } from '../market/market.ts';

/** One thing that lies in an export parcel, with the facts measured or established at the hub. */
export type ParcelContent = Readonly<{ productId: string; sku: string; quantity: number; weightGrams: number | null; facts: Readonly<Record<string, unknown>> }>;

/** What the last look before hand-over says: may these contents lawfully go to this market by this line? */
export type ContentsAnswer = Readonly<{ lawful: boolean; reasons: readonly Reason[] }>;

/** The check itself, given by screening: transport and market rules over what really lies in the parcel. */
export type CheckContents = (contents: readonly ParcelContent[], market: Market, lineCode: string, at: string) => ContentsAnswer;
