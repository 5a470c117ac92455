import { at, hashOf } from '../sequence.ts';
import { darken, lighten } from './palettes.ts';
import { circle, ellipse, path, rect, stroke } from './shapes.ts';

const WALLS = ['#f6d9c8', '#d9e8dd', '#dbe4f3', '#f5e6b8', '#e9dcf0', '#cfe5e6', '#f3cfd1', '#e4e0d4'] as const;
const SKINS = ['#f8dcc4', '#f3cfae', '#e6b58c', '#c98f66', '#8f5f42', '#fbe6d4'] as const;
const HAIRS = ['#2e2622', '#4a3428', '#6d4a33', '#a8703f', '#3b3b45', '#8c8580'] as const;
const TOPS = ['#5b7f95', '#c46f4d', '#6f8c5d', '#e2a840', '#7e4d6b', '#3d5a8a', '#dd8795', '#4b4f56'] as const;

type Head = Readonly<{ behind: (hair: string) => string; front: (hair: string) => string }>;

const HEADS: readonly Head[] = [
  { behind: (hair) => path('M230 360q-10 -220 170 -220t170 220q30 140 10 240H220q-20 -100 10 -240z', hair), front: (hair) => path('M270 350q10 -130 130 -140q120 10 130 140q-40 -70 -110 -84q-90 70 -150 84z', hair) },
  { behind: (hair) => circle(400, 170, 74, hair), front: (hair) => path('M264 360q-10 -160 136 -160t136 160q-30 -80 -136 -90q-106 10 -136 90z', hair) },
  { behind: () => '', front: (hair) => path('M262 350q-20 -170 138 -176q160 6 138 176q-20 -60 -50 -84q-100 30 -176 -6q-40 30 -50 90z', hair) },
  { behind: (hair) => ellipse(400, 360, 178, 190, hair), front: (hair) => path('M262 380q0 -170 138 -180q138 10 138 180q-20 -30 -24 -90q-114 20 -228 0q-4 60 -24 90z', hair) },
  { behind: (hair) => circle(250, 250, 70, hair) + circle(550, 250, 70, hair), front: (hair) => path('M264 350q0 -150 136 -156q136 6 136 156q-50 -90 -136 -90t-136 90z', hair) },
  { behind: () => '', front: (hair) => circle(310, 250, 62, hair) + circle(370, 206, 66, hair) + circle(440, 206, 66, hair) + circle(496, 254, 60, hair) + circle(400, 236, 60, hair) },
];

const MOODS = ['M360 452q40 40 80 0', 'M366 456q34 22 68 0', 'M372 458h56', 'M362 448q38 56 76 0z'] as const;

function cat(fur: string): string {
  const dark = darken(fur, 0.3);
  return (
    path('M220 650q-20 -160 180 -170q200 10 180 170v150H220z', fur) + path('M240 330l-24 -190l150 96zM560 330l24 -190l-150 96z', fur) + path('M262 270l-12 -84l70 46zM538 270l12 -84l-70 46z', '#f2b8ae') +
    ellipse(400, 370, 186, 166, fur) + ellipse(400, 436, 92, 66, lighten(fur, 0.5)) + circle(326, 356, 24, '#2c2a2c') + circle(474, 356, 24, '#2c2a2c') + circle(318, 348, 8, '#fff') + circle(466, 348, 8, '#fff') +
    path('M384 408h32l-16 20z', '#e2867c') + stroke('M400 428v14q-24 26 -44 6M400 442q24 26 44 6', dark, 6) + stroke('M250 410l-70 -14M250 436l-70 12M550 410l70 -14M550 436l70 12', dark, 4) + stroke('M370 230v50M400 222v58M430 230v50', dark, 10)
  );
}

/** A round-cornered portrait for a seed: mostly people, now and then somebody's cat. Same seed, same face. */
export function drawAvatar(seed: string): string {
  const pick = <Choice>(choices: readonly Choice[], what: string) => at(choices, hashOf(`${seed}:${what}`));
  const wall = pick(WALLS, 'wall');
  const hair = pick(HAIRS, 'hair');
  const skin = pick(SKINS, 'skin');
  const top = pick(TOPS, 'top');
  const head = pick(HEADS, 'head');
  const glasses = hashOf(`${seed}:glasses`) % 4 === 0 ? '<g fill="none" stroke="#3a3436" stroke-width="8"><circle cx="346" cy="380" r="40"/><circle cx="454" cy="380" r="40"/><path d="M386 376q14 -8 28 0"/></g>' : '';
  const person =
    head.behind(hair) + path('M190 800q0 -200 210 -210t210 210z', top) + path('M340 560h120v60q-60 50 -120 0z', darken(skin, 0.12)) + ellipse(400, 390, 136, 158, skin) +
    circle(346, 384, 13, '#33292a') + circle(454, 384, 13, '#33292a') + stroke('M322 346q24 -16 46 -2M432 344q24 -14 46 2', darken(hair, 0.1), 8) + stroke('M400 400q-12 24 4 26', darken(skin, 0.25), 6) +
    ellipse(310, 430, 28, 16, '#ef9a8e', 'opacity=".5"') + ellipse(490, 430, 28, 16, '#ef9a8e', 'opacity=".5"') + `<path d="${pick(MOODS, 'mood')}" fill="none" stroke="#b5554d" stroke-width="9" stroke-linecap="round"/>` + head.front(hair) + glasses;
  const face = hashOf(`${seed}:species`) % 7 === 0 ? cat(pick(['#e6a964', '#8f8a88', '#f1e6d6', '#5f5a58'], 'fur')) : person;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="400" height="400">${rect(0, 0, 800, 800, 0, wall)}${circle(620, 180, 260, lighten(wall, 0.35))}${face}</svg>`;
}
