import sharp from 'sharp';
import { hashOf } from '../sequence.ts';

/** A small photograph-like picture for evidence: a thing on a table in its own light. Claims' photos differ by `seed`, as two real photos do: shades, places and the mark are drawn from it. */
export async function evidencePhoto(kind: 'hub' | 'claim', seed = ''): Promise<Uint8Array> {
  const [from, to] = kind === 'hub' ? ['#c9b79c', '#7d6b52'] : ['#b8c4cc', '#55626b'];
  const draw = (what: string, from: number, to: number) => from + (hashOf(`${seed} ${what}`) % (to - from));
  const blots = seed === '' ? '' : Array.from({ length: 12 }, (_none, index) => `<ellipse cx="${draw(`x${index}`, 0, 320)}" cy="${draw(`y${index}`, 0, 240)}" rx="${draw(`a${index}`, 25, 70)}" ry="${draw(`b${index}`, 20, 60)}" fill="hsl(${draw(`h${index}`, 15, 60)} 14% ${draw(`l${index}`, 15, 90)}%)"/>`).join('');
  const crack = kind === 'claim' ? `<path d="M${draw('cx', 90, 150)} ${draw('cy', 110, 150)} l26 18 l-12 14 l30 20" stroke="#b3261e" stroke-width="5" fill="none"/>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="320" height="240" fill="url(#g)"/>${blots}<path d="M70 170 q90 -130 180 0 q-90 40 -180 0z" fill="#e9e4da" fill-opacity=".75" stroke="#3b352c" stroke-width="3"/>${crack}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}
