import type { Catalogues } from '../ui/text.tsx';
import en from './messages/en.json' with { type: 'json' };
import hans from './messages/zh-Hans.json' with { type: 'json' };
import hant from './messages/zh-Hant.json' with { type: 'json' };

/** This area's words. Import it in loaders only: the page receives the one language it shows. */
export const catalogues: Catalogues<keyof typeof en> = { en, 'zh-Hans': hans, 'zh-Hant': hant };
