import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseLocale, isLocale, readCookie, wishedLocale } from './locale.ts';

describe('the language of a page', () => {
  test('is what the address says before anything else', () => {
    expect(chooseLocale({ query: 'en', cookie: 'zh-Hans', acceptLanguage: 'zh-HK', fallback: 'zh-Hans' })).toBe('en');
  });

  test('is the visitor’s own choice before the browser’s wish', () => {
    expect(chooseLocale({ query: null, cookie: 'zh-Hant', acceptLanguage: 'en-US,en;q=0.9', fallback: 'en' })).toBe('zh-Hant');
  });

  test('is the area’s own when neither the address, the cookie nor the browser names one we have', () => {
    expect(chooseLocale({ query: 'fr', cookie: 'x', acceptLanguage: 'fr-FR,de;q=0.8', fallback: 'zh-Hans' })).toBe('zh-Hans');
  });

  test.each([
    ['zh-HK,zh;q=0.9,en;q=0.8', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-TW,en', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-CN,zh;q=0.9', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['fr, en-GB;q=0.7, zh-HK;q=0.3', 'en'],
    ['en;q=0.2, zh-HK;q=0.9', 'zh-Hant'],
    ['en;q=0', null],
    ['', null],
  ])('reads %j as %j', (header, wanted) => {
    expect(wishedLocale(header)).toBe(wanted);
  });

  test('is always one we have, whatever a header holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, acceptLanguage) => {
        expect(isLocale(chooseLocale({ query, cookie: null, acceptLanguage, fallback: 'en' }))).toBe(true);
      }),
    );
  });
});

describe('a cookie', () => {
  test('is found among others and unescaped', () => {
    expect(readCookie('a=1; locale=zh-Hant; b=%E4%B8%AD', 'locale')).toBe('zh-Hant');
    expect(readCookie('a=1; b=%E4%B8%AD', 'b')).toBe('中');
  });

  test('is null when it is not there, or stands only inside another name', () => {
    expect(readCookie('mylocale=en', 'locale')).toBeNull();
    expect(readCookie(null, 'locale')).toBeNull();
  });

  test('that is not valid escaping is taken as it stands', () => {
    expect(readCookie('locale=%E4%', 'locale')).toBe('%E4%');
  });
});
