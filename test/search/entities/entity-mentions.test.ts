import { describe, expect, it } from 'vitest';
import { entityMentions } from '../../../src/search/story-search.ts';
import { index } from '../dam-story.ts';

const named = (text: string): string[] => entityMentions(index, text).hits.map(({ entity }) => entity.id);
const covered = (text: string): string[] => {
  const found = entityMentions(index, text);
  return found.hits.map(({ start, end }) => found.text.slice(start, end));
};

describe('names inside a question', () => {
  it('are found with the part of the text that they cover, in its order', () => {
    expect(named('Zelengrad: what did Ana Petrović say?')).toEqual(['zelengrad', 'ana-petrovic']);
    expect(covered('Zelengrad: what did Ana Petrović say?')).toEqual(['Zelengrad', 'Ana Petrović']);
  });

  it('leave the rest, without what only asks', () => {
    expect(entityMentions(index, 'what happened at the old bridge').rest).toBe('');
    expect(entityMentions(index, 'Zelengrad water').rest).toBe('water');
    expect(entityMentions(index, 'schools').rest).toBe('schools');
  });

  it.each([
    ['water u Zelengradu', 'Zelengradu', 'zelengrad', 'a case'],
    ['вода у Зеленграду', 'Зеленграду', 'zelengrad', 'a case in Cyrillic'],
    ['zelengard water', 'zelengard', 'zelengrad', 'a slip in a word that no fact has'],
    ['did Hoxha resign', 'Hoxha', 'arben-hoxha', 'a family name'],
    ["Hoxha's schools", "Hoxha's", 'arben-hoxha', 'a genitive'],
    ['tents in North Zelengrad', 'North Zelengrad', 'north-zelengrad', 'the longer name before the shorter'],
  ])('%s: %s', (text, part, id) => {
    expect(named(text)).toEqual([id]);
    expect(covered(text)).toEqual([part]);
  });

  it('fit several when a name does', () => {
    expect(named('did Petrović resign').toSorted()).toEqual(['ana-petrovic', 'milan-petrovic']);
  });

  it('are not made of words that facts use, of weak names, or of numbers', () => {
    expect(named('police')).toEqual([]);
    expect(named('did Ana resign')).toEqual([]);
    expect(named('1200')).toEqual([]);
    expect(named('water and people')).toEqual([]);
  });

  it('keep their places behind signs of two code units', () => {
    expect(covered('🙂🙂 Zelengrad')).toEqual(['Zelengrad']);
  });
});
