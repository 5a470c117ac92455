import { printed } from '../paint.ts';
import { around, circle, ellipse, leaf, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat, standing } from './form.ts';

export const LIVING_FORMS = {
  cushion: standing(220, (p) =>
    printed(p, 'M220 260q180 26 360 0q26 0 30 30q-24 160 0 320q-4 30 -30 34q-180 -24 -360 0q-26 -4 -30 -34q24 -160 0 -320q4 -30 30 -30z') + stroke('M226 276q174 26 348 0M226 628q174 -22 348 0', p.seam, 3, '12 10') + shine('M236 320q-10 120 0 240', 14, 0.3)),
  blanket: standing(240, (p) =>
    printed(p, 'M180 470q0 -40 40 -40h360q40 0 40 40v140q0 40 -40 40H220q-40 0 -40 -40z') + printed(p, 'M196 370q0 -34 36 -34h336q36 0 36 34v60q0 30 -36 30H232q-36 0 -36 -30z', p.pale) + printed(p, 'M330 336h150v290q0 18 -18 18H348q-18 0 -18 -18z', p.accent) + repeat(9, (i) => stroke(`M${340 + i * 16} 640v34`, p.accentFlat, 6)) + stroke('M180 540h440', p.seam, 3)),
  towel: standing(200, (p) =>
    [0, 1, 2].map((i) => printed(p, `M${210 + i * 12} ${560 - i * 90}q0 -20 40 -20h${300 - i * 24}q40 0 40 20v50q0 30 -40 30h-${300 - i * 24}q-40 0 -40 -30z`, i === 1 ? p.pale : i === 2 ? p.accent : p.body) + stroke(`M${240 + i * 12} ${584 - i * 90}h${320 - i * 24}`, p.seam, 3, '4 8')).join('')),
  rug: flat((p) =>
    repeat(20, (i) => stroke(`M${192 + i * 22} 230v-34M${192 + i * 22} 590v34`, p.accentFlat, 6)) + printed(p, 'M180 230h440v360H180z') + `<rect x="206" y="256" width="388" height="308" fill="none" stroke="${p.accentFlat}" stroke-width="14"/>` + path('M400 300l110 110l-110 110l-110 -110z', p.deep, 'opacity=".6"') + path('M400 350l60 60l-60 60l-60 -60z', p.accent)),
  storageBox: standing(230, (p) =>
    path('M180 420h440l-24 210q-4 20 -26 20H230q-22 0 -26 -20z', p.body) + (p.pattern === 'none' ? '' : path('M180 420h440l-24 210q-4 20 -26 20H230q-22 0 -26 -20z', p.pattern, 'opacity=".7"')) + rect(164, 380, 472, 54, 16, p.accent) + rect(340, 490, 120, 34, 17, p.deep, 'opacity=".55"') + shine('M206 450l16 160', 11)),
  basket: standing(210, (p) =>
    stroke('M250 400Q400 120 550 400', p.seam, 20) + path('M200 400h400l-40 230q-4 20 -30 20H270q-26 0 -30 -20z', p.body) + repeat(6, (r) => repeat(10, (i) => rect(214 + i * 38 + (r % 2) * 14 + r * 3, 420 + r * 36, 28 - r * 0.6, 22, 8, r % 2 === i % 2 ? p.deep : p.accent, 'opacity=".45"'))) + rect(190, 384, 420, 32, 16, p.accent)),
  lamp: standing(140, (p) =>
    ellipse(400, 640, 110, 16, p.accent) + rect(388, 400, 24, 240, 8, p.accent) + circle(400, 300, 220, '#ffe9ac', 'opacity=".25"') + printed(p, 'M310 180h180l80 230H230z') + path('M230 410h340l-6 16H236z', p.deep) + stroke('M470 426v60', p.line, 4) + circle(470, 494, 9, p.accent) + shine('M318 210l-58 180', 12)),
  paperLamp: standing(130, (p) =>
    circle(400, 400, 250, '#ffe6a6', 'opacity=".22"') + ellipse(400, 410, 190, 210, p.pale) + repeat(9, (i) => stroke(`M${400 - Math.sqrt(Math.max(0, 1 - ((i - 4) / 5) ** 2)) * 188} ${250 + i * 40}q${Math.sqrt(Math.max(0, 1 - ((i - 4) / 5) ** 2)) * 188} 22 ${2 * Math.sqrt(Math.max(0, 1 - ((i - 4) / 5) ** 2)) * 188} 0`, p.seam, 2.5)) + (p.pattern === 'none' ? '' : ellipse(400, 410, 190, 210, p.pattern, 'opacity=".5"')) + rect(350, 196, 100, 18, 6, p.wood) + rect(340, 606, 120, 44, 10, p.wood)),
  clock: flat((p) =>
    circle(400, 420, 220, p.accent) + circle(400, 420, 194, p.white) + (p.pattern === 'none' ? '' : circle(400, 420, 194, p.pattern, 'opacity=".3"')) + repeat(12, (i) => { const [x, y] = around(400, 420, 164, i * 30); return circle(x, y, i % 3 === 0 ? 12 : 6, p.body); }) + stroke('M400 420L330 340', p.line, 14) + stroke('M400 420L490 310', p.line, 9) + stroke('M400 420L420 540', '#d05a48', 4) + circle(400, 420, 14, p.body)),
  mirror: standing(140, (p) =>
    path('M370 560h60l24 90H346z', p.wood) + circle(400, 370, 210, p.body) + circle(400, 370, 182, '#dbe9ee') + shine('M280 300q40 -80 130 -100M290 400q4 -30 14 -50', 16, 0.9) + leaf(560, 560, 640, 440, 0.3, '#8ba070') + leaf(570, 580, 670, 520, 0.3, '#7c9264')),
  frame: flat((p) =>
    rect(220, 160, 360, 480, 6, p.wood) + rect(246, 186, 308, 428, 2, '#fffdf6') + rect(286, 226, 228, 348, 2, p.pale) + circle(440, 320, 44, p.accent) + path('M286 470q60 -90 120 -30q50 -60 108 0v134H286z', p.body) + path('M286 520q80 -50 140 0q50 -30 88 0v54H286z', p.deep) + (p.pattern === 'none' ? '' : rect(286, 226, 228, 348, 2, p.pattern, 'opacity=".25"'))),
  censer: standing(150, (p) =>
    stroke('M400 360q-50 -60 0 -120t-10 -130', '#ffffff', 9) + stroke('M420 360q40 -40 6 -100', '#ffffff', 6) + path('M280 470h240q30 60 -20 130q-20 50 -100 50t-100 -50q-50 -70 -20 -130z', p.body) + (p.pattern === 'none' ? '' : path('M280 470h240q30 60 -20 130q-20 50 -100 50t-100 -50q-50 -70 -20 -130z', p.pattern, 'opacity=".6"')) + path('M290 470q10 -90 110 -100q100 10 110 100z', p.accent) + [340, 400, 460].map((x) => circle(x, 432, 13, p.deep)).join('') + rect(266, 458, 268, 24, 12, p.deep) + shine('M292 510q-6 50 24 84', 11)),
  diffuser: standing(120, (p) =>
    repeat(6, (i) => stroke(`M400 330L${300 + i * 42} ${130 + Math.abs(i - 2.5) * 10}`, '#b58a58', 8)) + rect(366, 300, 68, 44, 8, p.metal) + path('M340 340h120q60 20 60 90v160q0 60 -60 60H340q-60 0 -60 -60V430q0 -70 60 -90z', p.glass, 'opacity=".9"') + path('M290 460h220v130q0 50 -50 50H340q-50 0 -50 -50z', p.body, 'opacity=".8"') + rect(336, 470, 128, 100, 6, '#fffdf7') + rect(360, 498, 80, 9, 4, p.line) + rect(372, 522, 56, 6, 3, p.seam) + shine('M302 430v150', 12, 0.8)),
  quilt: standing(280, (p) =>
    rect(130, 400, 60, 250, 14, p.wood) + rect(610, 400, 60, 250, 14, p.wood) + rect(170, 540, 460, 90, 20, p.white) + printed(p, 'M170 500q120 -40 230 0t230 -10v120q-20 34 -80 30q-150 -30 -300 0q-60 6 -80 -30z') + path('M214 400q90 -26 160 0q16 50 0 90q-80 20 -160 0q-16 -50 0 -90z', p.pale) + path('M426 400q90 -26 160 0q16 50 0 90q-80 20 -160 0q-16 -50 0 -90z', p.accent) + stroke('M190 560q110 -30 210 0t210 -10', p.seam, 3, '14 10')),
  hook: flat((p) =>
    rect(150, 300, 500, 90, 18, p.wood) + repeat(4, (i) => circle(220 + i * 120, 345, 26, p.body) + stroke(`M${220 + i * 120} 360v70q0 40 -34 40`, p.bodyFlat, 20) + shine(`M${214 + i * 120} 380v40`, 5, 0.5)) + printed(p, 'M300 480l80 0l20 150H280z', p.accent) + stroke('M320 480q20 -60 40 0', p.accentFlat, 10)),
  rack: standing(230, (p) =>
    [220, 380, 540].map((y) => rect(190, y, 420, 22, 8, p.wood)).join('') + rect(196, 170, 18, 480, 6, p.body) + rect(586, 170, 18, 480, 6, p.body) + rect(240, 300, 60, 80, 6, p.accent) + rect(310, 280, 40, 100, 6, p.body) + rect(360, 310, 70, 70, 30, p.deep) + circle(500, 190, 30, p.accent) + leaf(500, 200, 560, 120, 0.3, '#8ba070') + leaf(500, 200, 450, 120, 0.3, '#7c9264') + rect(250, 470, 120, 70, 10, p.pale) + rect(420, 450, 100, 90, 10, p.accent)),
} as const;
