import { type Say, useText } from '../ui/text.tsx';
import type messages from './messages/en.json';

export type StorefrontTextId = keyof typeof messages;

/** Says a text of this area. */
export const useStorefrontText = (): Say<StorefrontTextId> => useText<StorefrontTextId>();
