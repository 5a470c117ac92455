import { join } from 'node:path';
import { z } from 'zod';
import type { Carton } from '#core/parcels/carton.ts';
import { sourceShape } from './tariff-shapes.ts';
import { PACKS_DIRECTORY, readJson } from './tariffs.ts';

/** Reads the hub's cartons. */

const words = z.object({ 'zh-Hans': z.string().min(1), 'zh-Hant': z.string().min(1), en: z.string().min(1) });
const side = z.number().int().min(1).max(3_000);
const sides = z.tuple([side, side, side]);

const cartonsFile = z.object({
  edition: z.string(),
  cartons: z.array(z.object({ code: z.string(), name: words, innerMm: sides, outerMm: sides, tareGrams: z.number().int().min(0), costMinor: z.number().int().min(0), mostGrams: z.number().int().min(1), source: sourceShape })).min(1),
});

export function loadCartons(): readonly Carton[] {
  return readJson(join(PACKS_DIRECTORY, 'lines/cartons.json'), cartonsFile).cartons;
}
