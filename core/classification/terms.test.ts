import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTerms, matchTerms, singular, tokenize } from './terms.ts';

describe('terms', () => {
  const index = indexTerms([['phone', 'phone'], ['phone case', 'case'], ['手机', 'phone'], ['手机壳', 'case'], ['polo衫', 'polo']] as const);
  const found = (text: string) => matchTerms(tokenize(text), index).filter((match) => !match.covered).flatMap((match) => match.meanings);

  test('a phone case is not a phone, in either language', () => {
    expect(found('Clear Phone Cases')).toEqual(['case']);
    expect(found('透明手机壳')).toEqual(['case']);
  });

  test('a term of two scripts is found as one', () => {
    expect(found('男士 POLO衫 夏季')).toEqual(['polo']);
  });

  test('full-width letters and possessives count as the plain word', () => {
    expect(tokenize("ＵＳＢ women's").map((token) => token.text)).toEqual(['usb', 'women']);
  });

  test('plurals meet their singular, glasses stay glasses', () => {
    expect(['boxes', 'batteries', 'dresses', 'glasses', 'gloves'].map(singular)).toEqual(['box', 'battery', 'dress', 'glasses', 'glove']);
  });

  test('every token stands where it says in the merchant\'s own text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const tokens = tokenize(text);
      tokens.forEach((token, index) => {
        expect(token.start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0);
        expect(token.end).toBeLessThanOrEqual(text.toLowerCase().length);
      });
    }));
  });
});
