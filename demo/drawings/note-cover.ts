import { drawThing, type Look } from './draw.ts';
import { FORMS } from './forms/forms.ts';
import { darken, lighten, mix, PALETTES } from './palettes.ts';
import { circle, ellipse, group, leaf, path, rect, repeat, stroke } from './shapes.ts';

export const SCENES = ['desk', 'bedroom', 'journey', 'outdoors', 'kitchen', 'street', 'tea', 'bathroom', 'living', 'pets', 'nursery', 'vanity', 'gift'] as const;
export type SceneName = (typeof SCENES)[number];

/** A cover of 800 by 1066: one to three things in a place at a time of day. `turn` varies the arrangement. */
export type NoteCover = Readonly<{ scene: SceneName; light: 'morning' | 'noon' | 'dusk' | 'night'; things: readonly Look[]; turn: number }>;

const SKIES = { morning: ['#fdebd3', '#cfe6f2'], noon: ['#f3f8fb', '#bfe0f2'], dusk: ['#fbd3b0', '#c9a7c4'], night: ['#5a678c', '#2f3a5c'] } as const;
const VEIL = { morning: ['#ffd9a0', 0.12], noon: ['#ffffff', 0.02], dusk: ['#f08a5c', 0.15], night: ['#22305c', 0.3] } as const;

const sky = (light: NoteCover['light'], x: number, y: number, width: number, height: number) => rect(x, y, width, height, 8, SKIES[light][1]) + rect(x, y + height * 0.5, width, height * 0.5, 8, SKIES[light][0], 'opacity=".8"') + circle(x + width * 0.7, y + height * 0.28, Math.min(width, height) * 0.12, light === 'night' ? '#f7efc9' : '#fff6dc');
const window = (light: NoteCover['light'], x: number, y: number) => rect(x - 14, y - 14, 308, 388, 10, '#fffdf8') + sky(light, x, y, 280, 360) + rect(x + 134, y, 12, 360, 0, '#fffdf8') + rect(x, y + 174, 280, 12, 0, '#fffdf8');
const plant = (x: number, y: number, pot: string) => path(`M${x - 60} ${y}h120l-16 120q-3 14 -18 14h-52q-15 0 -18 -14z`, pot) + leaf(x, y, x - 90, y - 190, 0.28, '#7f9a6b') + leaf(x, y, x + 6, y - 240, 0.25, '#93ad7c') + leaf(x, y, x + 100, y - 170, 0.28, '#6f8c5d') + leaf(x, y, x - 40, y - 110, 0.3, '#a3ba8c');
const books = (x: number, y: number, ink: string) => [['#c46f4d', 130], ['#5b7f95', 150], [ink, 116], ['#e8d9c5', 140]].map(([fill, width], index) => rect(x, y - 34 * (index + 1), Number(width), 32, 4, String(fill)) + rect(x + 12, y - 34 * (index + 1) + 12, Number(width) - 40, 4, 2, '#ffffff', 'opacity=".6"')).join('');
const planks = (y: number, wood: string) => rect(0, y, 800, 1066 - y, 0, wood) + repeat(4, (index) => stroke(`M0 ${y + 60 + index * 80}H800`, darken(wood, 0.14), 2)) + rect(0, y, 800, 10, 0, lighten(wood, 0.3));
const garland = (y: number) => stroke(`M0 ${y}q200 90 400 0t400 0`, '#8a7a66', 3) + repeat(9, (index) => circle(50 + index * 88, y + 34 + (index % 2) * 10, 11, '#ffe39a') + circle(50 + index * 88, y + 34 + (index % 2) * 10, 22, '#ffe39a', 'opacity=".3"'));

type Backdrop = (wall: string, accent: string, light: NoteCover['light']) => string;

