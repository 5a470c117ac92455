import { printed } from '../paint.ts';
import { circle, ellipse, group, leaf, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat, standing } from './form.ts';

const steam = (x: number) => stroke(`M${x} 230q-22 -34 0 -64t0 -60M${x + 60} 240q-20 -30 0 -56t0 -52`, '#ffffff', 9, '');

export const TABLEWARE_FORMS = {
  mug: standing(170, (p) =>
    stroke('M520 390q100 -10 96 84q-6 90 -106 76', p.bodyFlat, 34) + stroke('M520 390q100 -10 96 84q-6 90 -106 76', p.seam, 4) + printed(p, 'M250 320h290v250q0 80 -80 80H330q-80 0 -80 -80z') + ellipse(395, 320, 145, 34, p.deep) + ellipse(395, 328, 128, 24, '#6b4630') + steam(360) + shine('M276 370v190', 14)),
  teacup: standing(200, (p) =>
    ellipse(400, 632, 220, 26, p.accent) + ellipse(400, 626, 150, 14, p.deep, 'opacity=".3"') + printed(p, 'M256 430h288q-4 190 -100 194h-88q-96 -4 -100 -194z') + ellipse(400, 430, 144, 36, p.pale) + ellipse(400, 436, 122, 26, '#b9803c') + steam(370) + shine('M286 476q10 80 44 110', 11)),
  teapot: standing(220, (p) =>
    stroke('M556 400q120 -6 104 100q-14 74 -110 84', p.seam, 30) + path('M262 470q-70 -10 -92 -110l-44 10q20 150 140 190z', p.body) + printed(p, 'M400 320q170 0 176 170q0 160 -176 160t-176 -160q6 -170 176 -170z') + path('M290 350q110 -60 220 0q-8 20 -110 20t-110 -20z', p.accent) + circle(400, 300, 24, p.accent) + ellipse(400, 372, 116, 14, p.deep, 'opacity=".25"') + shine('M268 440q10 -60 60 -84', 13)),
  bowl: standing(200, (p) =>
    rect(320, 616, 160, 34, 10, p.deep) + printed(p, 'M180 400h440q0 210 -150 226H330q-150 -16 -150 -226z') + ellipse(400, 400, 220, 54, p.pale) + ellipse(400, 408, 192, 40, p.deep, 'opacity=".25"') + shine('M216 450q20 110 90 146', 13)),
  plate: flat((p) =>
    circle(400, 420, 240, p.body) + (p.pattern === 'none' ? '' : circle(400, 420, 240, p.pattern, 'opacity=".8"')) + circle(400, 420, 170, p.pale) + `<circle cx="400" cy="420" r="232" fill="none" stroke="${p.accentFlat}" stroke-width="8"/>` + leaf(330, 480, 470, 360, 0.3, p.accent) + leaf(400, 500, 440, 420, 0.35, p.deep) + shine('M220 330q40 -90 130 -120', 12)),
  vase: standing(130, (p) =>
    stroke('M400 300Q380 180 300 110M404 300Q420 170 500 120M402 300Q400 160 404 90', '#7a8a5c', 7) + leaf(340, 170, 270, 150, 0.3, '#8ba070') + leaf(440, 190, 520, 190, 0.3, '#8ba070') + [[296, 104, 34], [506, 112, 30], [404, 84, 38]].map(([x = 0, y = 0, r = 1]) => circle(x, y, r, p.accent) + circle(x, y, r * 0.4, '#fff3d8')).join('') +
    printed(p, 'M350 290h100q-6 60 40 120q56 70 26 160q-24 80 -66 80H350q-42 0 -66 -80q-30 -90 26 -160q46 -60 40 -120z') + ellipse(400, 290, 50, 12, p.deep) + shine('M322 440q-26 50 -12 110', 13)),
  candle: standing(160, (p) =>
    stroke('M400 360v-34', p.line, 6) + path('M400 236q36 44 24 74q-8 22 -24 22t-24 -22q-12 -30 24 -74z', '#f6b24a') + path('M400 276q18 24 10 42q-4 10 -10 10t-10 -10q-8 -18 10 -42z', '#fff0c2') + circle(400, 290, 110, '#ffe6a6', 'opacity=".28"') +
    rect(266, 360, 268, 290, 30, p.glass, 'opacity=".9"') + rect(278, 400, 244, 240, 24, p.body) + ellipse(400, 402, 122, 22, p.pale) + rect(322, 470, 156, 110, 8, '#fffdf7') + rect(350, 500, 100, 9, 4, p.line) + rect(366, 524, 68, 6, 3, p.seam) + rect(360, 544, 80, 6, 3, p.seam, 'opacity=".6"') + shine('M286 390v230', 12, 0.7)),
  tray: standing(260, (p) =>
    path('M150 560h500l-30 74q-6 16 -26 16H206q-20 0 -26 -16z', p.body) + ellipse(400, 560, 250, 42, p.deep) + ellipse(400, 556, 232, 34, p.body) + (p.pattern === 'none' ? '' : ellipse(400, 556, 232, 34, p.pattern, 'opacity=".6"')) + group('translate(80 250) scale(.45)', printed(p, 'M256 430h288q-4 190 -100 194h-88q-96 -4 -100 -194z', p.accent) + ellipse(400, 430, 144, 36, p.white)) + group('translate(250 230) scale(.5)', printed(p, 'M256 430h288q-4 190 -100 194h-88q-96 -4 -100 -194z', p.accent) + ellipse(400, 430, 144, 36, p.white))),
  board: standing(190, (p) =>
    group('rotate(-10 400 420)', printed(p, 'M270 260q-4 -26 26 -30h66q12 -90 38 -90t38 90h66q30 4 26 30v360q0 28 -28 28H298q-28 0 -28 -28z', p.wood) + circle(400, 190, 14, p.wall) + repeat(4, (i) => stroke(`M${312 + i * 56} 270q10 160 -4 350`, '#a87d4c', 3)) + shine('M288 270v320', 9, 0.35))),
  chopsticks: flat((p) =>
    repeat(4, (i) => group(`rotate(${-24 + i * 6} 400 640)`, path('M390 120h20l-4 520h-12z', i % 2 === 0 ? p.body : p.accent) + rect(389, 130, 22, 70, 3, p.deep) + (p.pattern === 'none' ? '' : rect(389, 210, 22, 120, 3, p.pattern)))) + rect(320, 560, 160, 42, 20, p.white) + rect(340, 568, 90, 8, 4, '#ffffff', 'opacity=".8"')),
  cutlery: flat((p) =>
    path('M250 170v120q0 50 34 60v260q0 20 18 20t18 -20V350q34 -10 34 -60V170h-16v110h-18V170h-20v110h-18V170z', p.metal) + path('M400 250q0 -90 44 -90t44 90q0 66 -28 86v274q0 20 -16 20t-16 -20V336q-28 -20 -28 -86z', p.metal) + path('M546 170q56 60 44 240h-26v200q0 20 -16 20t-16 -20V170z', p.metal) + [284, 428, 532].map((x) => rect(x, 460, 32, 160, 14, p.body)).join('') + shine('M418 200q-6 50 6 90', 7, 0.8)),
  thermos: standing(110, (p) =>
    rect(346, 140, 108, 100, 20, p.accent) + rect(346, 226, 108, 14, 4, p.deep, 'opacity=".4"') + printed(p, 'M334 240h132q34 6 34 50v320q0 40 -40 40H340q-40 0 -40 -40V290q0 -44 34 -50z') + stroke('M452 180q70 10 60 90', p.accentFlat, 12) + rect(300, 590, 200, 14, 0, p.metal) + shine('M324 290v280', 12)),
  glass: standing(130, (p) =>
    path('M286 240h228l-26 380q-2 30 -32 30H344q-30 0 -32 -30z', p.glass, 'opacity=".85"') + path('M294 360h212l-20 260q-2 22 -32 22H346q-30 0 -32 -22z', p.body, 'opacity=".7"') + ellipse(400, 360, 106, 20, p.pale, 'opacity=".8"') + (p.pattern === 'none' ? '' : path('M294 360h212l-20 260q-2 22 -32 22H346q-30 0 -32 -22z', p.pattern, 'opacity=".5"')) + ellipse(400, 240, 114, 22, '#ffffff', 'opacity=".6"') + shine('M312 290l22 310', 11, 0.9)),
  pot: standing(230, (p) =>
    rect(130, 420, 90, 40, 20, p.accent) + rect(580, 420, 90, 40, 20, p.accent) + printed(p, 'M190 390h420v190q0 70 -70 70H260q-70 0 -70 -70z') + path('M180 390q220 -150 440 0z', p.deep) + rect(180, 380, 440, 22, 10, p.accent) + circle(400, 304, 26, p.accent) + shine('M220 430v140', 14)),
  jarGlass: standing(150, (p) =>
    rect(300, 190, 200, 70, 14, p.wood) + path('M290 256h220q50 20 50 90v250q0 54 -54 54H294q-54 0 -54 -54V346q0 -70 50 -90z', p.glass, 'opacity=".9"') + path('M256 380h288v210q0 46 -46 46H302q-46 0 -46 -46z', p.body, 'opacity=".92"') + repeat(14, (i) => circle(286 + (i % 5) * 56, 410 + Math.floor(i / 5) * 66, 20, i % 2 === 0 ? p.accent : p.deep, 'opacity=".55"')) + rect(320, 470, 160, 100, 8, '#fffdf7') + rect(350, 500, 100, 9, 4, p.line) + rect(364, 524, 72, 6, 3, p.seam) + shine('M262 350v230', 12, 0.8)),
} as const;
