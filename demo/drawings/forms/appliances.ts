import { printed } from '../paint.ts';
import { around, circle, ellipse, group, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat, standing } from './form.ts';

const cross = (x: number, y: number, size: number, ink: string) => rect(x - size, y - size / 3, size * 2, (size * 2) / 3, 3, ink) + rect(x - size / 3, y - size, (size * 2) / 3, size * 2, 3, ink);

export const APPLIANCE_FORMS = {
  fan: standing(150, (p) =>
    rect(376, 420, 48, 200, 14, p.accent) + ellipse(400, 636, 120, 18, p.accent) + circle(400, 310, 190, p.body) + circle(400, 310, 168, p.white) + repeat(5, (i) => group(`rotate(${i * 72} 400 310)`, path('M400 310q-70 -60 -20 -140q70 10 20 140z', p.pale))) + repeat(24, (i) => { const [x, y] = around(400, 310, 166, i * 15); return stroke(`M400 310L${x} ${y}`, p.bodyFlat, 2.5); }) + circle(400, 310, 36, p.body) + shine('M256 260q20 -60 70 -86', 11) + circle(400, 520, 12, p.white)),
  handFan: standing(90, (p) =>
    printed(p, 'M362 400h76l-8 220q0 30 -30 30t-30 -30z') + circle(400, 270, 150, p.body) + circle(400, 270, 128, p.white) + repeat(3, (i) => group(`rotate(${i * 120} 400 270)`, path('M400 270q-60 -50 -10 -112q64 20 10 112z', p.accent))) + repeat(18, (i) => { const [x, y] = around(400, 270, 126, i * 20); return stroke(`M400 270L${x} ${y}`, p.bodyFlat, 3); }) + circle(400, 270, 28, p.body) + circle(400, 470, 15, p.accent) + shine('M290 220q14 -44 50 -66')),
  kettle: standing(190, (p) =>
    stroke('M540 330q110 10 90 130q-14 90 -90 130', p.deep.startsWith('url') ? p.seam : p.deep, 34) + path('M270 380l-86 -80l34 -26l90 56z', p.body) + printed(p, 'M310 280h190q60 40 60 160q0 130 -40 190H290q-40 -60 -40 -190q0 -120 60 -160z') + path('M310 280q95 -70 190 0z', p.accent) + circle(405, 236, 22, p.accent) + rect(256, 622, 300, 28, 12, p.dark) + shine('M290 360q-24 100 6 220', 13)),
  earbuds: flat((p) =>
    rect(230, 380, 340, 230, 90, p.body) + (p.pattern === 'none' ? '' : rect(230, 380, 340, 230, 90, p.pattern, 'opacity=".6"')) + stroke('M232 470h336', p.seam, 5) + circle(400, 520, 8, p.accent) + shine('M256 470q4 -64 66 -74', 11) + [0, 1].map((i) => group(i === 0 ? '' : 'translate(800 0) scale(-1 1)', circle(310, 250, 58, p.pale) + circle(286, 250, 30, p.accent) + path('M320 270h44v104q0 18 -22 18t-22 -18z', p.body) + shine('M290 222q14 -20 40 -20', 7))).join('')),
  headphones: flat((p) =>
    stroke('M230 470Q220 180 400 180T570 470', p.bodyFlat, 34) + stroke('M256 400Q262 212 400 206T544 400', p.seam, 6) + [0, 1].map((i) => group(i === 0 ? '' : 'translate(800 0) scale(-1 1)', rect(180, 410, 110, 190, 52, p.accent) + rect(234, 420, 74, 170, 36, p.deep) + (p.pattern === 'none' ? '' : rect(180, 410, 110, 190, 52, p.pattern, 'opacity=".6"')) + shine('M198 470v70', 8))).join('')),
  speaker: standing(190, (p) =>
    stroke('M330 270q70 -90 140 0', p.accentFlat, 16) + rect(220, 270, 360, 380, 60, p.body) + rect(250, 320, 300, 290, 40, p.deep) + repeat(8, (r) => repeat(8, (c) => circle(278 + c * 35, 346 + r * 34, 7, p.pale, 'opacity=".75"'))) + circle(400, 296, 10, p.accent) + rect(340, 440, 120, 44, 10, p.accent) + shine('M240 340v240', 11, 0.4)),
  radio: standing(230, (p) =>
    stroke('M540 300L620 120', '#a8adb3', 8) + rect(170, 300, 460, 350, 44, p.body) + (p.pattern === 'none' ? '' : rect(170, 300, 460, 350, 44, p.pattern, 'opacity=".35"')) + circle(300, 480, 110, p.deep) + circle(300, 480, 92, p.accent) + repeat(6, (i) => stroke(`M${232 + i * 27} 410v140`, p.seam, 6)) + rect(440, 380, 150, 60, 10, p.white) + stroke('M456 412h118', p.line, 3, '3 9') + stroke('M510 392v38', '#cf3f35', 5) + circle(470, 540, 40, p.accent) + circle(560, 540, 28, p.white) + shine('M196 350v230', 10)),
  powerBank: standing(110, (p) =>
    rect(280, 190, 240, 460, 44, p.body) + (p.pattern === 'none' ? '' : rect(280, 190, 240, 460, 44, p.pattern, 'opacity=".6"')) + rect(360, 196, 80, 20, 8, p.dark) + repeat(4, (i) => circle(346 + i * 36, 590, 8, i < 3 ? '#8fe0a8' : p.pale)) + path('M416 330l-56 92h40l-18 76l62 -98h-42z', p.accent) + shine('M300 250v330', 11)),
  massager: standing(150, (p) =>
    path('M180 270q0 -60 60 -60h190q70 0 70 70t-70 74H240q-60 0 -60 -84z', p.body) + rect(490, 240, 70, 60, 14, p.metal) + circle(600, 270, 54, p.dark) + shine('M568 246q10 -14 30 -16', 7) + path('M290 340h110q0 180 20 290q0 20 -20 20H300q-20 0 -20 -20q20 -120 10 -290z', p.body) + rect(300, 440, 100, 170, 18, p.dark, 'opacity=".55"') + circle(340, 282, 18, p.accent) + shine('M212 250q10 -20 40 -20', 10)),
  humidifier: standing(160, (p) =>
    stroke('M380 200q-40 -50 0 -90M420 206q30 -60 0 -110M400 190q0 -40 4 -70', '#ffffff', 14) + path('M340 210h120q90 90 90 260q0 180 -60 180H310q-60 0 -60 -180q0 -170 90 -260z', p.body) + (p.pattern === 'none' ? '' : path('M340 210h120q90 90 90 260q0 180 -60 180H310q-60 0 -60 -180q0 -170 90 -260z', p.pattern, 'opacity=".5"')) + path('M262 520q138 30 276 0q-4 130 -48 130H310q-44 0 -48 -130z', p.accent) + ellipse(400, 212, 60, 14, p.deep) + circle(400, 580, 18, p.white) + shine('M296 330q-26 80 -22 150', 13)),
  hairdryer: standing(130, (p) =>
    rect(370, 380, 90, 270, 30, p.body) + circle(420, 280, 130, p.body) + path('M300 210l-130 -10q-20 80 0 160l130 -10z', p.deep) + rect(160, 206, 22, 150, 8, p.accent) + circle(420, 280, 84, p.accent) + repeat(8, (i) => { const [x, y] = around(420, 280, 54, i * 45); return circle(x, y, 8, p.dark, 'opacity=".6"'); }) + rect(398, 450, 34, 60, 14, p.white) + shine('M330 220q26 -56 80 -66', 11)),
  nightLight: standing(160, (p) =>
    circle(400, 420, 260, '#ffe6a0', 'opacity=".28"') + path('M260 560q-60 -210 60 -270l10 -80q40 10 60 60h40q10 -50 50 -64l16 90q110 60 44 264q-20 90 -140 90t-140 -90z', p.body) + (p.pattern === 'none' ? '' : circle(400, 470, 120, p.pattern, 'opacity=".4"')) + circle(350, 400, 13, p.line) + circle(450, 400, 13, p.line) + stroke('M384 430q16 16 32 0', p.line, 6) + ellipse(326, 440, 22, 13, '#f3a6a0', 'opacity=".7"') + ellipse(474, 440, 22, 13, '#f3a6a0', 'opacity=".7"') + shine('M290 380q-16 60 0 120', 12, 0.6)),
  keyboard: flat((p) =>
    group('rotate(-7 400 420)', rect(130, 290, 540, 260, 30, p.body) + repeat(4, (r) => repeat(11, (c) => rect(154 + c * 45, 312 + r * 46, 39, 39, 8, (r + c * 3) % 7 === 0 ? p.accent : (r + c) % 5 === 0 ? p.pale : p.white))) + rect(154, 498, 84, 36, 8, p.pale) + rect(244, 498, 260, 36, 8, p.accent) + rect(510, 498, 134, 36, 8, p.pale))),
  charger: flat((p) =>
    stroke('M400 470C400 640 620 600 600 460S430 250 560 200', p.accentFlat, 18) + rect(540, 150, 70, 60, 12, p.metal) + rect(250, 250, 220, 230, 44, p.body) + (p.pattern === 'none' ? '' : rect(250, 250, 220, 230, 44, p.pattern, 'opacity=".5"')) + rect(300, 200, 26, 60, 6, p.metal) + rect(394, 200, 26, 60, 6, p.metal) + rect(330, 400, 60, 24, 10, p.dark) + shine('M272 300v130')),
  phoneStand: standing(180, (p) =>
    ellipse(400, 634, 170, 22, p.accent) + rect(384, 430, 32, 200, 12, p.metal) + group('rotate(-8 400 320)', rect(288, 130, 224, 400, 34, p.dark) + rect(302, 148, 196, 364, 22, p.body) + (p.pattern === 'none' ? '' : rect(302, 148, 196, 364, 22, p.pattern, 'opacity=".5"')) + circle(400, 290, 46, p.accent) + path('M386 266l36 24l-36 24z', p.white)) + rect(300, 500, 200, 26, 10, p.metal)),
  toothbrush: standing(120, (p) =>
    rect(372, 300, 56, 350, 26, p.body) + rect(388, 210, 24, 100, 8, p.white) + rect(384, 130, 44, 90, 12, p.white) + repeat(5, (i) => rect(428, 138 + i * 15, 30, 11, 3, i % 2 === 0 ? p.accent : p.pale)) + circle(400, 380, 15, p.accent) + repeat(3, (i) => circle(400, 440 + i * 30, 6, p.pale)) + rect(470, 540, 120, 110, 20, p.accent) + rect(500, 420, 18, 130, 8, p.white) + rect(540, 420, 18, 130, 8, p.white) + shine('M386 350v260', 8)),
  blender: standing(140, (p) =>
    rect(360, 140, 80, 40, 14, p.deep) + rect(310, 176, 180, 44, 12, p.accent) + path('M310 220h180l-18 240H328z', p.glass, 'opacity=".9"') + path('M318 320h164l-10 136H328z', p.accent, 'opacity=".75"') + circle(370, 380, 20, '#fff', 'opacity=".4"') + circle(420, 420, 14, '#fff', 'opacity=".4"') + printed(p, 'M322 460h156q24 80 24 150q0 40 -30 40H328q-30 0 -30 -40q0 -70 24 -150z') + circle(400, 560, 26, p.white) + shine('M330 236l12 200', 9, 0.8)),
  scale: flat((p) =>
    rect(190, 220, 420, 400, 44, p.body) + (p.pattern === 'none' ? '' : rect(190, 220, 420, 400, 44, p.pattern, 'opacity=".4"')) + rect(300, 520, 200, 70, 12, p.dark) + `<text x="400" y="570" font-family="monospace" font-size="44" fill="#9fe8c4" text-anchor="middle">320</text>` + circle(400, 370, 110, p.pale) + shine('M216 300v200', 11)),
  projector: standing(180, (p) =>
    path('M520 400L760 230v330z', '#fff3c4', 'opacity=".5"') + rect(210, 300, 320, 320, 60, p.body) + (p.pattern === 'none' ? '' : rect(210, 300, 320, 320, 60, p.pattern, 'opacity=".4"')) + circle(470, 410, 84, p.dark) + circle(470, 410, 60, '#6d8fb4') + shine('M436 390q8 -26 32 -32', 8, 0.9) + repeat(6, (i) => rect(246 + i * 22, 530, 10, 50, 5, p.deep)) + rect(250, 616, 60, 34, 8, p.accent) + rect(430, 616, 60, 34, 8, p.accent)),
  medical: flat((p) =>
    rect(200, 270, 400, 310, 40, p.body) + rect(330, 220, 140, 60, 20, p.deep) + circle(400, 430, 90, p.white) + cross(400, 430, 54, p.accent) + shine('M226 330v190', 12)),
} as const;
