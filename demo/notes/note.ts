import type { Market } from '#core/market/market.ts';
import type { NoteCover, SceneName } from '../drawings/note-cover.ts';

/** A note as its author publishes it. Likes and saves begin at nothing: readers of the demo give them. */
export type DemoNote = Readonly<{
  key: string;
  authorKey: string;
  title: string;
  body: string;
  tags: readonly string[];
  scene: SceneName;
  language: 'en' | 'zh-Hans' | 'zh-Hant';
  productKeys: readonly string[];
  markets: readonly Market[];
  daysAgo: number;
  likes: 0;
  saves: 0;
  cover: NoteCover;
}>;
