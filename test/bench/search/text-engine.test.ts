import { describe, expect, it } from 'vitest';
import { buildNameEngine, buildTextEngine, searchNames, searchTexts } from '../../../bench/search/text-engine.ts';

const doc = (id: string, names: readonly string[], text = '') => ({ id, names, text });

describe('plain documents, without a story', () => {
  it('are found by the words of their names and texts', () => {
    const engine = buildTextEngine([
      doc('a', ['Ana Petrović'], 'opened a school in Niš'),
      doc('b', ['Arben Hoxha'], 'closed a school in Durrës'),
      doc('c', [], 'a bridge fell'),
    ]);
    const found = (text: string): string[] => searchTexts(engine, text, 10).map(({ id }) => id);
    expect(found('school durres')).toEqual(['b', 'a']);
    expect(found('what did petrovic open')[0]).toBe('a');
    expect(found('brigde')).toEqual(['c']);
    expect(found('xyzzy')).toEqual([]);
    expect(searchTexts(engine, 'school', 1)).toHaveLength(1);
  });

  it('are found by their names', () => {
    const engine = buildNameEngine([
      doc('a', ['Ana Petrović', 'Ана Петровић']),
      doc('b', ['Ana Petrov']),
      doc('c', ['Arben Hoxha']),
    ]);
    const found = (text: string): string[] => searchNames(engine, text, 10).map(({ id }) => id);
    expect(found('ana petrovic')[0]).toBe('a');
    expect(found('ana petrov')[0]).toBe('b');
    expect(found('Арбен Ходжа')[0]).toBe('c');
    expect(found('')).toEqual([]);
  });

  it.each([
    ['Γουίλιαμ Τζένινγκς', 'a', 'an English w and j as Greek spells them'],
    ['Γουλιέλμος Τζίνης', 'b', 'a Greek name with the same letters'],
    ['Τζεμάλ Γιαζιτζί', 'c', 'a Turkish c and y'],
  ])('%s is %s: %s', (typed, expected) => {
    const engine = buildNameEngine([
      doc('a', ['William Jennings']),
      doc('b', ['Gulielmos Tzinis']),
      doc('c', ['Cemal Yazıcı']),
      doc('d', ['Gjuliana Zeneli']),
      doc('e', ['Gülay Tekin']),
    ]);
    expect(searchNames(engine, typed, 10)[0]?.id).toBe(expected);
  });
});
