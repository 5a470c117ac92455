import { printed } from '../paint.ts';
import { blossom, circle, ellipse, group, leaf, mirrored, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat, standing } from './form.ts';

const label = (x: number, y: number, width: number, height: number, ink: string) =>
  rect(x, y, width, height, 6, '#fffdf8', 'opacity=".92"') + rect(x + width * 0.2, y + height * 0.22, width * 0.6, 8, 4, ink) + rect(x + width * 0.3, y + height * 0.42, width * 0.4, 5, 2.5, ink, 'opacity=".55"') + rect(x + width * 0.26, y + height * 0.58, width * 0.48, 5, 2.5, ink, 'opacity=".35"');

export const BEAUTY_FORMS = {
  lipstick: standing(150, (p) =>
    rect(290, 420, 130, 230, 10, p.accent) + rect(290, 420, 130, 22, 6, p.deep) + rect(304, 340, 102, 84, 6, p.metal) +
    path('M314 340V236Q318 196 392 178Q398 190 396 340Z', p.body) + shine('M330 330V246', 9) +
    group('rotate(9 520 560)', rect(476, 450, 118, 200, 12, p.accent) + rect(476, 448, 118, 16, 6, p.metal) + shine('M496 482V630', 8, 0.3))),
  serum: standing(130, (p) =>
    rect(372, 150, 56, 92, 28, p.accent) + rect(352, 232, 96, 66, 8, p.deep) + repeat(5, (i) => rect(362 + i * 17, 236, 5, 58, 2, p.line, 'opacity=".25"')) +
    path('M366 296h68q4 26 40 42q24 12 24 42v236q0 34 -34 34H336q-34 0 -34 -34V380q0 -30 24 -42q36 -16 40 -42z', p.body, 'opacity=".9"') + path('M310 480h180v136q0 26 -28 26H338q-28 0 -28 -26z', p.deep, 'opacity=".28"') +
    label(326, 420, 148, 150, p.line) + shine('M320 400V600')),
  pump: standing(140, (p) =>
    path('M380 150h70q30 0 34 34l-30 -4q-4 -6 -20 -6h-54z', p.accent) + rect(384, 172, 32, 60, 4, p.metal) + rect(350, 226, 100, 60, 10, p.accent) +
    printed(p, 'M340 282h120q44 8 44 56v270q0 42 -42 42H338q-42 0 -42 -42V338q0 -48 44 -56z') + label(328, 380, 144, 170, p.line) + shine('M314 350V600', 11)),
  jar: standing(190, (p) =>
    rect(236, 330, 328, 110, 22, p.accent) + rect(236, 418, 328, 16, 6, p.deep, 'opacity=".4"') + printed(p, 'M246 440h308v160q0 50 -50 50H296q-50 0 -50 -50z') + label(310, 480, 180, 110, p.line) + shine('M262 460v130', 12) + shine('M258 350h220', 9, 0.35)),
  tube: standing(120, (p) =>
    printed(p, 'M306 170h188l-14 400H320z') + path('M306 170h188l-2 40H308z', p.deep, 'opacity=".35"') + rect(332, 566, 136, 84, 12, p.accent) + repeat(8, (i) => rect(344 + i * 15, 576, 4, 64, 2, p.line, 'opacity=".18"')) + label(344, 270, 112, 200, p.line) + shine('M330 220l10 330')),
  compact: standing(220, (p) =>
    ellipse(400, 400, 200, 196, p.accent) + ellipse(400, 400, 178, 174, '#eaf3f6') + shine('M290 330q40 -70 110 -82', 16, 0.9) + path('M190 560q210 -70 420 0v36q-40 54 -210 54t-210 -54z', p.accent) + ellipse(400, 566, 190, 46, p.deep) + ellipse(400, 562, 168, 38, p.body) + (p.pattern === 'none' ? '' : ellipse(400, 562, 168, 38, p.pattern, 'opacity=".5"'))),
  palette: flat((p) =>
    rect(170, 240, 460, 330, 30, p.deep) + rect(184, 254, 432, 302, 22, p.accent) +
    repeat(9, (i) => { const tones = [p.body, p.pale, p.deep]; return rect(206 + (i % 3) * 134, 274 + Math.floor(i / 3) * 92, 120, 78, 14, tones[(i + Math.floor(i / 3)) % 3] ?? p.body) + shine(`M${222 + (i % 3) * 134} ${288 + Math.floor(i / 3) * 92}h40`, 5, 0.5); })),
  perfume: standing(170, (p) =>
    path('M352 170h96l20 90H332z', p.accent) + shine('M364 186l-10 60', 7) + rect(368, 256, 64, 44, 6, p.metal) + rect(260, 296, 280, 354, 40, p.glass) + rect(286, 380, 228, 246, 22, p.body, 'opacity=".75"') + label(320, 430, 160, 130, p.line) + shine('M282 340v270', 13, 0.8)),
  soap: standing(210, (p) =>
    ellipse(400, 632, 220, 20, p.wood) + rect(200, 590, 400, 44, 12, p.wood) + repeat(5, (i) => rect(240 + i * 72, 596, 34, 32, 6, '#8d6a42', 'opacity=".35"')) +
    printed(p, 'M250 450q0 -36 40 -36h220q40 0 40 36v104q0 36 -40 36H290q-40 0 -40 -36z') + ellipse(400, 500, 96, 46, p.deep, 'opacity=".2"') + blossom(400, 500, 30, 5, p.white) + shine('M270 452q0 -18 26 -18h120', 10)),
  brushes: standing(170, (p) =>
    repeat(5, (i) => { const x = 288 + i * 56; const lean = (i - 2) * 7; return group(`rotate(${lean} ${x} 650)`, rect(x - 9, 330, 18, 260, 8, p.accent) + rect(x - 13, 280, 26, 60, 5, p.metal) + path(`M${x - 14} 284Q${x - 34} 210 ${x} 170Q${x + 34} 210 ${x + 14} 284Z`, p.body)); }) +
    printed(p, 'M270 470h260l-18 160q-4 20 -24 20H312q-20 0 -24 -20z', p.white) + shine('M292 492l14 130')),
  polish: standing(150, (p) =>
    path('M350 170h100l14 200H336z', p.dark) + shine('M366 190l-8 160', 8, 0.3) + path('M336 370h128q80 20 80 110v110q0 60 -60 60H316q-60 0 -60 -60V480q0 -90 80 -110z', p.body) + path('M300 440q-14 20 -14 60v70', 'none') + shine('M286 470v110', 16, 0.6) + rect(340, 500, 120, 60, 6, '#fff', 'opacity=".25"')),
  mask: flat((p) =>
    group('rotate(-8 320 420)', rect(190, 190, 250, 420, 12, p.accent) + rect(190, 190, 250, 34, 10, p.deep, 'opacity=".4"') + rect(230, 280, 170, 20, 10, '#fff') + rect(250, 316, 130, 10, 5, '#fff', 'opacity=".7"') + leaf(260, 540, 370, 420, 0.3, p.body) + leaf(330, 560, 290, 410, 0.25, p.pale)) +
    group('rotate(7 520 440)', path('M520 250q110 0 120 120q4 170 -120 240q-124 -70 -120 -240q10 -120 120 -120z', p.white) + mirrored('') + ellipse(474, 390, 28, 15, p.wall) + ellipse(566, 390, 28, 15, p.wall) + path('M512 400q-16 60 -10 74h36', 'none') + stroke('M512 410q-14 54 -6 66h26', p.seam, 4) + ellipse(520, 530, 36, 13, p.wall))),
  spray: standing(110, (p) =>
    rect(366, 150, 68, 40, 12, p.white) + circle(372, 168, 6, p.line) + rect(352, 186, 96, 70, 8, p.metal) + printed(p, 'M330 252h140q20 4 20 34v330q0 34 -30 34H340q-30 0 -30 -34V286q0 -30 20 -34z') + label(332, 360, 136, 190, p.line) + shine('M326 290v320')),
  comb: flat((p) =>
    group('rotate(-28 400 400)', printed(p, 'M150 340q120 -60 500 -24q30 6 26 36l-2 18H150z') + repeat(26, (i) => rect(156 + i * 20, 366, 11, 108 - Math.abs(i - 13) * 2, 5, p.body)) + shine('M180 338q160 -36 430 -14', 8))),
  sachet: standing(150, (p) =>
    printed(p, 'M290 380q-40 60 -50 150q-8 110 60 120h200q68 -10 60 -120q-10 -90 -50 -150z') + path('M300 250q50 40 100 30q50 10 100 -30q-6 70 -30 110H330q-24 -40 -30 -110z', p.body) + stroke('M322 366h156', p.accentFlat, 20) + stroke('M400 368q-60 40 -40 90M400 368q50 40 36 100', p.accentFlat, 9) + circle(400, 368, 16, p.accent) + shine('M276 470q-10 60 0 120')),
} as const;
