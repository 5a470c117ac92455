import { ok, refuse, type Refusal, type Result } from '../result.ts';

/** A state machine made of nothing but its table. */
export type Moves<State extends string, Move extends string> = Readonly<{
  states: readonly State[];
  /** The state a move leads to. May fail with: wrong_state (facts: state, move). */
  move: (state: State, move: Move) => Result<State, Refusal<'wrong_state'>>;
  /** The moves a state allows, in table order. */
  allowed: (state: State) => readonly Move[];
  /** True when nothing can follow. */
  isFinal: (state: State) => boolean;
  /** True when a stored or received text is one of the states. */
  isState: (text: string) => text is State;
}>;

/**
 * Makes a state machine of a transition table: for every state, the moves it knows and the state each leads to; an empty
 * row is a final state. The types of states and moves are read off the table.
 */
export function defineMoves<State extends string, Move extends string>(
  table: Readonly<Record<State, Readonly<Partial<Record<Move, NoInfer<State>>>>>>,
): Moves<State, Move> {
  const isState = (text: string): text is State => Object.hasOwn(table, text);
  const isMoveOf = (state: State) => (text: string): text is Move => Object.hasOwn(table[state], text);
  const allowed = (state: State): readonly Move[] => Object.keys(table[state]).filter(isMoveOf(state));
  return {
    states: Object.keys(table).filter(isState),
    move: (state, move) => {
      const next = Object.hasOwn(table[state], move) ? table[state][move] : undefined;
      return next === undefined ? refuse('wrong_state', { state, move }) : ok<State>(next);
    },
    allowed,
    isFinal: (state) => allowed(state).length === 0,
    isState,
  };
}
