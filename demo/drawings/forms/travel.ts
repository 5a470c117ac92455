import { printed } from '../paint.ts';
import { circle, group, mirrored, path, rect, repeat, shine, stroke } from '../shapes.ts';
import { flat, standing } from './form.ts';

export const TRAVEL_FORMS = {
  neckPillow: standing(220, (p) =>
    printed(p, 'M400 230c150 0 220 100 210 230c-6 90 -30 170 -90 180c-60 8 -84 -50 -70 -110c16 -60 10 -120 -50 -120s-66 60 -50 120c14 60 -10 118 -70 110c-60 -10 -84 -90 -90 -180c-10 -130 60 -230 210 -230z') + stroke('M230 470c-6 -110 50 -190 170 -190s176 80 170 190', p.seam, 4, '13 9') + stroke('M244 600q30 20 70 0M486 600q40 20 70 0', p.seam, 4) + rect(466, 560, 52, 20, 5, p.accent) + circle(316, 560, 10, p.accent) + circle(484, 540, 0, p.accent) + shine('M228 400c10 -70 60 -120 130 -130', 17, 0.4)),
  suitcase: standing(170, (p) =>
    stroke('M340 210V110h120v100', '#a8adb3', 14) + rect(330, 96, 140, 28, 12, p.dark) + printed(p, 'M280 200h240q40 0 40 40v340q0 40 -40 40H280q-40 0 -40 -40V240q0 -40 40 -40z') + repeat(5, (i) => rect(280 + i * 54, 224, 16, 372, 8, p.deep, 'opacity=".25"')) + mirrored(circle(284, 634, 20, p.dark) + rect(240, 400, 30, 34, 8, p.accent)) + rect(366, 250, 68, 40, 8, p.accent) + shine('M262 250v320', 10)),
  organiser: standing(220, (p) =>
    [0, 1, 2].map((i) => { const y = 520 - i * 118; const w = 400 - i * 50; const x = 400 - w / 2; return printed(p, `M${x} ${y + 20}q0 -20 20 -20h${w - 40}q20 0 20 20v90q0 20 -20 20H${x + 20}q-20 0 -20 -20z`, [p.body, p.accent, p.pale][i] ?? p.body) + rect(x + 30, y + 26, w - 60, 70, 12, p.white, 'opacity=".35"') + stroke(`M${x + 20} ${y + 14}h${w - 40}`, p.line, 4, '8 4') + rect(x + w - 60, y + 8, 30, 14, 5, p.metal); }).join('')),
  eyeMask: flat((p) =>
    stroke('M170 400Q60 260 200 210M630 400Q740 260 600 210', p.accentFlat, 20) + printed(p, 'M160 400q0 -100 120 -100h240q120 0 120 100q0 120 -120 130q-70 0 -90 -70q-30 -40 -60 0q-20 70 -90 70q-120 -10 -120 -130z') + stroke('M186 400q0 -76 100 -76h228q100 0 100 76', p.seam, 3, '10 8') + stroke('M240 420q40 40 90 0M470 420q50 40 90 0', p.line, 7) + shine('M200 360q30 -40 90 -40', 10, 0.35)),
  umbrella: standing(80, (p) =>
    stroke('M400 160V580q0 60 -44 60t-44 -50', '#8a6a4c', 15) + printed(p, 'M130 400Q150 170 400 160Q650 170 670 400q-40 -40 -90 0q-44 -44 -90 0q-44 -44 -90 0q-46 -44 -90 0q-46 -44 -90 0q-44 -40 -90 0z') + stroke('M400 160Q300 260 310 400M400 160Q500 260 490 400M400 160V400', p.seam, 3) + rect(394, 128, 12, 40, 6, p.accent) + shine('M190 330q30 -90 130 -130', 12, 0.35)),
  tent: standing(300, (p) =>
    printed(p, 'M400 200L680 640H120z') + path('M400 200L540 640H400z', p.deep, 'opacity=".35"') + path('M400 300L330 640h150z', p.accent) + path('M400 300L430 640h50z', p.line, 'opacity=".5"') + stroke('M400 200L400 168M120 640l-50 10M680 640l50 10', p.line, 7) + path('M400 140l60 20l-60 20z', p.accent) + shine('M380 250L180 580', 10, 0.3)),
  lantern: standing(120, (p) =>
    circle(400, 420, 230, '#ffe2a0', 'opacity=".3"') + stroke('M310 280Q320 130 400 130T490 280', '#8b9198', 12) + path('M330 240h140l30 50H300z', p.body) + rect(316, 290, 168, 250, 30, '#fff0c4') + path('M400 360q44 60 20 110q-20 30 -40 0q-24 -50 20 -110z', '#f3a93c') + repeat(4, (i) => rect(318 + i * 52, 286, 8, 260, 4, p.accent)) + path('M290 540h220l20 110H270z', p.body) + circle(400, 596, 16, p.accent) + shine('M300 570l-10 60', 8)),
  campChair: standing(230, (p) =>
    stroke('M220 650L560 400M580 650L240 400M240 400L210 210M560 400L590 210', '#7d868c', 14) + printed(p, 'M204 200q196 50 392 0l-30 200q-166 40 -332 0z') + printed(p, 'M226 400q174 60 348 0l20 80q-194 70 -388 0z', p.accent) + stroke('M150 390h100M550 390h100', p.line, 20) + shine('M236 230l16 150', 10, 0.3)),
  bottle: standing(110, (p) =>
    stroke('M360 180q40 -60 80 0', p.accentFlat, 18) + rect(346, 180, 108, 70, 16, p.accent) + printed(p, 'M330 250h140q40 20 40 70v290q0 40 -40 40H330q-40 0 -40 -40V320q0 -50 40 -70z') + rect(290, 430, 220, 14, 0, p.pale, 'opacity=".6"') + shine('M314 320v270', 12)),
  knife: flat((p) =>
    group('rotate(-30 400 400)', path('M380 370h250q70 20 90 56q-160 10 -340 0z', p.metal) + shine('M400 384h220', 6, 0.8) + printed(p, 'M110 372q0 -20 24 -20h246q20 0 20 40t-20 44H140q-30 0 -30 -64z', p.wood) + circle(366, 396, 15, p.metal) + circle(180, 396, 9, p.metal) + circle(260, 396, 9, p.metal))),
  map: flat((p) =>
    group('rotate(-5 400 420)', rect(150, 240, 500, 360, 6, '#f7efdb') + path('M190 300q90 -50 170 0t110 -10q80 -20 130 60q20 110 -60 160q-90 20 -160 -20t-140 40q-60 -30 -70 -110t20 -120z', p.body) + (p.pattern === 'none' ? '' : path('M190 300q90 -50 170 0t110 -10q80 -20 130 60q20 110 -60 160q-90 20 -160 -20t-140 40q-60 -30 -70 -110t20 -120z', p.pattern, 'opacity=".5"')) + stroke('M240 460q100 -90 160 -60t150 -60', '#cf3f35', 6, '14 10') + circle(550, 340, 16, '#cf3f35') + stroke('M317 240v360M483 240v360', '#d6c9a8', 3))),
  luggageTag: flat((p) =>
    stroke('M400 250C300 120 520 60 500 190', p.accentFlat, 16) + group('rotate(6 400 430)', printed(p, 'M300 300q100 -70 200 0v290q0 30 -30 30H330q-30 0 -30 -30z') + circle(400, 306, 18, p.wall) + rect(330, 370, 140, 200, 10, p.white) + rect(352, 410, 96, 10, 5, p.line) + rect(352, 444, 70, 7, 3, p.seam) + rect(352, 474, 84, 7, 3, p.seam) + rect(352, 520, 40, 24, 4, p.accent))),
  raincoat: flat((p) =>
    path('M330 210q70 -120 140 0l-20 40H350z', p.deep) + printed(p, 'M330 210q70 50 140 0l110 60l70 200l-80 30l-50 -110l20 270H260l20 -270l-50 110l-80 -30l70 -200z') + stroke('M400 240v410', p.seam, 5) + repeat(5, (i) => circle(416, 300 + i * 70, 9, p.accent)) + shine('M310 260l-40 120', 11, 0.4)),
} as const;
