import { describe, expect, it } from 'vitest';
import { highlights } from '../../../src/search/story-search.ts';

const marked = (text: string, typed: string): string[] =>
  highlights(text, typed).map(({ start, end }) => text.slice(start, end));

describe('marks in what is shown', () => {
  it.each([
    [
      'Soldiers carried sandbags to the hospital.',
      'soldier sandbags',
      ['Soldiers', 'sandbags'],
      'words and their forms',
    ],
    ['Ana Petrović refuses to reopen the schools.', 'ана петровић', ['Ana', 'Petrović'], 'another script'],
    ['Police divers found two anglers.', 'polcie', ['Police'], 'what was misspelt'],
    ['The water rose.', 'what is the water', ['water'], 'never what only asks'],
    ['The water rose.', 'fire', [], 'nothing where nothing was asked for'],
    ['🙂 The water rose.', 'water', ['water'], 'behind signs of two code units'],
  ])('%s ← %s: %s', (text, typed, expected) => {
    expect(marked(text, typed)).toEqual(expected);
  });
});
