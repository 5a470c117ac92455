import { printed, type Paint } from '../paint.ts';
import { around, circle, ellipse, group, mirrored, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat, standing } from './form.ts';

const face = (p: Paint, x: number, y: number, size: number) =>
  circle(x - size, y, size * 0.2, p.line) + circle(x + size, y, size * 0.2, p.line) + circle(x - size * 0.93, y - size * 0.07, size * 0.06, '#fff') + circle(x + size * 1.07, y - size * 0.07, size * 0.06, '#fff') +
  ellipse(x - size * 1.35, y + size * 0.55, size * 0.38, size * 0.24, '#f0a09a', 'opacity=".65"') + ellipse(x + size * 1.35, y + size * 0.55, size * 0.38, size * 0.24, '#f0a09a', 'opacity=".65"');

const EARS: Readonly<Record<string, (p: Paint) => string>> = {
  rabbit: (p) => mirrored(ellipse(340, 170, 42, 120, p.body) + ellipse(342, 178, 20, 88, p.accent)),
  cat: (p) => mirrored(path('M270 300l-10 -130l110 74z', p.body) + path('M284 272l-6 -68l58 40z', p.accent)),
  dragon: (p) => mirrored(path('M330 210q-60 -40 -50 -100q50 10 90 90z', p.accent)) + repeat(3, (i) => path(`M${370 + i * 30} 206l15 -46l15 46z`, p.accent)),
  sheep: (p) => repeat(9, (i) => { const [x, y] = around(400, 300, 124, 190 + i * 20); return circle(x, y, 40, p.white); }) + mirrored(ellipse(256, 310, 44, 22, p.accent)),
  panda: (p) => mirrored(circle(290, 214, 48, p.dark)),
  bear: (p) => mirrored(circle(290, 212, 54, p.body) + circle(290, 212, 28, p.accent)),
};