const BACKDROPS: Readonly<Record<SceneName, Backdrop>> = {
  desk: (wall, accent, light) => rect(0, 0, 800, 1066, 0, wall) + window(light, 90, 90) + rect(470, 250, 280, 14, 4, '#b98a5e') + books(500, 250, accent) + planks(760, '#cfa678') + plant(690, 640, accent),
  bedroom: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, '#f0dcc8', 0.3)) + window(light, 440, 80) + rect(40, 420, 720, 300, 40, mix(accent, '#8a6a4c', 0.5)) + path('M0 700q400 -120 800 0v366H0z', '#fbf6ee') + path('M0 800q300 -110 800 -30v296H0z', mix(wall, '#ffffff', 0.25)) + path('M90 540q110 -50 240 0q30 90 0 150q-130 40 -240 0q-30 -70 0 -150z', '#fffdf8'),
  journey: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, '#dfe3e6', 0.5)) + rect(70, 90, 660, 480, 110, '#fffdf8') + `<clipPath id="pane"><rect x="100" y="120" width="600" height="420" rx="90"/></clipPath><g clip-path="url(#pane)">${sky(light, 100, 120, 600, 420)}${path('M60 480q120 -170 260 -60q120 -160 280 0q80 -60 160 20v160H60z', '#8fa58c')}${path('M60 520q200 -80 400 0t320 -20v120H60z', '#6f8c75')}</g>` + rect(0, 760, 800, 306, 0, mix(accent, '#e6dccb', 0.6)) + rect(0, 750, 800, 22, 8, '#ffffff'),
  outdoors: (_wall, _accent, light) => sky(light, 0, 0, 800, 720) + path('M0 560L210 260L400 520L560 320L800 600V760H0z', '#93a9a6') + path('M0 640q200 -120 420 -20t380 -60v200H0z', '#7f9a6b') + path('M0 740q400 -90 800 0v330H0z', '#a9bb82') + repeat(7, (index) => leaf(40 + index * 120, 1060, 30 + index * 124, 930 + (index % 3) * 30, 0.16, '#6f8c5d')) + [60, 700].map((x) => rect(x - 10, 560, 20, 150, 4, '#7c5538') + path(`M${x - 80} 620L${x} 380L${x + 80} 620z`, '#56734f') + path(`M${x - 64} 520L${x} 330L${x + 64} 520z`, '#66855c')).join(''),
  kitchen: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, '#ffffff', 0.3)) + repeat(7, (row) => repeat(8, (column) => rect(column * 100 + 3, row * 100 + 3, 94, 94, 6, (row + column) % 5 === 0 ? mix(accent, '#ffffff', 0.7) : '#fdfaf4'))) + window(light, 60, 70) + rect(440, 300, 330, 16, 4, '#b98a5e') + circle(510, 260, 40, accent) + rect(580, 210, 60, 90, 10, '#f0e3cf') + rect(660, 230, 70, 70, 20, '#c9d4cc') + planks(760, '#e3cfae'),
  street: (wall, accent, light) => sky(light, 0, 0, 800, 760) + [[0, 200, 240, '#d9a58c'], [240, 120, 200, '#e6cfae'], [440, 260, 180, '#a9b7b0'], [620, 160, 180, '#c98d7a']].map(([x, y, width, fill]) => rect(Number(x), Number(y), Number(width), 660, 0, String(fill)) + repeat(8, (index) => rect(Number(x) + 26 + (index % 2) * (Number(width) / 2 - 10), Number(y) + 50 + Math.floor(index / 2) * 120, 52, 76, 4, light === 'night' ? '#ffe39a' : '#f6f1e6'))).join('') + path('M200 640h280v30q-18 30 -46 0q-24 30 -48 0q-22 30 -46 0q-24 30 -46 0q-24 30 -48 0q-24 30 -46 0z', accent) + rect(0, 780, 800, 290, 0, mix(wall, '#b9b2a8', 0.7)) + rect(0, 780, 800, 16, 0, '#e8e2d6') + repeat(5, (index) => rect(30 + index * 170, 930, 90, 12, 6, '#f7f2e8')),
  tea: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, '#e9dfcc', 0.5)) + circle(400, 360, 260, '#fbf6ea') + `<clipPath id="moon"><circle cx="400" cy="360" r="236"/></clipPath><g clip-path="url(#moon)">${sky(light, 160, 120, 480, 480)}${path('M120 520q140 -160 260 -40q120 -120 300 40v160H120z', '#9fb0a4')}</g>` + stroke('M120 60Q260 180 240 420M180 120q60 -10 100 40M230 260q-60 0 -90 50', '#6b5546', 10) + [[270, 150], [190, 190], [250, 300], [150, 320]].map(([x = 0, y = 0]) => circle(x, y, 16, mix(accent, '#ffffff', 0.3))).join('') + planks(770, '#a27a55'),
  bathroom: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, '#e6f0ee', 0.6)) + repeat(12, (row) => stroke(`M0 ${row * 66}H800`, '#ffffff', 4)) + repeat(9, (column) => stroke(`M${column * 100} 0V780`, '#ffffff', 4)) + circle(400, 330, 220, '#ffffff') + circle(400, 330, 196, SKIES[light][1], 'opacity=".75"') + rect(0, 780, 800, 290, 0, '#f5efe6') + rect(0, 770, 800, 24, 8, '#ffffff') + plant(110, 650, accent) + rect(640, 560, 110, 220, 16, mix(accent, '#ffffff', 0.45)),
  living: (wall, accent, light) => rect(0, 0, 800, 1066, 0, wall) + window(light, 60, 70) + rect(450, 120, 250, 190, 6, '#fffdf6') + rect(470, 140, 210, 150, 2, mix(accent, wall, 0.5)) + path('M470 290q60 -90 120 -30t90 -40v70z', darken(accent, 0.2)) + rect(60, 520, 680, 220, 60, mix(accent, '#ffffff', 0.35)) + rect(40, 620, 720, 160, 50, mix(accent, '#ffffff', 0.2)) + planks(800, '#d3b088') + ellipse(400, 960, 360, 80, mix(wall, '#ffffff', 0.5)),
  pets: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, '#f6e6cc', 0.4)) + window(light, 430, 80) + planks(760, '#d9b98c') + ellipse(400, 920, 370, 90, mix(accent, '#ffffff', 0.5)) + path('M110 760q-40 -190 90 -240q-10 -90 20 -130l50 70h60l50 -70q30 50 14 140q90 60 60 230z', '#6a625e') + circle(230, 500, 12, '#f7e08a') + circle(310, 500, 12, '#f7e08a') + stroke('M420 740q110 -10 100 -150', '#6a625e', 30),
  nursery: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, '#fff6ea', 0.4)) + repeat(15, (index) => circle(50 + (index * 173) % 720, 60 + (index * 97) % 520, 10 + (index % 3) * 5, mix(accent, '#ffffff', 0.55))) + window(light, 80, 90) + stroke('M420 120Q600 240 780 100', '#b9a88c', 4) + [[480, 152], [560, 176], [640, 172], [720, 142]].map(([x = 0, y = 0], index) => path(`M${x - 30} ${y}h60l-30 60z`, [accent, '#f3d567', '#9cc7e0', '#dd8795'][index] ?? accent)).join('') + planks(780, '#e6cda2') + ellipse(400, 950, 350, 80, '#ffffff', 'opacity=".7"'),
  vanity: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, '#fbe9e4', 0.4)) + ellipse(400, 360, 230, 290, mix(accent, '#c9a27a', 0.4)) + ellipse(400, 360, 206, 264, mix(SKIES[light][1], '#ffffff', 0.4)) + path('M280 240q60 -90 150 -110l-190 300q-10 -110 40 -190z', '#ffffff', 'opacity=".5"') + planks(770, '#efe0cf') + plant(700, 650, accent) + rect(60, 640, 110, 130, 14, mix(accent, '#ffffff', 0.3)) + stroke('M90 640l-16 -110M116 640v-130M144 640l20 -110', '#a9795a', 9),
  gift: (wall, accent, light) => rect(0, 0, 800, 1066, 0, mix(wall, SKIES[light][0], 0.3)) + garland(90) + garland(230) + planks(780, '#c9a27a') + rect(60, 600, 200, 190, 8, mix(accent, '#ffffff', 0.15)) + rect(146, 600, 28, 190, 0, '#fffdf6') + path('M160 600q-90 -20 -60 -70q40 -20 60 70q20 -90 60 -70q30 50 -60 70z', '#fffdf6') + rect(560, 650, 180, 140, 8, '#f3e4cb') + rect(636, 650, 24, 140, 0, darken(accent, 0.1)),
};

