import { createHash } from 'node:crypto';
import type { IdOf } from '#core/ids/id.ts';
import { ok, refuse, type Result } from '#core/result.ts';
import { sniffMedia } from '#server/platform/http/media.ts';
import type { Context } from '#server/platform/operation.ts';

/** Photos and documents. Who may read one follows from its owner and row-level security. */

const FILE_BYTES_MAX = 12 * 1024 * 1024;

export type StoredFile = Readonly<{ fileId: IdOf<'file'>; mediaType: string; bytes: number }>;

/** Whose file it is: one of the two, or the station's own. An account that also shops is a buyer only where it buys. */
export type FileOwner = Readonly<{ merchantId: IdOf<'merchant'> | null; buyerId: IdOf<'buyer'> | null }>;

/** Fails with `too_large`, `unsupported_media`. */
export async function storeFile({ tx, at, actor, ids }: Context, body: unknown, { merchantId, buyerId }: FileOwner): Promise<Result<StoredFile>> {
  if (!(body instanceof Uint8Array) || body.length === 0) return refuse('unsupported_media', { mediaType: 'nothing', expected: 'JPEG, PNG, WebP, PDF' }, 'body');
  if (body.length > FILE_BYTES_MAX) return refuse('too_large', { limit: `${FILE_BYTES_MAX / 1024 / 1024} MB` }, 'body');
  const mediaType = sniffMedia(body);
  if (mediaType === null) return refuse('unsupported_media', { mediaType: 'unknown', expected: 'JPEG, PNG, WebP, PDF' }, 'body');
  const id = ids.next('file', at);
  await tx.insertInto('file').values({ id, mediaType, bytes: Buffer.from(body), sha256: createHash('sha256').update(body).digest('hex'), owner: actor.id, merchantId, buyerId, at }).execute();
  return ok({ fileId: id, mediaType, bytes: body.length });
}

/** A file the caller's role may see at all. Fails with `not_found`. */
export async function readFile({ tx }: Context, id: IdOf<'file'>): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const row = await tx.selectFrom('file').select('bytes').where('id', '=', id).executeTakeFirst();
  return row === undefined ? refuse('not_found', { what: 'file' }) : ok(Uint8Array.from(row.bytes));
}

/** A photo taken at the hub; what merchants and buyers uploaded is not the station's to read. Fails with `not_found`. */
export async function readHubFile({ tx }: Context, id: IdOf<'file'>): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const row = await tx.selectFrom('file').select('bytes').where('id', '=', id).where('merchantId', 'is', null).where('buyerId', 'is', null).executeTakeFirst();
  return row === undefined ? refuse('not_found', { what: 'file' }) : ok(Uint8Array.from(row.bytes));
}

/** A file that is evidence on something of this merchant's: row-level security shows the merchant the evidence, not the file. */
export async function readEvidenceFile(context: Context, id: IdOf<'file'>): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { tx, actor } = context;
  const named = await tx
    .selectFrom('file')
    .select('bytes')
    .where('id', '=', id)
    .where((where) => where.or([
      where('merchantId', '=', actor.merchantId),
      where.exists(where.selectFrom('evidence').select('evidence.id').whereRef('evidence.fileId', '=', 'file.id').where('evidence.merchantId', '=', actor.merchantId)),
    ]))
    .executeTakeFirst();
  return named === undefined ? refuse('not_found', { what: 'file' }) : ok(Uint8Array.from(named.bytes));
}
