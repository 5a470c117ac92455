import { printed } from '../paint.ts';
import { circle, ellipse, group, mirrored, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat, standing } from './form.ts';

export const BAG_AND_SHOE_FORMS = {
  tote: standing(190, (p) =>
    stroke('M310 330Q310 130 400 130T490 330', p.seam, 20) + printed(p, 'M220 310h360l24 320q0 20 -20 20H216q-20 0 -20 -20z') + stroke('M224 336h352', p.seam, 3, '10 8') + rect(300, 320, 20, 40, 4, p.accent) + rect(480, 320, 20, 40, 4, p.accent) + (p.detail === 'print' ? circle(400, 490, 70, p.accent) + stroke('M356 490q44 -60 88 0q-44 60 -88 0z', p.white, 8) : '') + shine('M244 360l-14 240', 11, 0.25)),
  backpack: standing(190, (p) =>
    stroke('M350 170q50 -70 100 0', p.deep, 18) + stroke('M236 300q-60 120 -10 300M564 300q60 120 10 300', p.seam, 22) + printed(p, 'M400 150q150 0 160 150v300q0 50 -50 50H290q-50 0 -50 -50V300q10 -150 160 -150z') + path('M262 330q138 -60 276 0v26q-138 -54 -276 0z', p.deep, 'opacity=".45"') + printed(p, 'M280 440h240v150q0 30 -30 30H310q-30 0 -30 -30z', p.accent) + stroke('M290 470h220', p.line, 5, '14 6') + rect(392, 466, 16, 40, 6, p.metal) + shine('M276 260q20 -70 80 -84', 12, 0.35)),
  handbag: standing(200, (p) =>
    stroke('M290 350Q290 160 400 160T510 350', p.accentFlat, 18) + printed(p, 'M220 340h360q20 0 24 20l26 260q2 30 -28 30H198q-30 0 -28 -30l26 -260q4 -20 24 -20z') + path('M216 340h368q6 110 -60 150q-124 30 -248 0q-66 -40 -60 -150z', p.deep, 'opacity=".38"') + rect(374, 460, 52, 56, 10, p.metal) + circle(400, 488, 9, p.line) + stroke('M196 620h408', p.seam, 3, '10 8') + shine('M232 370l-20 220', 11, 0.3)),
  crossbody: standing(180, (p) =>
    stroke('M250 400C200 40 600 40 550 400', p.accentFlat, 11) + printed(p, 'M240 390h320q20 0 20 24v130q0 100 -180 106q-180 -6 -180 -106V414q0 -24 20 -24z') + path('M234 390h332q20 110 -60 140q-106 26 -212 0q-80 -30 -60 -140z', p.deep, 'opacity=".35"') + circle(400, 530, 20, p.metal) + circle(250, 404, 14, p.metal) + circle(550, 404, 14, p.metal) + shine('M246 430v90', 11, 0.3)),
  wallet: flat((p) =>
    group('rotate(-8 400 420)', printed(p, 'M190 290h420q24 0 24 24v220q0 24 -24 24H190q-24 0 -24 -24V314q0 -24 24 -24z') + `<rect x="182" y="306" width="436" height="236" rx="14" fill="none" stroke="${p.seam}" stroke-width="3" stroke-dasharray="9 7"/>` + path('M470 380h164v90H470q-24 0 -24 -45t24 -45z', p.accent) + circle(492, 425, 13, p.metal) + shine('M200 300h240', 8, 0.3))),
  belt: flat((p) =>
    `<circle cx="400" cy="420" r="190" fill="none" stroke="${p.bodyFlat}" stroke-width="58"/>` + `<circle cx="400" cy="420" r="150" fill="none" stroke="${p.seam}" stroke-width="34"/>` + `<circle cx="400" cy="420" r="208" fill="none" stroke="${p.accentFlat}" stroke-width="3" stroke-dasharray="10 8"/>` + rect(350, 180, 110, 100, 16, p.metal) + rect(372, 202, 66, 56, 8, p.wall) + stroke('M372 230h66', '#8b9198', 9)),
  sneaker: standing(260, (p) =>
    path('M150 590q0 -20 20 -20h460q40 10 40 40t-30 40H190q-40 0 -40 -60z', p.white) + printed(p, 'M170 420q60 30 120 -60q20 -20 44 -4q60 130 230 150q100 14 96 74H160q-6 -90 10 -160z') + path('M170 420q60 30 120 -60l24 36q-40 80 -146 90z', p.accent) + path('M520 500q130 14 140 80h-160z', p.pale) + [0, 1, 2, 3].map((i) => stroke(`M${330 + i * 38} ${404 + i * 26}l44 -18`, p.white, 11)).join('') + stroke('M230 570q90 -80 200 0', p.accentFlat, 14) + stroke('M160 612h500', p.seam, 3) + shine('M196 450q50 10 90 -40', 8)),
  maryJane: standing(260, (p) =>
    path('M540 600h90v50h-80z', p.deep) + printed(p, 'M160 500q30 -40 70 -10q110 90 230 40q60 -90 150 -80q50 10 40 160q-200 20 -420 10q-90 -10 -70 -120z') + path('M230 496q110 86 230 36q40 -60 80 -74q30 30 30 60q-160 90 -330 20z', p.pale, 'opacity=".8"') + stroke('M300 470q90 -60 170 50', p.deep, 24) + circle(462, 512, 13, p.metal) + path('M160 610q230 34 500 6l-4 30q-250 16 -480 -4z', p.accent) + shine('M180 520q-4 50 14 64', 10)),
  boot: standing(220, (p) =>
    printed(p, 'M290 190h170q10 180 30 240q150 20 160 110q4 50 0 70H270q-10 -120 10 -210z') + path('M260 606h394q10 44 -20 44H280q-24 0 -20 -44z', p.deep) + path('M360 200h60l14 170H352z', p.accent) + stroke('M300 500q80 -20 110 110', p.seam, 3, '9 7') + stroke('M456 186v-40', p.accentFlat, 14) + shine('M304 220l-8 180', 11, 0.35)),
  sandal: standing(250, (p) =>
    path('M150 590q120 -30 250 0t250 -30v44q0 46 -40 46H190q-40 0 -40 -60z', p.wood) + path('M150 576q120 -30 250 0t250 -30v30q-130 54 -250 28t-250 6z', p.accent) + printed(p, 'M470 560q20 -110 90 -116q60 20 70 110l-60 14q-50 10 -100 -8z') + printed(p, 'M210 566q10 -90 70 -120l50 30q-20 60 -20 100q-60 14 -100 -10z') + rect(540, 470, 44, 34, 6, p.metal) + shine('M486 530q14 -54 60 -64', 8)),
  slipper: flat((p) =>
    [0, 1].map((i) => group(`translate(${i * 230 - 10} 0) rotate(${i * 10 - 5} 290 420)`, ellipse(290, 430, 94, 220, p.accent) + ellipse(290, 440, 78, 200, p.pale) + printed(p, 'M194 380q10 -170 96 -176t96 176q-96 90 -192 0z') + stroke('M204 386q86 76 172 0', p.seam, 4, '8 7') + shine('M218 330q16 -80 56 -96', 9, 0.35))).join('')),
  woven: standing(200, (p) =>
    stroke('M280 370Q400 110 520 370', p.accentFlat, 18) + path('M200 370h400q30 150 -20 240q-20 40 -70 40H290q-50 0 -70 -40q-50 -90 -20 -240z', p.body) + repeat(7, (r) => repeat(12, (c) => path(`M${212 + c * 32} ${386 + r * 36}l16 -8l16 8l-16 8z`, (r + c) % 2 === 0 ? p.deep : p.pale, 'opacity=".6"'))) + rect(190, 356, 420, 26, 13, p.accent) + mirrored(circle(284, 372, 12, p.metal))),
  pouch: standing(190, (p) =>
    printed(p, 'M210 400q0 -30 30 -30h320q30 0 30 30q40 120 20 220q-6 30 -40 30H230q-34 0 -40 -30q-20 -100 20 -220z') + stroke('M212 396h376', p.metal.startsWith('url') ? '#a8adb3' : p.metal, 16) + stroke('M212 396h376', p.line, 3, '5 5') + stroke('M584 396q40 20 30 70', p.accentFlat, 12) + rect(330, 480, 140, 80, 10, p.accent, 'opacity=".9"') + stroke('M350 520h100', p.line, 5) + shine('M226 440q-20 80 -10 160', 11, 0.3)),
} as const;