const PLACES: Readonly<Record<1 | 2 | 3, readonly (readonly (readonly [x: number, y: number, scale: number])[])[]>> = {
  1: [[[90, 330, 0.78]], [[30, 300, 0.84]], [[150, 350, 0.74]]],
  2: [[[300, 370, 0.6], [-10, 420, 0.64]], [[-20, 360, 0.6], [310, 420, 0.62]]],
  3: [[[180, 330, 0.52], [-40, 470, 0.54], [400, 480, 0.52]], [[-30, 350, 0.5], [390, 350, 0.5], [170, 490, 0.56]]],
};

/** Draws the cover of a note as an SVG of 800 by 1066: the things stand in their scene, the nearest in front. Same spec, same picture. */
export function drawNoteCover(spec: NoteCover): string {
  const lead = spec.things[0];
  const { wall, accent } = PALETTES[lead?.palette ?? 'oat'];
  const things = spec.things.slice(0, 3);
  const arrangements = PLACES[things.length === 3 ? 3 : things.length === 2 ? 2 : 1];
  const places = arrangements[spec.turn % arrangements.length] ?? [];
  const drawn = things.map((look, index) => {
    const { art, definitions } = drawThing(look, `t${index}`);
    const [x, y, scale] = places[index] ?? [90, 330, 0.78];
    const card = FORMS[look.form].stance === 'flat' ? rect(96, 110, 608, 620, 36, '#fffdf8', 'opacity=".9"') : '';
    return { art: group(`translate(${x} ${y}) scale(${scale})`, card + art), definitions };
  });
  const [veil, opacity] = VEIL[spec.light];
  const behind = BACKDROPS[spec.scene](wall, accent, spec.light) + rect(0, 0, 800, 1066, 0, veil, `opacity="${opacity}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1066" width="800" height="1066"><defs>${drawn.map((one) => one.definitions).join('')}</defs>${behind}${drawn.map((one) => one.art).join('')}</svg>`;
}