export const TOY_AND_BABY_FORMS = {
  plush: standing(190, (p) =>
    (EARS[p.detail] ?? EARS['bear'])?.(p) + mirrored(ellipse(268, 490, 46, 84, p.body, 'transform="rotate(28 268 490)"') + ellipse(310, 620, 72, 44, p.body) + ellipse(300, 622, 36, 26, p.accent)) + printed(p, 'M400 400q130 10 130 140t-130 104q-130 -6 -130 -104t130 -140z') + ellipse(400, 550, 74, 70, p.pale) + printed(p, 'M400 190q160 0 160 130q0 116 -160 116t-160 -116q0 -130 160 -130z') + (p.detail === 'panda' ? mirrored(ellipse(346, 310, 32, 40, p.dark, 'transform="rotate(24 346 310)"')) : '') + face(p, 400, 312, 54) + ellipse(400, 346, 50, 36, p.pale) + ellipse(400, 332, 17, 12, p.line) + stroke('M400 342v14q-16 16 -30 4M400 356q16 16 30 4', p.line, 5) + shine('M270 280q20 -54 80 -66', 13, 0.35)),
  blocks: standing(240, (p) =>
    [[200, 500, p.body], [340, 500, p.accent], [480, 500, p.pale], [270, 360, p.accent], [410, 360, p.deep], [340, 220, p.body]].map(([x, y, fill], i) => { const left = Number(x); const top = Number(y); return rect(left, top, 136, 140, 14, String(fill)) + (i % 3 === 0 ? circle(left + 68, top + 70, 34, p.white) : i % 3 === 1 ? path(`M${left + 68} ${top + 30}l40 74h-80z`, p.white) : rect(left + 38, top + 40, 60, 60, 6, p.white)) + shine(`M${left + 16} ${top + 22}h50`, 7, 0.5); }).join('')),
  bricks: standing(240, (p) =>
    [[190, 560, 200, p.body], [400, 560, 200, p.accent], [260, 470, 280, p.pale], [300, 380, 200, p.body], [350, 290, 100, p.accent]].map(([x, y, w, fill]) => { const left = Number(x); const top = Number(y); const width = Number(w); return repeat(Math.round(width / 50), (i) => rect(left + 9 + i * 50, top - 18, 32, 22, 6, String(fill))) + rect(left, top, width, 90, 8, String(fill)) + shine(`M${left + 12} ${top + 14}h${width - 40}`, 6, 0.45); }).join('')),
  puzzle: flat((p) =>
    repeat(9, (i) => { const x = 200 + (i % 3) * 136; const y = 220 + Math.floor(i / 3) * 136; const fill = [p.body, p.accent, p.pale, p.deep][(i * 3 + Math.floor(i / 3)) % 4] ?? p.body; const gap = i === 8 ? 26 : 0; return group(`translate(${gap} ${gap}) rotate(${gap / 3} ${x + 68} ${y + 68})`, rect(x, y, 132, 132, 8, fill) + circle(x + 134, y + 66, 22, fill) + circle(x + 66, y + 134, 22, fill)); }) + (p.pattern === 'none' ? '' : rect(200, 220, 400, 400, 8, p.pattern, 'opacity=".4"'))),
  woodCar: standing(230, (p) =>
    path('M170 520q0 -70 80 -70l50 -110q10 -24 40 -24h130q30 0 50 24l70 110q60 0 60 70v50H170z', p.body) + (p.pattern === 'none' ? '' : path('M170 520q0 -70 80 -70h340q60 0 60 70v50H170z', p.pattern, 'opacity=".5"')) + path('M330 350h60v96H290zM410 350h64l54 96H410z', p.glass) + [270, 550].map((x) => circle(x, 580, 70, p.wood) + circle(x, 580, 44, p.accent) + circle(x, 580, 14, p.line)).join('') + circle(630, 500, 15, '#ffe08a') + shine('M200 490h110', 9)),
  rings: standing(170, (p) =>
    rect(384, 180, 32, 440, 14, p.wood) + [0, 1, 2, 3, 4].map((i) => rect(400 - (190 - i * 28), 560 - i * 74, (190 - i * 28) * 2, 66, 33, [p.body, p.accent, p.pale, p.deep, p.accent][i] ?? p.body) + shine(`M${400 - (160 - i * 28)} ${578 - i * 74}h${70 - i * 6}`, 8)).join('') + circle(400, 190, 42, p.body) + rect(220, 622, 360, 28, 14, p.wood)),
  kite: flat((p) =>
    printed(p, 'M400 150L590 370L400 600L210 370z') + path('M400 150L590 370H400z', p.accent) + path('M400 600L210 370h190z', p.pale) + stroke('M400 150V600M210 370H590', p.line, 5) + stroke('M400 600q-60 50 0 80t-20 70', p.line, 5) + path('M380 660l-40 -20v40zM380 660l40 -20v40z', p.accent) + path('M390 720l-34 -18v36zM390 720l34 -18v36z', p.body)),
  figure: standing(130, (p) =>
    rect(300, 620, 200, 30, 14, p.accent) + printed(p, 'M330 430h140q50 60 40 190H290q-10 -130 40 -190z') + path('M300 470q-50 40 -40 100l30 6zM500 470q50 40 40 100l-30 6z', p.deep) + circle(400, 320, 140, '#f7dcc4') + path('M262 320q-10 -150 138 -160q148 10 138 160q-30 -60 -90 -70q-110 30 -150 10q-30 20 -36 60z', p.accent) + circle(400, 156, 40, p.accent) + face(p, 400, 340, 46) + stroke('M386 376q14 12 28 0', p.line, 6) + shine('M300 240q20 -40 60 -54', 10, 0.3)),
  ball: standing(170, (p) =>
    circle(400, 470, 180, p.body) + (p.pattern === 'none' ? '' : circle(400, 470, 180, p.pattern, 'opacity=".8"')) + path('M400 290q-80 180 0 360q80 -180 0 -360z', p.accent) + stroke('M222 470q178 70 356 0', p.white, 14) + shine('M266 410q20 -60 76 -84', 15)),
  train: standing(270, (p) =>
    [0, 1].map((i) => group(`translate(${i * 240} 0)`, rect(160, 460, 210, 130, 16, i === 0 ? p.body : p.accent) + (i === 0 ? rect(180, 340, 100, 130, 12, p.accent) + rect(200, 366, 56, 50, 8, p.glass) + rect(300, 400, 40, 70, 8, p.deep) + ellipse(320, 396, 30, 12, p.deep) + circle(330, 350, 22, '#fff', 'opacity=".7"') : circle(220, 450, 36, p.pale) + circle(280, 446, 40, p.body) + circle(330, 452, 30, p.deep)) + [210, 320].map((x) => circle(x, 606, 40, p.wood) + circle(x, 606, 16, p.line)).join(''))).join('') + rect(364, 550, 50, 14, 6, p.line)),
  doll: standing(150, (p) =>
    path('M400 240q170 20 150 250q-10 160 -150 160t-150 -160q-20 -230 150 -250z', p.body) + (p.pattern === 'none' ? '' : path('M400 380q150 20 150 110q-10 160 -150 160t-150 -160q0 -90 150 -110z', p.pattern, 'opacity=".8"')) + circle(400, 260, 120, p.accent) + circle(400, 274, 92, '#f9e2cc') + face(p, 400, 276, 36) + stroke('M388 304q12 12 24 0', '#c4564c', 7) + path('M314 250q86 -80 172 0q-40 -10 -86 -30q-46 20 -86 30z', '#5a3f33') + shine('M276 460q-6 70 20 120', 12, 0.4)),
  bottleBaby: standing(120, (p) =>
    path('M400 130q36 0 36 50l24 40H340l24 -40q0 -50 36 -50z', '#f3d9b8') + rect(320, 216, 160, 70, 18, p.accent) + path('M326 286h148q40 20 40 70v244q0 50 -50 50H336q-50 0 -50 -50V356q0 -50 40 -70z', p.glass, 'opacity=".9"') + path('M296 420h208v180q0 40 -40 40H336q-40 0 -40 -40z', p.white) + repeat(5, (i) => stroke(`M470 ${400 + i * 42}h30`, p.bodyFlat, 5)) + (p.pattern === 'none' ? '' : rect(310, 450, 130, 130, 20, p.pattern, 'opacity=".7"')) + stroke('M290 360q-60 60 0 190M510 360q60 60 0 190', p.bodyFlat, 22) + shine('M312 340v230', 11, 0.9)),
  bib: flat((p) =>
    printed(p, 'M280 200q-70 60 -50 180q-40 230 170 250q210 -20 170 -250q20 -120 -50 -180l-40 40q40 80 -10 130q-70 50 -140 0q-50 -50 -10 -130z') + stroke('M250 400q-20 190 150 204q170 -14 150 -204', p.accentFlat, 8) + (p.detail === 'pocket' ? path('M250 500q150 60 300 0q0 120 -150 130t-150 -130z', p.deep, 'opacity=".4"') : circle(400, 500, 44, p.accent) + circle(384, 492, 6, p.line) + circle(416, 492, 6, p.line) + stroke('M388 514q12 10 24 0', p.line, 5)) + circle(276, 222, 11, p.metal) + circle(524, 222, 11, p.metal)),
  onesie: flat((p) =>
    printed(p, 'M330 180q70 50 140 0l130 70l-40 110l-66 -24v150q40 60 26 120h-90l-30 -50l-30 50h-90q-14 -60 26 -120V336l-66 24l-40 -110z') + stroke('M330 180q70 56 140 0', p.accentFlat, 12) + stroke('M400 236v300', p.seam, 4) + repeat(4, (i) => circle(414, 280 + i * 66, 8, p.accent)) + stroke('M310 600h70M420 600h70', p.accentFlat, 8)),
  suctionBowl: standing(220, (p) =>
    ellipse(400, 632, 180, 22, p.accent) + path('M190 450h420q-10 170 -120 186H310q-110 -16 -120 -186z', p.body) + (p.pattern === 'none' ? '' : path('M190 450h420q-10 170 -120 186H310q-110 -16 -120 -186z', p.pattern, 'opacity=".5"')) + ellipse(400, 450, 210, 50, p.pale) + ellipse(400, 458, 184, 36, p.deep, 'opacity=".3"') + mirrored(circle(220, 400, 50, p.body) + circle(220, 400, 26, p.accent)) + group('rotate(24 560 360)', rect(548, 250, 24, 170, 12, p.accent) + ellipse(560, 236, 34, 48, p.accent)) + shine('M226 490q10 80 70 120', 12)),
  swaddle: flat((p) =>
    printed(p, 'M400 170l180 150l-60 290q-120 60 -240 0l-60 -290z') + path('M400 170l110 92q-110 130 -220 0z', p.pale) + circle(400, 290, 66, '#f9e0ca') + stroke('M372 292q10 8 20 0M408 292q10 8 20 0', p.line, 5) + stroke('M390 320q10 8 20 0', '#c4564c', 5) + stroke('M240 340q200 130 300 40M280 600q60 -160 260 -260', p.seam, 4)),
  clothBook: flat((p) =>
    group('rotate(-6 400 420)', rect(190, 230, 420, 380, 26, p.deep) + printed(p, 'M204 220h390q20 0 20 20v340q0 20 -20 20H204z') + rect(204, 220, 40, 380, 6, p.accent) + circle(430, 400, 90, p.pale) + face(p, 430, 396, 30) + mirrored('') + path('M370 330l-10 -60l50 30zM490 330l10 -60l-50 30z', p.pale) + stroke('M420 424q10 10 20 0', p.line, 5) + stroke('M216 240v340', p.seam, 3, '9 8'))),
} as const;
