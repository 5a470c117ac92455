import { type Say, useText } from '../ui/text.tsx';
import type messages from './messages/en.json';

export type AccountTextId = keyof typeof messages;

/** Says a text of this area. */
export const useAccountText = (): Say<AccountTextId> => useText<AccountTextId>();
