import { darken, lighten, mix, PALETTES, type PaletteName } from './palettes.ts';
import { circle, path, rect, stroke } from './shapes.ts';

/** What a form paints with: references to gradients and a pattern, all of one palette, and plain colours for lines. */
export type Paint = Readonly<{
  body: string; accent: string; deep: string; pale: string; wood: string; metal: string; glass: string; white: string; dark: string;
  pattern: string;
  line: string; seam: string; bodyFlat: string; accentFlat: string; wall: string;
  detail: string;
}>;

export const PATTERNS = ['plain', 'stripe', 'check', 'dots', 'floral', 'waves', 'grid', 'stars', 'leaves', 'speckle', 'cloud', 'knit', 'diamond', 'brush'] as const;
export type PatternName = (typeof PATTERNS)[number];

function gradient(id: string, colour: string): string {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${lighten(colour, 0.28)}"/><stop offset=".5" stop-color="${colour}"/><stop offset="1" stop-color="${darken(colour, 0.2)}"/></linearGradient>`;
}

const MOTIFS: Readonly<Record<Exclude<PatternName, 'plain'>, Readonly<{ size: number; draw: (ink: string, second: string) => string }>>> = {
  stripe: { size: 44, draw: (ink) => rect(0, 0, 44, 16, 0, ink) },
  check: { size: 60, draw: (ink, second) => rect(0, 0, 60, 22, 0, ink, 'opacity=".6"') + rect(0, 0, 22, 60, 0, ink, 'opacity=".6"') + rect(38, 0, 3, 60, 0, second) + rect(0, 38, 60, 3, 0, second) },
  dots: { size: 48, draw: (ink) => circle(12, 12, 7, ink) + circle(36, 36, 7, ink) },
  floral: {
    size: 90,
    draw: (ink, second) =>
      [[24, 26], [68, 70]].map(([x = 0, y = 0]) => [0, 72, 144, 216, 288].map((turn) => circle(x + 9 * Math.cos((turn * Math.PI) / 180), y + 9 * Math.sin((turn * Math.PI) / 180), 6.5, ink)).join('') + circle(x, y, 5, second)).join('') +
      stroke('M60 14q10 8 4 20M20 62q10 8 4 20', second, 3),
  },
  waves: { size: 60, draw: (ink) => stroke('M0 20q15 -18 30 0t30 0M0 50q15 -18 30 0t30 0', ink, 5) },
  grid: { size: 40, draw: (ink) => stroke('M0 0H40M0 0V40', ink, 4) },
  stars: { size: 70, draw: (ink, second) => path('M20 8l4 9 9 1 -7 6 2 10 -8 -5 -8 5 2 -10 -7 -6 9 -1z', ink) + circle(54, 50, 4, second) + circle(52, 16, 3, ink) + circle(18, 54, 3, second) },
  leaves: { size: 80, draw: (ink, second) => path('M12 40q14 -26 30 -28q0 20 -30 28z', ink) + path('M44 72q22 -14 28 -34q-22 4 -28 34z', second) },
  speckle: { size: 70, draw: (ink, second) => [[8, 10, 3], [30, 22, 2], [52, 8, 2.5], [62, 36, 3], [18, 44, 2], [40, 52, 3.5], [10, 64, 2], [58, 62, 2]].map(([x = 0, y = 0, r = 1], index) => circle(x, y, r, index % 3 === 0 ? second : ink)).join('') },
  cloud: { size: 110, draw: (ink) => stroke('M14 44q4 -20 24 -16q8 -16 26 -6q18 -2 18 14q12 2 8 14H22q-10 2 -8 -6zM30 90h46M48 102h40', ink, 4) },
  knit: { size: 28, draw: (ink) => stroke('M4 4l10 10l10 -10M4 18l10 10l10 -10', ink, 4) },
  diamond: { size: 64, draw: (ink, second) => path('M32 4l22 28l-22 28l-22 -28z', ink, 'opacity=".65"') + stroke('M0 0L64 64M64 0L0 64', second, 2, '5 5') },
  brush: { size: 120, draw: (ink, second) => stroke('M16 26q30 -18 60 4', ink, 12) + stroke('M50 84q26 -14 52 2', second, 9) + circle(24, 80, 6, ink) + circle(98, 40, 5, second) },
};

function patternDefinition(id: string, name: PatternName, ink: string, second: string): string {
  if (name === 'plain') return '';
  const motif = MOTIFS[name];
  const turn = name === 'stripe' || name === 'grid' || name === 'check' || name === 'knit' ? 0 : 12;
  return `<pattern id="${id}" width="${motif.size}" height="${motif.size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${motif.draw(ink, second)}</pattern>`;
}

/**
 * The paint of one palette and pattern, and the SVG definitions it refers to.
 * `prefix` keeps ids apart where several things stand in one picture.
 */
export function paintOf(prefix: string, palette: PaletteName, pattern: PatternName, detail: string): Readonly<{ paint: Paint; definitions: string }> {
  const { body, accent, wall } = PALETTES[palette];
  const colours = {
    body, accent, deep: darken(body, 0.34), pale: lighten(body, 0.55), wood: '#c79a66', metal: '#b9bec4', glass: mix('#dcebf0', wall, 0.3), white: '#f7f4ee', dark: '#46474d',
  };
  const ink = mix(accent, body, 0.12);
  return {
    paint: {
      body: `url(#${prefix}-body)`, accent: `url(#${prefix}-accent)`, deep: `url(#${prefix}-deep)`, pale: `url(#${prefix}-pale)`, wood: `url(#${prefix}-wood)`,
      metal: `url(#${prefix}-metal)`, glass: `url(#${prefix}-glass)`, white: `url(#${prefix}-white)`, dark: `url(#${prefix}-dark)`,
      pattern: pattern === 'plain' ? 'none' : `url(#${prefix}-pattern)`,
      line: darken(body, 0.62), seam: darken(body, 0.3), bodyFlat: body, accentFlat: accent, wall, detail,
    },
    definitions: Object.entries(colours).map(([name, colour]) => gradient(`${prefix}-${name}`, colour)).join('') + patternDefinition(`${prefix}-pattern`, pattern, ink, mix(accent, '#ffffff', 0.35)),
  };
}

/** A surface in a paint's colour with its pattern printed on it. */
export function printed(paint: Paint, d: string, fill: string = paint.body): string {
  return path(d, fill) + (paint.pattern === 'none' ? '' : path(d, paint.pattern, 'opacity=".85"'));
}
