/** The colours things are drawn in: the body, a second colour, and the wall behind. */
export type Palette = Readonly<{ body: string; accent: string; wall: string }>;

export const PALETTES = {
  fog: { body: '#a9b7c0', accent: '#e8d9c5', wall: '#e9edf0' },
  oat: { body: '#e3d3b8', accent: '#a9795a', wall: '#f6efe4' },
  cream: { body: '#f4ead8', accent: '#c98d6b', wall: '#efe3d3' },
  snow: { body: '#f5f5f2', accent: '#8fa3a8', wall: '#dfe7e8' },
  charcoal: { body: '#4b4f56', accent: '#d9a45b', wall: '#dcdcd8' },
  ink: { body: '#2f3a4a', accent: '#c8b28a', wall: '#dfe3e6' },
  indigo: { body: '#3d5a8a', accent: '#f2efe6', wall: '#dde6ee' },
  denim: { body: '#6a8cae', accent: '#f1e3c6', wall: '#e6edf2' },
  sky: { body: '#9cc7e0', accent: '#f7d774', wall: '#e7f2f8' },
  mint: { body: '#a7d3c0', accent: '#f5b79f', wall: '#e6f4ee' },
  sage: { body: '#9fb08f', accent: '#efe6d0', wall: '#eaf0e4' },
  moss: { body: '#5f7353', accent: '#d8b573', wall: '#e5eadc' },
  celadon: { body: '#b7d0c2', accent: '#6f8f83', wall: '#edf4ef' },
  jade: { body: '#5aa583', accent: '#f3e7c9', wall: '#e2f1ea' },
  lemon: { body: '#f3d567', accent: '#6fa3a0', wall: '#fbf4d9' },
  honey: { body: '#e2a840', accent: '#8a5a2b', wall: '#faedd2' },
  apricot: { body: '#f2b58a', accent: '#7d9a8c', wall: '#fcebdd' },
  terracotta: { body: '#c46f4d', accent: '#f0dcc0', wall: '#f7e5da' },
  brick: { body: '#a8473a', accent: '#e8c27a', wall: '#f3ded6' },
  cinnabar: { body: '#cf3f35', accent: '#f0cf82', wall: '#fae4dc' },
  rose: { body: '#dd8795', accent: '#fbe3d4', wall: '#fbe9ea' },
  blush: { body: '#f1c5c0', accent: '#b3716d', wall: '#fbf0ec' },
  plum: { body: '#7e4d6b', accent: '#eac9b8', wall: '#efe2ea' },
  lilac: { body: '#bda9d6', accent: '#f6e6a8', wall: '#f0ebf7' },
  walnut: { body: '#7c5538', accent: '#e8cfa6', wall: '#f0e6da' },
  bamboo: { body: '#d9b97c', accent: '#6d8b5c', wall: '#f4eedb' },
  camel: { body: '#b98a5e', accent: '#3f4a4f', wall: '#f3e8da' },
  silver: { body: '#cfd4d8', accent: '#7f93a3', wall: '#e5e3ea' },
  gold: { body: '#dcb35c', accent: '#fbf3df', wall: '#efe3dc' },
  berry: { body: '#b83a5f', accent: '#ffd9c7', wall: '#f9e2e6' },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof PALETTES;

/** `ratio` of the way from one colour to another, channel by channel; both are #rrggbb. */
export function mix(from: string, to: string, ratio: number): string {
  const channel = (at: number) => {
    const start = Number.parseInt(from.slice(at, at + 2), 16);
    const end = Number.parseInt(to.slice(at, at + 2), 16);
    return Math.round(start + (end - start) * ratio).toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

export function lighten(colour: string, ratio: number): string {
  return mix(colour, '#ffffff', ratio);
}

/** Towards a warm dark brown: a plain black would make the flat colours look dirty. */
export function darken(colour: string, ratio: number): string {
  return mix(colour, '#2a1c1a', ratio);
}
