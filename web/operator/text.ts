import { type Say, useText } from '../ui/text.tsx';
import type messages from './messages/en.json';

export type OperatorTextId = keyof typeof messages;

/** Says a text of this area. */
export const useOperatorText = (): Say<OperatorTextId> => useText<OperatorTextId>();
