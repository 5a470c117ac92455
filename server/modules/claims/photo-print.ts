import { sql } from 'kysely';
import sharp from 'sharp';
import { z } from 'zod';
import { idOf } from '#contract/shapes.ts';
import type { IdOf } from '#core/ids/id.ts';
import type { Context } from '#server/platform/operation.ts';

/** Photos by what they look like: 64 signs of neighbouring brightness differences (dHash). A photo that was scaled, compressed or slightly cropped keeps nearly all of them. */

const WIDTH = 9;
const HEIGHT = 8;
/** Prints that differ in at most so many of 64 bits show the same picture; unrelated photos differ in about half. */
const SAME_BITS_MAX = 6;
/** A picture of one colour or one slope has no print to speak of: fewer set (or unset) bits than this say nothing. */
const TELLING_BITS_MIN = 8;

/** The print of a picture as 64 zeros and ones, or null where it shows too little, or is none (a PDF). */
export async function printOf(bytes: Uint8Array): Promise<string | null> {
  let pixels: Buffer;
  try {
    pixels = await sharp(bytes).greyscale().resize(WIDTH, HEIGHT, { fit: 'fill' }).raw().toBuffer();
  } catch {
    return null;
  }
  let print = '';
  for (let row = 0; row < HEIGHT; row += 1) {
    for (let column = 0; column < WIDTH - 1; column += 1) {
      const at = row * WIDTH + column;
      print += (pixels[at] ?? 0) < (pixels[at + 1] ?? 0) ? '1' : '0';
    }
  }
  const set = [...print].filter((bit) => bit === '1').length;
  return set < TELLING_BITS_MIN || set > 64 - TELLING_BITS_MIN ? null : print;
}

/** What an operator is told of a claim beside its evidence. Never a ground to decline. */
export const claimFlag = z.object({ code: z.literal('photo_seen_before'), fileId: idOf('file'), claimId: idOf('claim'), differentBits: z.number().int() });
export type ClaimFlag = z.output<typeof claimFlag>;

/** Takes the prints of a claim's photos and finds those that claims on other orders showed before. */
export async function printPhotos({ tx, at }: Context, claim: Readonly<{ id: IdOf<'claim'>; orderId: IdOf<'order'>; owner: string }>, fileIds: readonly IdOf<'file'>[]): Promise<ClaimFlag[]> {
  const flags: ClaimFlag[] = [];
  for (const fileId of new Set(fileIds)) {
    const file = await tx.selectFrom('file').select('bytes').where('id', '=', fileId).executeTakeFirstOrThrow();
    const print = await printOf(file.bytes);
    if (print === null) continue;
    const { rows } = await sql<{ claimId: IdOf<'claim'>; bits: number }>`
      select p.claim_id as "claimId", bit_count(p.print # ${print}::bit(64))::int as bits from photo_print p join claim c on c.id = p.claim_id
      where c.order_id <> ${claim.orderId} and bit_count(p.print # ${print}::bit(64)) <= ${SAME_BITS_MAX} order by bits, p.at limit 1`.execute(tx);
    const [same] = rows;
    if (same !== undefined) flags.push({ code: 'photo_seen_before', fileId, claimId: same.claimId, differentBits: same.bits });
    await tx.insertInto('photoPrint').values({ fileId, claimId: claim.id, owner: claim.owner, print, at }).onConflict((conflict) => conflict.doNothing()).execute();
  }
  return flags;
}
