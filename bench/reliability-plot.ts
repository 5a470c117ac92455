import type { ReliabilityBin } from '#core/classification/fit-confidence.ts';

const SIZE = 420;
const EDGE = 52;
const COLOURS = ['#111827', '#0f766e', '#b45309', '#4338ca', '#be123c'] as const;

function place(x: number, y: number): Readonly<{ x: number; y: number }> {
  return { x: EDGE + x * SIZE, y: 16 + (1 - y) * SIZE };
}

function grid(): string {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => {
    const [left, right, foot, head] = [place(0, at), place(1, at), place(at, 0), place(at, 1)];
    return `<path d="M${left.x} ${left.y}H${right.x}M${foot.x} ${foot.y}V${head.y}" stroke="#e5e7eb"/><text x="${left.x - 8}" y="${left.y + 4}" text-anchor="end">${at}</text><text x="${foot.x}" y="${foot.y + 18}" text-anchor="middle">${at}</text>`;
  }).join('');
}

function line(bins: readonly ReliabilityBin[], colour: string, wide: boolean): string {
  const points = bins.map((bin) => ({ ...place(bin.stated, bin.actual), size: Math.max(2, Math.min(9, Math.sqrt(bin.rows) / 1.6)), rows: bin.rows }));
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const dots = points.map(({ x, y, size, rows }) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${size.toFixed(1)}" fill="${colour}"><title>${rows} rows</title></circle>`).join('');
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${wide ? 3 : 1.3}"/>${dots}`;
}

/** A reliability diagram as SVG: what was said along the foot, how often it was true up the side, the diagonal where both agree; a dot grows with its rows. */
export function reliabilityPlot(curves: readonly Readonly<{ name: string; bins: readonly ReliabilityBin[] }>[]): string {
  const [low, high] = [place(0, 0), place(1, 1)];
  const colour = (index: number): string => COLOURS[index % COLOURS.length] ?? COLOURS[0];
  const names = curves.map(({ name }, index) => `<rect x="${EDGE + 14}" y="${30 + index * 20}" width="12" height="12" fill="${colour(index)}"/><text x="${EDGE + 32}" y="${41 + index * 20}">${name}</text>`).join('');
  const lines = curves.map(({ bins }, index) => line(bins, colour(index), index === 0)).toReversed().join('');
  const axes = `<text x="${EDGE + SIZE / 2}" y="${SIZE + 54}" text-anchor="middle">confidence said</text><text transform="translate(14 ${16 + SIZE / 2}) rotate(-90)" text-anchor="middle">how often right</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE + EDGE + 20} ${SIZE + 64}" font-family="system-ui, sans-serif" font-size="12" fill="#374151"><rect width="100%" height="100%" fill="#fff"/>${grid()}<path d="M${low.x} ${low.y}L${high.x} ${high.y}" stroke="#9ca3af" stroke-dasharray="5 4"/>${lines}${names}${axes}</svg>\n`;
}
