import { FORMS, type FormName } from './forms/forms.ts';
import { paintOf, type PatternName } from './paint.ts';
import { darken, lighten, mix, PALETTES, type PaletteName } from './palettes.ts';
import { circle, ellipse, group, leaf, path, rect, stroke } from './shapes.ts';

/** What a thing looks like. `detail` picks a variation that only some forms know, such as the ears of a plush toy. */
export type Look = Readonly<{ form: FormName; palette: PaletteName; pattern: PatternName; detail: string }>;

/** One picture of a product: alone, standing in a room, close by, or beside itself in another colour. */
export type ProductDrawing = Look & Readonly<{ view: 'alone' | 'room' | 'close' | 'pair'; second: PaletteName }>;

/** The thing itself as a fragment on an 800 by 800 square, with its shadow and the definitions it needs. */
export function drawThing(look: Look, prefix: string): Readonly<{ art: string; definitions: string }> {
  const form = FORMS[look.form];
  const { paint, definitions } = paintOf(prefix, look.palette, look.pattern, look.detail);
  const shade = darken(paint.wall, 0.72);
  const shadow = form.stance === 'standing'
    ? ellipse(424, 652, form.shadow * 1.12, 26, shade, 'opacity=".16"') + ellipse(408, 650, form.shadow * 0.95, 15, shade, 'opacity=".22"')
    : '';
  const art = form.art(paint);
  return { art: form.stance === 'flat' ? `<g filter="url(#${prefix}-lift)">${art}</g>` : shadow + art, definitions: definitions + (form.stance === 'flat' ? lift(prefix, shade) : '') };
}

function lift(prefix: string, shade: string): string {
  return `<filter id="${prefix}-lift" x="-20%" y="-20%" width="140%" height="150%"><feDropShadow dx="12" dy="20" stdDeviation="12" flood-color="${shade}" flood-opacity=".3"/></filter>`;
}

function picture(definitions: string, content: string, width = 800, height = 800): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${definitions}</defs>${content}</svg>`;
}

function studio(wall: string, stance: 'standing' | 'flat'): Readonly<{ definitions: string; content: string }> {
  const definitions = `<radialGradient id="wall" cx=".36" cy=".28" r=".95"><stop offset="0" stop-color="${lighten(wall, 0.6)}"/><stop offset="1" stop-color="${darken(wall, 0.07)}"/></radialGradient>`;
  const floor = stance === 'standing' ? path('M0 610Q400 584 800 610V800H0z', darken(wall, 0.06), 'opacity=".8"') : '';
  return { definitions, content: rect(0, 0, 800, 800, 0, 'url(#wall)') + floor };
}

function roomBehind(wall: string, accent: string): string {
  const warm = mix(wall, '#f2e2c8', 0.35);
  return (
    rect(0, 0, 800, 800, 0, warm) + rect(70, 60, 230, 300, 10, '#ffffff', 'opacity=".75"') + rect(84, 74, 96, 272, 4, mix('#cfe6f2', wall, 0.3)) + rect(190, 74, 96, 272, 4, mix('#cfe6f2', wall, 0.3)) +
    path('M300 120L720 640H420L300 420z', '#ffffff', 'opacity=".2"') + rect(0, 610, 800, 190, 0, mix('#c9a27a', wall, 0.35)) + rect(0, 610, 800, 12, 0, mix('#a97f56', wall, 0.3)) +
    stroke('M0 690H800M0 750H800', mix('#a97f56', wall, 0.35), 2) + path('M640 500h90l-12 130q-2 10 -14 10h-38q-12 0 -14 -10z', accent) +
    leaf(684, 500, 600, 330, 0.28, '#7f9a6b') + leaf(684, 500, 690, 290, 0.25, '#93ad7c') + leaf(684, 500, 775, 350, 0.28, '#6f8c5d')
  );
}

const SMALL = 'translate(118 196) scale(.7)';
/** Larger about the floor, or about the middle for what is laid flat. */
const LARGE = 'translate(-48 -76) scale(1.12)';
const LARGE_FLAT = 'translate(-48 -54) scale(1.12)';

/** Draws one picture of a product as a square SVG of 800 by 800, in flat colours with the light from the upper left. Same spec, same picture. */
export function drawProduct(spec: ProductDrawing): string {
  const { wall, accent } = PALETTES[spec.palette];
  const { stance } = FORMS[spec.form];
  const thing = drawThing(spec, 'a');
  if (spec.view === 'room') return picture(thing.definitions, roomBehind(wall, accent) + group(stance === 'standing' ? SMALL : 'translate(96 70) scale(.74)', thing.art));
  if (spec.view === 'close') {
    const backdrop = studio(mix(accent, '#ffffff', 0.62), 'flat');
    return picture(backdrop.definitions + thing.definitions, backdrop.content + circle(610, 180, 210, '#ffffff', 'opacity=".28"') + group('translate(-200 -150) rotate(-6 400 400) scale(1.42)', thing.art));
  }
  const backdrop = studio(wall, stance);
  if (spec.view === 'pair') {
    const other = drawThing({ ...spec, palette: spec.second }, 'b');
    return picture(backdrop.definitions + other.definitions + thing.definitions, backdrop.content + group('translate(286 172) scale(.66)', other.art) + group('translate(-14 218) scale(.66)', thing.art));
  }
  return picture(backdrop.definitions + thing.definitions, backdrop.content + circle(190, 170, 120, '#ffffff', 'opacity=".22"') + group(stance === 'standing' ? LARGE : LARGE_FLAT, thing.art));
}
