import type { LocalText } from '../market/market.ts';
import type { SourceRef } from '../decision/decision.ts';

/** The carton a parcel is packed into, chosen by what has to go in. */

type Sides = readonly [number, number, number];

/** A carton of the hub: its room, what it measures outside, what it weighs and costs empty, what it bears. */
export type Carton = Readonly<{ code: string; name: LocalText; innerMm: Sides; outerMm: Sides; tareGrams: number; costMinor: number; mostGrams: number; source: SourceRef }>;

/** A piece with its sides; null where they are not known. */
export type PieceSize = Readonly<{ lengthMm: number | null; widthMm: number | null; heightMm: number | null; weightGrams: number | null; quantity: number }>;

/** How much of a carton's room goods of different shapes really take, with padding around them. Set by the hub, 2026-11-27. */
export const FILL_PPM = 850_000;

/**
 * The cheapest carton that every piece fits into by its sides, however it is turned, and all together by volume; the smaller of two that cost the same.
 * Null when no carton does, or a size is not known: then the box is measured by hand.
 */
export function chooseCarton(pieces: readonly PieceSize[], cartons: readonly Carton[]): Carton | null {
  const sizes = pieces.map(sidesOf);
  if (sizes.length === 0 || sizes.some((sides) => sides === null)) return null;
  const known = sizes.flatMap((sides) => (sides === null ? [] : [sides]));
  const volume = known.reduce((sum, sides, index) => sum + volumeOf(sides) * (pieces[index]?.quantity ?? 1), 0);
  const grams = pieces.reduce((sum, piece) => sum + (piece.weightGrams ?? 0) * piece.quantity, 0);
  const alone = pieces.length === 1 && pieces[0]?.quantity === 1;
  const fits = (carton: Carton) => grams <= carton.mostGrams && known.every((sides) => goesInto(sides, carton.innerMm)) && (alone || volume <= (volumeOf(carton.innerMm) * FILL_PPM) / 1_000_000);
  return cartons.filter(fits).toSorted((left, right) => left.costMinor - right.costMinor || volumeOf(left.outerMm) - volumeOf(right.outerMm))[0] ?? null;
}

function sidesOf({ lengthMm, widthMm, heightMm }: PieceSize): Sides | null {
  return lengthMm === null || widthMm === null || heightMm === null ? null : [lengthMm, widthMm, heightMm];
}

function volumeOf([a, b, c]: Sides): number {
  return a * b * c;
}

/** Turned so that the longest side lies along the longest. */
function goesInto(piece: Sides, room: Sides): boolean {
  const [inner, outer] = [piece.toSorted((a, b) => b - a), room.toSorted((a, b) => b - a)];
  return inner.every((side, index) => side <= (outer[index] ?? 0));
}
