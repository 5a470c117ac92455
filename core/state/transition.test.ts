import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defineMoves } from './transition.ts';

const LAMP = defineMoves({ dark: { light: 'lit', smash: 'broken' }, lit: { douse: 'dark', smash: 'broken' }, broken: {} });

test('a legal move leads to the state of the table', () => {
  expect(LAMP.move('dark', 'light')).toEqual({ ok: true, value: 'lit' });
});

test('an illegal move is refused with the state and the move it was tried in', () => {
  expect(LAMP.move('broken', 'light')).toEqual({ ok: false, problem: { code: 'wrong_state', facts: { state: 'broken', move: 'light' } } });
});

test('a state without moves is final, and only such a state', () => {
  expect(LAMP.states.filter(LAMP.isFinal)).toEqual(['broken']);
});

test('a name every object inherits is neither a state nor a move', () => {
  expect(LAMP.isState('toString')).toBe(false);
  expect(LAMP.isState('constructor')).toBe(false);
});

test('exactly the allowed moves succeed, from every state', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LAMP.states), fc.constantFrom('light' as const, 'douse' as const, 'smash' as const), (state, move) => {
      expect(LAMP.move(state, move).ok).toBe(LAMP.allowed(state).includes(move));
    }),
  );
});
