import { type Say, useText } from '../ui/text.tsx';
import type messages from './messages/en.json';

export type CreatorTextId = keyof typeof messages;

/** Says a text of this area. */
export const useCreatorText = (): Say<CreatorTextId> => useText<CreatorTextId>();
