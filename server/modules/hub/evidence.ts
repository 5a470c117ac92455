import { canonicalJson } from '#core/decision/canonical-json.ts';
import type { Finding } from '#core/claims/evidence.ts';
import type { IdOf, MerchantId } from '#core/ids/id.ts';
import type { LocalText } from '#core/market/market.ts';
import type { Context } from '#server/platform/operation.ts';

/** Evidence as it comes about: what was seen, measured or answered, and what it shows. Claims are decided on these rows and on nothing else. */
export type NewEvidence = Readonly<{
  orderId: IdOf<'order'>;
  /** The merchant who may read it; null where it concerns none. */
  merchantId: MerchantId | null;
  claimId?: IdOf<'claim'> | null;
  kind: 'hub_measure' | 'hub_photo' | 'hub_note' | 'hub_packed' | 'handed_over' | 'tracking' | 'buyer_photo' | 'merchant_answer' | 'merchant_photo' | 'merchant_appeal' | 'return_received';
  text: LocalText;
  fileId?: IdOf<'file'> | null;
  findings: readonly Finding[];
  /** Figures beside the words, as they were taken. */
  figures?: Readonly<Record<string, unknown>>;
}>;

/** Puts evidence on file; it is never changed afterwards. */
export async function recordEvidence({ tx, at, ids }: Context, evidence: readonly NewEvidence[]): Promise<IdOf<'evidence'>[]> {
  if (evidence.length === 0) return [];
  const rows = evidence.map((one) => ({
    id: ids.next('evidence', at), orderId: one.orderId, merchantId: one.merchantId, claimId: one.claimId ?? null, kind: one.kind, text: canonicalJson(one.text), fileId: one.fileId ?? null,
    data: canonicalJson({ findings: one.findings, ...(one.figures && { figures: one.figures }) }), at,
  }));
  await tx.insertInto('evidence').values(rows).execute();
  return rows.map((row) => row.id);
}
