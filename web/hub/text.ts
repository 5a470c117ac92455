import { type Say, useText } from '../ui/text.tsx';
import type messages from './messages/en.json';

export type HubTextId = keyof typeof messages;

/** Says a text of this area. */
export const useHubText = (): Say<HubTextId> => useText<HubTextId>();
