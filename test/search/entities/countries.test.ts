import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadStory } from '../../../src/data/load.ts';
import { buildTextEngine, searchTexts } from '../../../bench/search/text-engine.ts';
import { buildIndex, findFacts, findWhere, findWho } from '../../../src/search/story-search.ts';
import { story, who } from '../dam-story.ts';

const checked = await loadStory(join(import.meta.dirname, '../../../src/data/stories/kosovo-mayors-2023'));
if (!('story' in checked)) throw new Error('The story does not pass the check.');
const index = buildIndex(checked.story);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
/** Kosovo and Serbia, which the story has. */
const AT_HOME = ['XK', 'RS'];

function countries(language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  // Yugoslavia and others that are no more have the names of those that are.
  const all = new Set(CODES.flatMap((code) => names.of(code) ?? []));
  return [...all.difference(new Set(AT_HOME.map((code) => names.of(code))))];
}

describe('a country that the story does not have', () => {
  it.each(['en', 'de', 'fr', 'hr', 'sq', 'sr', 'ru', 'el', 'ar', 'he'])(
    'is nobody and nothing of it, in %s',
    (language) => {
      const met = countries(language).filter((name) =>
        [findWho(index, name), findWhere(index, name), findFacts(index, name)].some(
          ({ answers }) => answers.length > 0,
        ),
      );
      expect(met).toEqual([]);
      expect(countries(language).length).toBeGreaterThan(200);
    },
  );

  it('is found where the story has it, in a language that the story has not', () => {
    expect(findWhere(index, 'Сербия').answers.map(({ entity }) => entity.id)).toEqual(['serbia']);
    expect(findWhere(index, 'صربيا').answers.map(({ entity }) => entity.id)).toEqual(['serbia']);
    expect(findWhere(index, 'סרביה').answers.map(({ entity }) => entity.id)).toEqual(['serbia']);
  });

  it('is not its people', () => {
    expect(findWho(index, 'Srbija').answers).toEqual([]);
    expect(findWho(index, 'Srbi').answers.map(({ entity }) => entity.id)).toEqual(['serbs-northern-kosovo']);
  });

  it('is no slip for a name, where another slip of its size is one', () => {
    const two = buildIndex(story({ who: [who({ id: 'x', name: 'Albanik' }), who({ id: 'y', name: 'Korvatya' })] }));
    expect(findWho(two, 'Albanija').answers).toEqual([]);
    expect(findWho(two, 'Albanikx').answers).toHaveLength(1);
    expect(findWho(two, 'كرواتيا').answers).toEqual([]);
    expect(findWho(two, 'كورفاتيا').answers).toHaveLength(1);
  });

  it('is the name of somebody who is called so', () => {
    const two = buildIndex(
      story({
        who: [who({ id: 'x', name: 'Jordan Petrović' }), who({ id: 'y', name: 'Jordan Air', type: 'organisation' })],
      }),
    );
    expect(findWho(two, 'Jordan').answers.map(({ entity }) => entity.id)).toEqual(['x']);
  });
});

describe('what is typed in Arabic or Hebrew', () => {
  const doc = (id: string, text: string): { id: string; names: string[]; text: string } => ({ id, names: [], text });
  const engine = buildTextEngine([
    doc('bars', 'The hall has bars of metal.'),
    doc('boros', 'The envoy Boros left the hall.'),
    doc('nato', 'The alliance NATO sent soldiers.'),
  ]);
  const found = (typed: string): string[] => searchTexts(engine, typed, 10).map(({ id }) => id);

  it('is a name, and no word of the language that has its consonants', () => {
    expect(found('بوروس')).toEqual(['boros']);
    expect(found('ميتال')).toEqual([]);
    // The control: as a name the same letters are found.
    const named = buildTextEngine([doc('metal', 'The envoy Metal left the hall.')]);
    expect(searchTexts(named, 'ميتال', 10).map(({ id }) => id)).toEqual(['metal']);
  });

  it('may be an abbreviation with its sign, and may stand in quotation marks', () => {
    expect(found('נאט״ו')).toEqual(['nato']);
    expect(found('נאט"ו')).toEqual(['nato']);
    expect(found('"נאטו"')).toEqual(['nato']);
  });
});
