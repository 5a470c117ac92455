import { printed } from '../paint.ts';
import { blossom, circle, ellipse, group, leaf, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat, standing } from './form.ts';

export const FOOD_FORMS = {
  teaTin: standing(140, (p) =>
    rect(296, 210, 208, 70, 14, p.accent) + rect(284, 270, 232, 380, 16, p.body) + (p.pattern === 'none' ? '' : rect(284, 270, 232, 380, 16, p.pattern, 'opacity=".7"')) + rect(330, 350, 140, 210, 8, '#fbf5e6') + leaf(360, 480, 430, 390, 0.35, '#6f8c54') + leaf(400, 490, 440, 430, 0.3, '#8ba869') + rect(356, 510, 88, 8, 4, p.line) + rect(374, 530, 52, 6, 3, p.seam) + shine('M302 300v320', 11)),
  teaCake: flat((p) =>
    circle(400, 420, 220, '#f3ead6') + repeat(18, (i) => group(`rotate(${i * 20} 400 420)`, stroke('M400 420V206', '#e0d2b4', 3))) + circle(400, 420, 130, p.body) + (p.pattern === 'none' ? '' : circle(400, 420, 130, p.pattern, 'opacity=".5"')) + circle(400, 420, 112, '#fbf5e6') + leaf(350, 470, 440, 360, 0.35, '#6f8c54') + leaf(390, 480, 460, 410, 0.3, '#8ba869') + shine('M230 340q40 -90 120 -110', 10)),
  snackBag: standing(160, (p) =>
    printed(p, 'M260 190h280l-10 30q30 200 10 430H260q-20 -230 10 -430z') + repeat(14, (i) => stroke(`M${270 + i * 20} 190v26`, p.seam, 3)) + rect(300, 290, 200, 120, 60, '#fffaf0') + rect(340, 326, 120, 14, 7, p.line) + rect(360, 356, 80, 8, 4, p.seam) + repeat(5, (i) => ellipse(320 + i * 40, 540 + (i % 2) * 30, 34, 24, i % 2 === 0 ? p.accent : p.deep, `transform="rotate(${i * 20 - 40} ${320 + i * 40} 540)"`)) + shine('M288 240q-14 180 -4 380', 12)),
  honeyJar: standing(160, (p) =>
    path('M290 190h220l16 80H274z', p.accent) + stroke('M276 268h248', p.seam, 8) + path('M280 276h240q50 40 50 120v190q0 64 -64 64H294q-64 0 -64 -64V396q0 -80 50 -120z', p.body, 'opacity=".92"') + path('M240 400q160 30 320 0v180q0 60 -60 60H300q-60 0 -60 -60z', p.deep, 'opacity=".22"') + path('M320 420h160l36 66l-36 66H320l-36 -66z', '#fffaf0') + circle(400, 470, 20, p.accent) + ellipse(384, 452, 14, 8, '#fff') + ellipse(418, 452, 14, 8, '#fff') + rect(360, 510, 80, 8, 4, p.line) + shine('M254 380v190', 13, 0.7)),
  pastryBox: standing(240, (p) =>
    printed(p, 'M160 480h480v150q0 20 -20 20H180q-20 0 -20 -20z') + path('M130 440h540v50H130z', p.accent) + [250, 400, 550].map((x, i) => ellipse(x, 420, 76, 40, '#e9b765') + ellipse(x, 406, 72, 36, '#f3cf8a') + blossom(x, 404, 20, 5 + i, '#d8893c')).join('') + rect(300, 530, 200, 70, 8, '#fffaf0') + rect(340, 550, 120, 10, 5, p.line) + rect(360, 574, 80, 7, 3, p.seam)),
  mushrooms: flat((p) =>
    ellipse(400, 470, 270, 150, p.wood) + ellipse(400, 462, 240, 126, '#b88a57') + [[300, 420], [420, 390], [520, 450], [360, 510], [470, 530], [270, 500]].map(([x = 0, y = 0], i) => rect(x - 14, y, 28, 60, 12, '#f3e4cd') + path(`M${x - 60} ${y + 10}q0 -70 60 -70t60 70q-60 24 -120 0z`, i % 2 === 0 ? p.body : p.deep) + shine(`M${x - 36} ${y - 20}q10 -20 30 -26`, 6)).join('') + leaf(580, 380, 660, 300, 0.3, '#8ba070')),
  fruit: flat((p) =>
    ellipse(400, 480, 260, 130, p.white) + ellipse(400, 474, 226, 104, p.pale) + repeat(13, (i) => ellipse(250 + (i * 83) % 300, 420 + ((i * 47) % 110), 44, 30, [p.body, p.accent, p.deep][i % 3] ?? p.body, `transform="rotate(${i * 37} ${250 + (i * 83) % 300} ${420 + ((i * 47) % 110)})"`) + shine(`M${236 + (i * 83) % 300} ${410 + ((i * 47) % 110)}q14 -10 26 -4`, 5)) + leaf(560, 420, 640, 330, 0.3, '#8ba070')),
  noodles: standing(220, (p) =>
    path('M170 430h460q-10 190 -130 220H300q-120 -30 -130 -220z', p.body) + (p.pattern === 'none' ? '' : path('M170 430h460q-10 190 -130 220H300q-120 -30 -130 -220z', p.pattern, 'opacity=".6"')) + ellipse(400, 430, 230, 54, p.accent) + repeat(7, (i) => stroke(`M${236 + i * 44} 430q30 -50 60 0t50 -6`, '#f4dc9a', 11)) + circle(330, 410, 34, '#fff8e8') + circle(330, 410, 16, '#f0a93c') + repeat(4, (i) => rect(440 + i * 26, 400 + (i % 2) * 14, 20, 10, 5, '#7fa05c')) + stroke('M470 390L620 190M500 394L660 214', '#8a5a3a', 11)),
  canned: standing(150, (p) =>
    rect(270, 330, 260, 320, 20, p.metal) + rect(270, 370, 260, 240, 0, p.body) + (p.pattern === 'none' ? '' : rect(270, 370, 260, 240, 0, p.pattern, 'opacity=".6"')) + ellipse(400, 334, 130, 30, p.metal) + ellipse(400, 332, 106, 22, '#dfe3e6') + ellipse(400, 322, 34, 14, p.metal) + circle(400, 490, 74, '#fffaf0') + path('M350 490q40 -50 90 0l24 -24v48l-24 -24q-50 50 -90 0z', p.accent) + shine('M288 380v220', 10)),
  coffeeBag: standing(150, (p) =>
    path('M270 220h260l20 430H250z', p.body) + path('M270 220h260l-10 70H280z', p.deep, 'opacity=".5"') + (p.pattern === 'none' ? '' : path('M276 290h248l20 350H256z', p.pattern, 'opacity=".6"')) + rect(310, 350, 180, 190, 90, '#fffaf0') + ellipse(400, 420, 34, 46, p.accent, 'transform="rotate(24 400 420)"') + stroke('M388 384q24 36 2 74', '#fffaf0', 5) + rect(356, 486, 88, 9, 4, p.line) + shine('M286 310l-8 300', 11)),
  herbs: flat((p) =>
    group('rotate(-4 400 420)', rect(180, 240, 440, 360, 18, p.accent) + repeat(6, (i) => { const x = 200 + (i % 3) * 138; const y = 258 + Math.floor(i / 3) * 166; return rect(x, y, 124, 154, 10, '#f8f0dc') + (i % 3 === 0 ? repeat(6, (k) => circle(x + 30 + (k % 3) * 32, y + 50 + Math.floor(k / 3) * 44, 15, '#c0392f')) : i % 3 === 1 ? repeat(4, (k) => leaf(x + 24 + k * 22, y + 120, x + 50 + k * 16, y + 30, 0.25, p.body)) : repeat(5, (k) => ellipse(x + 34 + (k % 2) * 50, y + 36 + k * 22, 28, 10, p.deep))); }))),
} as const;
