import type { KnownMaterial } from './known-facts.ts';
import { FALSE, TRUE, UNKNOWN, type Truth } from './truth.ts';

/** Families of materials: `plastic` stands for ABS, polypropylene and the rest. */
export type MaterialFamilies = Readonly<Record<string, readonly string[]>>;

/** Whether a product is made of the wanted materials by at least that share. Nothing known of its materials is unknown. */
export function shareOf(materials: readonly KnownMaterial[], isWanted: (name: string) => boolean, atLeastPercent: number): Truth {
  if (materials.length === 0) return UNKNOWN;
  let share = 0;
  let open = false;
  let matched = false;
  for (const material of materials) {
    if (!isWanted(material.name)) continue;
    matched = true;
    if (material.percent === null) open = true;
    else share += material.percent;
  }
  if (!matched) return FALSE;
  if (share >= atLeastPercent) return TRUE;
  // A material without a share is the whole when it stands alone, and some of it is enough where a trace is.
  if (open) return materials.length === 1 || atLeastPercent <= 1 ? TRUE : UNKNOWN;
  return FALSE;
}

/** Whether a material name is the wanted one or of that family. Short names such as PP match only whole words, or copper would be plastic. */
export function isMaterial(name: string, wanted: string, families: MaterialFamilies): boolean {
  const parts = families[wanted] ?? [wanted];
  return parts.some((part) => name === part || (part.length >= 4 ? name.includes(part) : name.split(/[^a-z0-9]+/).includes(part)));
}
