import { homeAndTravelPages } from './home-and-travel.ts';
import type { DemoEnglishPage } from './page.ts';
import { smallJoyPages } from './small-joys.ts';
import { wearAndCarryPages } from './wear-and-carry.ts';

/** The pages that a person wrote in English. */
export const demoEnglishPages: readonly DemoEnglishPage[] = [...homeAndTravelPages, ...wearAndCarryPages, ...smallJoyPages];
