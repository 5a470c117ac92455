import { printed } from '../paint.ts';
import { circle, ellipse, group, mirrored, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat } from './form.ts';

const KNOTS = [330, 400, 470, 540];

export const CLOTHING_FORMS = {
  tee: flat((p) =>
    printed(p, 'M310 190q90 60 180 0l120 60l-44 120l-62 -26v286H296V344l-62 26l-44 -120z') + stroke('M310 190q90 70 180 0', p.seam, 12) + stroke('M296 344l6 -60M504 344l-6 -60M300 612h200', p.seam, 3, '9 8') + (p.detail === 'print' ? circle(400, 390, 56, p.accent) + path('M360 410q40 -60 80 0q-40 36 -80 0z', p.white) : '') + shine('M330 260v120', 12, 0.2)),
  sweater: flat((p) =>
    printed(p, 'M316 190q84 40 168 0q110 30 132 150l36 240l-72 20l-50 -190v230H270V410l-50 190l-72 -20l36 -240q22 -120 132 -150z') + path('M316 190q84 40 168 0l8 26q-92 44 -184 0z', p.deep) + rect(270, 606, 260, 36, 8, p.deep) + path('M148 560l72 20l-6 20l-72 -20zM652 560l-72 20l6 20l72 -20z', p.deep) + stroke('M340 260v330M400 270v330M460 260v330', p.seam, 3, '3 12')),
  shirt: flat((p) =>
    printed(p, 'M320 180l80 40l80 -40l100 50l60 350l-76 16l-40 -200v250H276V396l-40 200l-76 -16l60 -350z') + mirrored(path('M320 180l80 44l-50 60l-44 -84z', p.pale)) + stroke('M400 226v410', p.seam, 4) + repeat(6, (i) => circle(412, 290 + i * 60, 7, p.accent)) + rect(440, 340, 70, 76, 8, p.pale, 'opacity=".5"') + stroke('M440 360h70', p.seam, 3, '7 6')),
  dress: flat((p) =>
    printed(p, 'M330 150q20 70 70 70t70 -70l30 10q-6 90 -20 150l130 300q-100 50 -210 50t-210 -50l130 -300q-14 -60 -20 -150z') + rect(318, 306, 164, 22, 8, p.accent) + stroke('M350 340l-60 280M400 340v310M450 340l60 280', p.seam, 3) + path('M330 150q20 70 70 70t70 -70', 'none') + stroke('M330 150q20 70 70 70t70 -70', p.seam, 7) + shine('M326 370l-60 220', 12, 0.22)),
  qipao: flat((p) =>
    printed(p, 'M352 150h96l60 30l54 80l-50 40l-24 -30q-10 90 14 170l20 210H278l20 -210q24 -80 14 -170l-24 30l-50 -40l54 -80z') + path('M356 130h88l6 40H350z', p.accent) + stroke('M400 168q20 60 96 74', p.accentFlat, 8) + [[414, 190], [450, 224], [488, 242]].map(([x = 0, y = 0]) => circle(x, y, 8, p.accent)).join('') + stroke('M500 470l14 170', p.accentFlat, 6) + stroke('M280 646h240', p.accentFlat, 9)),
  tangJacket: flat((p) =>
    printed(p, 'M330 190h140q130 20 150 110l36 270l-80 12l-48 -190v240H272V392l-48 190l-80 -12l36 -270q20 -90 150 -110z') + path('M340 168h120l12 30H328z', p.accent) + stroke('M400 196v436', p.seam, 4) + KNOTS.map((y) => stroke(`M356 ${y - 60}h88`, p.accentFlat, 8) + circle(400, y - 60, 11, p.accent) + circle(350, y - 60, 8, p.accent) + circle(450, y - 60, 8, p.accent)).join('') + stroke('M272 612h256', p.accentFlat, 10)),
  hanfu: flat((p) =>
    path('M280 380h240l90 260H190z', p.accent) + repeat(9, (i) => stroke(`M${300 + i * 25} 390L${226 + i * 43} 636`, p.seam, 2.5)) + printed(p, 'M300 180h200l190 60l-10 190l-150 -10V420H270v0l-150 10l-10 -190z') + stroke('M334 180L430 420M466 180L366 400', p.white, 26) + stroke('M334 180L430 420M466 180L366 400', p.accentFlat, 8) + rect(270, 398, 260, 34, 6, p.deep) + stroke('M380 420q-20 80 -6 150M410 420q14 80 4 160', p.accentFlat, 10)),
  jacket: flat((p) =>
    printed(p, 'M320 180q80 30 160 0q110 20 130 130l40 260l-76 20l-50 -190v230H276V400l-50 190l-76 -20l40 -260q20 -110 130 -130z') + path('M320 180q80 34 160 0l14 40q-94 40 -188 0z', p.deep) + stroke('M400 206v424', p.accentFlat, 8) + mirrored(rect(296, 480, 78, 84, 10, p.deep, 'opacity=".35"') + stroke('M296 492h78', p.line, 4)) + circle(400, 240, 10, p.metal)),
  trousers: flat((p) =>
    printed(p, 'M280 170h240l60 460H446L400 330l-46 300H220z') + rect(276, 160, 248, 40, 8, p.deep) + stroke('M400 200v110M310 206q10 60 -30 80M490 206q-10 60 30 80', p.seam, 4) + stroke('M290 220l-50 400M510 220l50 400', p.seam, 3, '9 8') + circle(400, 180, 9, p.accent)),
  skirt: flat((p) =>
    printed(p, 'M300 190h200l150 400q-120 60 -250 60t-250 -60z') + rect(294, 180, 212, 40, 8, p.deep) + repeat(7, (i) => stroke(`M${320 + i * 27} 222L${200 + i * 66} ${606 + (3 - Math.abs(3 - i)) * 12}`, p.seam, 3)) + (p.detail === 'belt' ? rect(390, 186, 36, 28, 4, p.accent) : '')),
  scarf: flat((p) =>
    printed(p, 'M250 210q150 -70 300 0q40 30 10 80q-30 60 -160 60t-160 -60q-30 -50 10 -80z') + path('M290 240q110 -40 220 0q10 30 -110 50q-120 -20 -110 -50z', p.deep, 'opacity=".45"') + printed(p, 'M430 320l110 -20l30 290l-120 14z') + printed(p, 'M300 310l120 20l-20 240l-124 -12z', p.accent) + repeat(7, (i) => stroke(`M${454 + i * 18} ${604 - i * 2}l2 44`, p.bodyFlat, 6)) + repeat(7, (i) => stroke(`M${282 + i * 19} ${560 + i * 2}l-4 42`, p.accentFlat, 6))),
  hat: flat((p) =>
    printed(p, 'M280 240q120 -60 240 0l40 200q-160 50 -320 0z') + printed(p, 'M240 430q160 56 320 0q90 40 100 110q-260 100 -520 0q10 -70 100 -110z', p.body) + stroke('M246 420q154 56 308 0', p.accentFlat, 20) + stroke('M170 530q230 80 460 0M200 500q200 66 400 0', p.seam, 3, '10 8') + shine('M306 270l-24 120', 12, 0.3)),
  beret: flat((p) =>
    printed(p, 'M180 420q0 -190 230 -190t220 170q0 90 -90 120q-140 40 -280 -10q-80 -30 -80 -90z') + rect(250, 500, 300, 50, 24, p.deep) + stroke('M400 232q-4 -40 20 -56', p.seam, 14) + shine('M226 390q20 -90 130 -110', 14, 0.3)),
  socks: flat((p) =>
    [-70, 90].map((dx, i) => group(`translate(${dx} ${i * 20})`, printed(p, 'M300 170h130v230q0 30 40 60l60 50q40 40 6 84q-34 36 -86 6L320 530q-20 -16 -20 -60z', i === 0 ? p.body : p.pale) + rect(294, 164, 142, 56, 12, p.accent) + path('M520 516q44 40 12 80q-30 30 -70 10z', p.accent) + path('M300 440q40 10 60 60l-36 30q-24 -20 -24 -50z', p.accent))).join('')),
  pajamas: flat((p) =>
    group('translate(-70 -10) scale(.95)', printed(p, 'M320 180l80 30l80 -30l120 70l-30 150l-70 -14v214H300V386l-70 14l-30 -150z') + mirrored(path('M320 180l80 34l-36 54l-50 -70z', p.accent)) + stroke('M400 214v380', p.seam, 4) + repeat(4, (i) => circle(412, 290 + i * 76, 8, p.accent)) + stroke('M300 586h200', p.accentFlat, 7)) +
    group('translate(210 130) scale(.8)', printed(p, 'M310 300h200l40 340H440L410 450l-30 190H270z') + rect(306, 292, 208, 34, 10, p.accent))),
  apron: flat((p) =>
    stroke('M330 250Q400 60 470 250', p.seam, 12) + printed(p, 'M320 240h160l16 120q90 10 100 70l-20 200H224l-20 -200q10 -60 100 -70z') + rect(310, 440, 180, 110, 12, p.accent) + stroke('M400 440v110', p.seam, 4) + stroke('M206 420l-60 30M594 420l60 30', p.seam, 12)),
  gloves: flat((p) =>
    [0, 1].map((i) => group(i === 0 ? 'translate(-60 30) rotate(-10 400 400)' : 'translate(860 60) scale(-1 1) rotate(-10 400 400)', printed(p, 'M340 620V420q-60 -60 -30 -80q24 -14 50 30V230q0 -30 26 -30t26 30q4 -46 30 -40t24 50q10 -24 32 -16t18 40v356z') + rect(332, 560, 184, 70, 14, p.accent) + ellipse(430, 410, 34, 30, p.pale, 'opacity=".6"'))).join('')),
} as const;
