import { describe, expect, it } from 'vitest';
import { buildIndex, findFacts } from '../../../src/search/story-search.ts';
import { dam, fact, index, story } from '../dam-story.ts';

const answers = (text: string): string[] => findFacts(index, text).answers.map((hit) => hit.fact.id);
const first = (text: string): string | undefined => answers(text)[0];
const related = (text: string): string[] => findFacts(index, text).related.map((hit) => hit.fact.id);

describe('the full order, with its reason', () => {
  it('what says all of it, then what says part of it', () => {
    // d04 has both words; d02 has the water only.
    expect(answers('how far did the water rise')).toEqual(['d04']);
    expect(answers('water').toSorted()).toEqual(['d02', 'd04']);
  });

  it('what a person said before what is said of them', () => {
    expect(answers('what did Ana Petrović say')).toEqual(['d06', 'd05']);
  });

  it('a place in any of its names leads to what happened there', () => {
    expect(answers('Μπρέζνα').toSorted()).toEqual(['d01', 'd13']);
    expect(answers('tents in Brezna')[0]).toBe('d13');
  });

  it('a person in another script, and words in English', () => {
    expect(first('Ана Петровић schools')).toBe('d06');
  });

  it('a role stands for its holder', () => {
    expect(first('mayor of Zelengrad schools')).toBe('d06');
  });
});

describe('words', () => {
  it.each([
    ['policeman injured', 'd11', 'another ending'],
    ['injurd policemen', 'd11', 'misspelt'],
    ['sandb', 'd10', 'still being typed'],
    ['dam collapse', 'd01', 'a search word of the editors, which the sentence has not'],
    ['negotiations with the government', 'd14', 'a synonym of the dictionary: talks'],
    ['students in tents', 'd13', 'a synonym of the dictionary: pupils'],
    ['please tell me about the sandbags, thank you', 'd10', 'politeness'],
    ['was geschah mit sandbags', 'd10', 'words of asking in another language'],
    ['šta se desilo: sandbags', 'd10', 'and in a third'],
    ['warned too laet', 'd05', 'a slip of two letters'],
    ['WHERE ARE THE SANDBAGS', 'd10', 'a question in capitals'],
    ['waht of teh sandbags', 'd10', 'the same in words that tell nothing'],
    ['were we warned too late?', 'd05', 'the words of a quotation'],
    ['warned too late', 'd05', 'a phrase'],
  ])('%s → %s: %s', (typed, expected) => {
    expect(first(typed)).toBe(expected);
  });

  it.each(['1,200', '1.200', '1 200', '1200', "1'200", '1\u202f200 people', 'twelve hundred people'])(
    'a number as it is typed anywhere: %s',
    (typed) => {
      expect(first(typed)).toBe('d03');
    },
  );

  it.each(['3.5 metres', '3,5 metres', '3.5'])('a decimal as it is typed anywhere: %s', (typed) => {
    expect(first(typed)).toBe('d04');
  });

  it('tells a decimal from a group', () => {
    const two = buildIndex(
      story({ facts: [fact({ id: 'a', says: 'It was 3.500 tons.' }), fact({ id: 'b', says: 'It was 3.5 tons.' })] }),
    );
    const found = (text: string): string[] => findFacts(two, text).answers.map((hit) => hit.fact.id);
    expect(found('3,500')).toEqual(['a']);
    expect(found('3,5')).toEqual(['b']);
  });
});

describe('what is no answer', () => {
  it.each([
    ['hostages', 'a word that no fact has'],
    ['football results', 'two of them'],
    ['earthquake in Zelengrad', 'a place is not enough'],
    ['did Ana Petrović resign', 'nor is a person'],
    ['refugees', 'a word that is only spelt like another'],
    ['form of the sandbags', 'a word that is no slip for "from"'],
    ['UN sandbags', 'an abbreviation, and not the French article'],
    ['sound of sandbgs in Polje', 'a place that sounds like a word of three letters'],
    ['qwrtz plmk', 'nothing at all'],
    ['', 'nothing typed'],
    ['what is it?', 'asking alone'],
  ])('%s: nothing (%s)', (typed) => {
    expect(answers(typed)).toEqual([]);
  });

  it('suggests a name that is like a word which no fact has', () => {
    const { answers, suggestions } = findFacts(index, 'Breznica earthquake');
    expect(answers).toEqual([]);
    expect(suggestions.map(({ entity }) => entity.id)).toContain('brezna');
    expect(findFacts(index, 'water').suggestions).toEqual([]);
  });

  it('keeps what is near apart', () => {
    expect(answers('earthquake in Zelengrad')).toEqual([]);
    expect(related('earthquake in Zelengrad')).toContain('d02');
  });

  it('never answers with what was retracted', () => {
    expect(answers('nine dead')).not.toContain('d12');
    expect(related('nine dead')).toContain('d12');
    // The control: the same words in a fact that stands are the answer.
    const facts = [...dam.facts.values()].map((one) =>
      one.id === 'd12' ? { ...one, status: 'reported' as const } : one,
    );
    const standing = buildIndex(story({ facts }));
    expect(findFacts(standing, 'nine dead').answers[0]?.fact.id).toBe('d12');
  });

  it('looks only among the facts that the filter passes, however many others are better', () => {
    const crowd = Array.from({ length: 300 }, (_, i) => fact({ id: `c${i}`, says: 'Water water water.' }));
    const many = buildIndex(
      story({ facts: [...crowd, fact({ id: 'far', says: 'A long sentence about ships, quays, and water too.' })] }),
    );
    expect(findFacts(many, 'water', ({ id }) => id === 'far').answers.map((hit) => hit.fact.id)).toEqual(['far']);
  });

  it('says of each hit how much of the question is in it', () => {
    for (const { sure } of [
      ...findFacts(index, 'water rose').answers,
      ...findFacts(index, 'earthquake in Zelengrad').related,
    ]) {
      expect(sure).toBeGreaterThan(0);
      expect(sure).toBeLessThanOrEqual(1);
    }
  });
});
