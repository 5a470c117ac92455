import { type Say, useText } from '../ui/text.tsx';
import type messages from './messages/en.json';

export type MerchantTextId = keyof typeof messages;

/** Says a text of this area. */
export const useMerchantText = (): Say<MerchantTextId> => useText<MerchantTextId>();
