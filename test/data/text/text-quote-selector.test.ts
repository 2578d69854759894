import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nearMiss } from '../../../src/data/text/nearest-quote.ts';
import { cutWord, places } from '../../../src/data/text/text-quote-selector.ts';

describe('places of a quote', () => {
  test('every one is found, overlapping ones too', () => {
    expect([...places('aaaa', { quote: 'aa' })]).toEqual([0, 1, 2]);
    expect([...places('abc', { quote: 'x' })]).toEqual([]);
    expect([...places('abc', { quote: '' })]).toEqual([]);
  });

  test('the words beside it choose among them, whatever space lies between', () => {
    const text = 'The boat sank.\nThe crew saw that the boat sank, they said.';
    expect([...places(text, { quote: 'boat sank' })]).toHaveLength(2);
    expect([...places(text, { quote: 'boat sank', before: 'that the' })]).toEqual([text.lastIndexOf('boat')]);
    expect([...places(text, { quote: 'boat sank', after: ', they' })]).toEqual([text.lastIndexOf('boat')]);
    expect([...places(text, { quote: 'boat sank', after: '.\nThe crew' })]).toEqual([text.indexOf('boat')]);
    expect([...places(text, { quote: 'boat sank', before: 'that the', after: '.' })]).toEqual([]);
  });

  test('against a walk over every offset', () => {
    const sign = fc.constantFrom('a', 'b', ' ', '\n');
    const some = (maxLength: number) => fc.string({ unit: sign, maxLength });
    fc.assert(
      fc.property(some(30), some(3), some(3), some(3), (text, quote, before, after) => {
        const naive = Array.from({ length: text.length }, (_, at) => at).filter(
          (at) =>
            quote !== '' &&
            text.slice(at, at + quote.length) === quote &&
            text.slice(0, at).trimEnd().endsWith(before.trim()) &&
            text
              .slice(at + quote.length)
              .trimStart()
              .startsWith(after.trim()),
        );
        expect([...places(text, { quote, before, after })]).toEqual(naive);
      }),
    );
  });
});

describe('a cut word', () => {
  const cut = (text: string, quote: string) => {
    const at = text.indexOf(quote);
    return cutWord(text, at, at + quote.length)?.word ?? null;
  };

  test.each([
    ['They are unable to land.', 'able to land', 'unable'],
    ['They are unable to land.', 'They are un', 'unable'],
    ['Die Öl-Überläufe.', 'berläufe', 'Überläufe'],
    ['Turnout was 13.5%.', '3.5%', '13'],
    ['Зубин Поток', 'бин', 'Зубин'],
  ])('in %j: %j', (text, quote, word) => {
    expect(cut(text, quote)).toBe(word);
  });

  test.each([
    ['They are unable to land.', 'unable to land'],
    ['“Land!” he said.', 'Land'],
    ['Turnout was 3.5%.', '3.5'],
    ['船长说船沉了。', '船沉了'],
    ['Kosovo’s ministry', 'Kosovo'],
  ])('not in %j: %j', (text, quote) => {
    expect(cut(text, quote)).toBeNull();
  });
});

describe('a near miss', () => {
  const text =
    'Line one.\n“We need normalcy… What is the point?“, he added – again.\nThe mayors of Zvečan work from their homes.';
  const miss = (quote: string) => nearMiss(text, fold(text), quote);

  test.each([
    [
      '“We need normalcy...',
      'the quote has ., a full stop (U+002E), the source has …, the one sign for an ellipsis (U+2026)',
    ],
    ['he added - again', 'the quote has -, a hyphen (U+002D), the source has –, an en dash (U+2013)'],
    [
      'point?”, he',
      'the quote has ”, a closing double quotation mark (U+201D), the source has “, an opening double quotation mark (U+201C)',
    ],
    ['mayors of Zvecan', "the quote has 'c', the source has 'č'"],
    ['mayors of Zvec\u030can', "the quote has 'c', the source has 'č'"],
    ['of\u00a0Zvečan', 'the quote has a no-break space (U+00A0), the source has a space (U+0020)'],
    ['of Zve\u200bčan', "the quote has a zero-width space (U+200B), the source has 'č'"],
    ['The mayors of Zvečan worked from their homes', "the quote has 'worked', the source has 'work'"],
    ['The mayor of Zvečan work from their homes', "the quote has 'mayor', the source has 'mayors'"],
    ['Some mayors of Zvečan work from their homes', "the quote has 'Some', the source has 'The'"],
    ['he  added', "the quote has a space (U+0020), the source has 'a'"],
    ['again. The mayors', 'the quote has a space (U+0020), the source has a line end (U+000A)'],
    ['\nThe mayors of ', null],
    [' mayors of Zvečan ', null],
    [
      '“ We need normalcy',
      'the quote has a space (U+0020), the source has “, an opening double quotation mark (U+201C)',
    ],
    ['  Line one.', 'the quote begins with a space (U+0020), which the source does not have there'],
  ])('%j', (quote, differs) => {
    expect(text.includes(quote) ? null : (miss(quote)?.differs ?? 'none')).toBe(differs);
  });

  test.each(['The prime minister resigned on Friday.', 'x', '', '   '])('%j is another sentence', (quote) => {
    expect(miss(quote)).toBeNull();
  });

  test('always names a place where the two do part', () => {
    const slip = fc.tuple(fc.nat(), fc.constantFrom('', 'x', '’', '🛟', '\u00a0'));
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 15, max: 50 }), slip, (from, length, [where, sign]) => {
        const quote = text.slice(from, from + length);
        const at = where % quote.length;
        const damaged = quote.slice(0, at) + sign + quote.slice(at + 1);
        fc.pre(!text.includes(damaged));
        const near = miss(damaged);
        fc.pre(near !== null);
        expect(damaged.slice(near?.inQuote, (near?.inQuote ?? 0) + 1)).not.toBe(
          text.slice(near?.inText, (near?.inText ?? 0) + 1),
        );
      }),
    );
  });
});
