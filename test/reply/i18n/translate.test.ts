import { describe, expect, it } from 'vitest';
import { languageOf, toPlainText, translate, translateText } from '../../../src/reply/i18n/translate.ts';
import { LANGUAGES } from '../../../src/reply/model/language.ts';

describe('the language of the bot’s own words', () => {
  it.each([
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['el', 'el'],
    ['hr', 'hr'],
    ['de', 'de'],
    ['fr', 'fr'],
    ['de-CH', 'de'],
    ['FR', 'fr'],
  ])('for %s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it.each(['sr', 'ja', 'pt-BR', '', 'constructor', '__proto__', 'e', 'english'])('for “%s” is English', (locale) => {
    expect(languageOf(locale)).toBe('en');
  });
});

describe('an entry that counts', () => {
  it.each([
    ['hr', 1, '1 činjenica'],
    ['hr', 2, '2 činjenice'],
    ['hr', 4, '4 činjenice'],
    ['hr', 5, '5 činjenica'],
    ['hr', 11, '11 činjenica'],
    ['hr', 12, '12 činjenica'],
    ['hr', 21, '21 činjenica'],
    ['hr', 22, '22 činjenice'],
    ['hr', 0, '0 činjenica'],
    ['fr', 0, '0 fait'],
    ['fr', 1, '1 fait'],
    ['fr', 2, '2 faits'],
    ['fr', 1_000_000, '1\u202F000\u202F000 de faits'],
    ['el', 1, '1 στοιχείο'],
    ['el', 0, '0 στοιχεία'],
    ['de', 1, '1 Fakt'],
    ['de', 1234, '1.234 Fakten'],
    ['en', 1234, '1,234 facts'],
  ] as const)('in %s of %i is “%s”', (language, n, said) => {
    expect(translateText(language, 'foot.facts', { n })).toBe(said);
  });
});

describe('a value that is put in', () => {
  it('keeps its form, and what was typed stays text', () => {
    const asked = { strong: '{story} **x**' };
    for (const language of LANGUAGES) {
      const words = translate(language, 'nothing.about', { story: { em: 'The flood' }, asked });
      expect(words).toContainEqual({ em: 'The flood' });
      expect(words).toContainEqual(asked);
      expect(toPlainText(words)).not.toContain('{asked}');
    }
  });

  it('is missed loudly', () => {
    for (const language of LANGUAGES) {
      expect(() => translate(language, 'nothing.about', { story: 'x' })).toThrow(
        'nothing.about want a value for {asked}',
      );
    }
  });
});
