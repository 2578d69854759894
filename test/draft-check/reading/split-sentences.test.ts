import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/draft-check/reading/split-sentences.ts';

const split = (draft: string) => splitSentences(draft).map(({ text }) => text);

describe('the sentences of a draft', () => {
  it('end at a stop before a capital', () => {
    expect(split('Kurti spoke. Simić answered! Who won? Nobody.')).toEqual([
      'Kurti spoke.',
      'Simić answered!',
      'Who won?',
      'Nobody.',
    ]);
  });

  it('do not end at an abbreviation, an initial, a decimal or an ordinal', () => {
    expect(split('Mr. Kurti met J. Smith at 3.5 p.m. on the 1. Juni 2023 in Pristina.')).toHaveLength(1);
    expect(split('Turnout was 3.5%. It was low.')).toEqual(['Turnout was 3.5%.', 'It was low.']);
    expect(split('It was held in 2023. Nobody came.')).toHaveLength(2);
  });

  it('keep a quotation whole, and with its speaker', () => {
    const quote = '“We need normalcy. What is the point?” Kurti asked.';
    expect(split(`${quote} Then he left.`)).toEqual([quote, 'Then he left.']);
    expect(split('“We need normalcy.” The crowd went home.')).toEqual(['“We need normalcy.”', 'The crowd went home.']);
  });

  it('are not swallowed by a quotation mark without a partner', () => {
    expect(split('The 6" gun fired. It missed.')).toHaveLength(2);
    expect(split('He said “go. They went.\n\nNobody stayed.')).toHaveLength(3);
  });

  it('end at a headline, a list item and a paragraph, but not at a wrapped line', () => {
    expect(split('Demonstration in Mitrovica\nHundreds came.')).toEqual([
      'Demonstration in Mitrovica',
      'Hundreds came.',
    ]);
    expect(split('- one officer hurt\n- two cars damaged')).toEqual(['one officer hurt', 'two cars damaged']);
    const wrapped =
      'Several hundred Albanians demonstrated at noon near the bridge that\nconnects both parts of Mitrovica.';
    expect(split(wrapped)).toHaveLength(1);
  });

  it('are cut out of the draft as they stand, in order', () => {
    const words = fc.constantFrom(
      'Kurti',
      'said',
      '.',
      '…',
      '“',
      '”',
      '"',
      '\n',
      '\n\n',
      ' ',
      '3.5',
      'Mr.',
      '- ',
      '«',
      '»',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (draft) => {
          let last = 0;
          for (const { text, start, end } of splitSentences(draft)) {
            expect(draft.slice(start, end)).toBe(text);
            expect(start).toBeGreaterThanOrEqual(last);
            last = end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
