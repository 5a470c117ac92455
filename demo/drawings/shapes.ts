/** SVG fragments. Everything is drawn on a square of 800 by 800 with the floor at y = 650 and light from the upper left. */

const round = (value: number) => Math.round(value * 10) / 10;

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;
}

export function rect(x: number, y: number, width: number, height: number, radius: number, fill: string, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${fill}"${more && ` ${more}`}/>`;
}

export function circle(x: number, y: number, radius: number, fill: string, more = ''): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"${more && ` ${more}`}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${more && ` ${more}`}/>`;
}

/** A line with round ends; `dash` is an SVG dash array such as `10 12` for stitches. */
export function stroke(d: string, colour: string, width: number, dash = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${dash && ` stroke-dasharray="${dash}"`}/>`;
}

/** A soft reflection along an edge that faces the light. */
export function shine(d: string, width = 10, opacity = 0.45): string {
  return `<path d="${d}" fill="none" stroke="#fff" stroke-opacity="${opacity}" stroke-width="${width}" stroke-linecap="round"/>`;
}

export function group(transform: string, content: string): string {
  return `<g transform="${transform}">${content}</g>`;
}

/** The content, and its mirror image about x = 400: most made things are symmetrical. */
export function mirrored(content: string): string {
  return content + group('translate(800 0) scale(-1 1)', content);
}

/** `draw` called for each of `count` positions. */
export function repeat(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

/** A point on a circle; the angle is in degrees, clockwise from the right. */
export function around(x: number, y: number, radius: number, degrees: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [round(x + radius * Math.cos(angle)), round(y + radius * Math.sin(angle))];
}

/** A star or blossom of `points` petals as a path. */
export function blossom(x: number, y: number, radius: number, points: number, fill: string): string {
  return repeat(points, (index) => {
    const [px, py] = around(x, y, radius * 0.62, (index * 360) / points - 90);
    return circle(px, py, radius * 0.5, fill);
  });
}

/** A leaf from one point to another, bulging to its left. */
export function leaf(x: number, y: number, tipX: number, tipY: number, bulge: number, fill: string): string {
  const midX = (x + tipX) / 2;
  const midY = (y + tipY) / 2;
  const dx = (tipY - y) * bulge;
  const dy = (x - tipX) * bulge;
  return path(`M${round(x)} ${round(y)}Q${round(midX + dx)} ${round(midY + dy)} ${round(tipX)} ${round(tipY)}Q${round(midX - dx)} ${round(midY - dy)} ${round(x)} ${round(y)}Z`, fill);
}
