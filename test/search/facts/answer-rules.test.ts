import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadStory } from '../../../src/data/load.ts';
import {
  buildIndex,
  figureFilter,
  findFacts,
  findWhere,
  findWho,
  isQuestion,
} from '../../../src/search/story-search.ts';
import { infinitiveOf, inflectionsOf } from '../../../src/search/analysis/irregular-verbs.ts';

const checked = await loadStory(join(import.meta.dirname, '../../../src/data/stories/kosovo-mayors-2023'));
if (!('story' in checked)) throw new Error('The story does not pass the check.');
const index = buildIndex(checked.story);
const answers = (text: string): string[] => findFacts(index, text).answers.map(({ fact }) => fact.id);

describe('an answer has what was asked about, not only most of the words', () => {
  it.each([
    ['wounded soldiers', 'wounded policeman', 'f049', 'each of two known words'],
    ['protest in belgrade', 'protest in mitrovica', 'f056', 'something of what is asked about a place'],
    ['population of leposavic', 'Serb population of northern Kosovo', 'f014', 'the place that was named'],
    ['kosovo president', 'kosovo prime minister', 'f001', 'the office that was named'],
    ['capital of Albania', 'capital of the Serbs', 'f017', 'no country that the story does not have'],
    ['shooting', 'shouting', 'f060', 'the word, where it is one, and no word spelt like it'],
    ['petition of voters', 'turnout of voters', 'f020', 'each of two words, be the other known or not'],
    ['kosovo war', 'kosovo independence', 'f016', 'more than the place'],
    ['hund', 'hundr', 'f056', 'no word of another language for the beginning of one'],
    ['trêve', 'threv', 'f048', 'nor for a slip in one'],
    ['parlament', 'gathered', 'f037', 'the one meaning of a word that has two in English'],
    [
      'war Demonstration Mitrovica',
      'wann war die Demonstration in Mitrovica',
      'f051',
      'a war, which is no German "was"',
    ],
    [
      'pas, reconnaît l’indépendance',
      'ne reconnaît pas l’indépendance',
      'f015',
      'a Serbian dog, which is no French "not"',
    ],
  ])('nothing for "%s", but for "%s": %s (%s)', (strange, known, fact) => {
    expect(answers(strange)).toEqual([]);
    expect(answers(known)).toContain(fact);
  });

  it.each([
    ['f031', 'Wer bewacht das Rathaus in Leposavić?', 'Ko čuva zgradu opštine u Leposaviću?'],
    ['f031', 'Ποιος φυλάει το δημαρχείο στο Λεπόσαβιτς;', 'Kush e ruan bashkinë e Leposaviqit?'],
    ['f031', 'garde mairie Leposavić', 'NATO-Soldaten schützen das Rathaus in Leposavić'],
    ['f062', 'Öl ins Feuer', 'ulje na vatru', 'λάδι στη φωτιά', 'vaj në zjarr', 'huile sur le feu'],
    ['f055', 'Ist Mitrovica geteilt?', 'Da li je Mitrovica podijeljena?', 'Είναι διαιρεμένη η Μιτρόβιτσα;'],
    ['f017', 'Welche Stadt betrachten die Serben als ihre Hauptstadt?', 'Koji grad smatraju glavnim gradom Srbi?'],
    [
      'f064',
      'Wer blockierte den Zugang zur Brücke?',
      'Ko je blokirao pristup mostu?',
      'Qui a bloqué l’accès au pont ?',
    ],
    ['f063', 'Gde su demonstranti nameravali da pređu?', 'Πού σκόπευαν να περάσουν οι διαδηλωτές;'],
    ['f027', 'Welche ist die größte Partei der Serben?', 'Cila është partia më e madhe e serbëve?'],
    ['f003', 'Wessen Entscheidung war es?', 'Čija je bila odluka?'],
  ])('is %s in whatever language it is asked for', (fact, ...questions) => {
    for (const question of questions)
      expect([question, answers(question)]).toEqual([question, expect.arrayContaining([fact])]);
  });

  it.each([
    ['Wer bewacht das Krankenhaus?', 'Ko čuva decu?', 'Qui garde les enfants ?'],
    ['Ölpreise', 'izvor reke', 'umstrittenes Gesetz', 'sporni zakon', 'metalna industrija'],
  ])('is nothing where the verb alone is known', (...questions) => {
    for (const question of questions) expect([question, answers(question)]).toEqual([question, []]);
  });

  it('was said by whom was asked for, or by who speaks for it', () => {
    expect(answers('what did Hetemi say')).toEqual([]);
    expect(findFacts(index, 'what did Hetemi say').related.map(({ fact }) => fact.id)).toContain('f030');
    expect(answers('what did Kurti say about elections')).toEqual([]);
    expect(answers('what did the Serbian List say')).toContain('f023');
    // No words of theirs are in the source; what they refuse is.
    expect(answers('what do Serbs say about the election results')).toContain('f018');
    expect(answers('told Reuters')).toContain('f022');
    expect(answers('what was said about the elections')).toContain('f018');
  });

  it('knows what somebody wants for their position, and who has none', () => {
    const kinds = (text: string): string[] => findFacts(index, text).answers.map(({ fact }) => fact.kind);
    expect(new Set(kinds('position of the Serbian List'))).toEqual(new Set(['position']));
    expect(answers('Kurti’s stance')).toContain('f002');
    expect(answers('position of Hetemi')).toEqual([]);
  });

  it.each([
    'when will elections be held',
    'wann werden die Wahlen sein',
    'kada će biti izbori',
    'πότε θα γίνουν εκλογές',
  ])('has no past for what is asked to come: %s', (text) => {
    // Held in April; what somebody wants of them may still be an answer.
    expect(answers(text)).not.toContain('f019');
    // The controls: the same in the past, and what somebody means to do.
    expect(answers('when were elections held')).toContain('f019');
    expect(answers('will Kurti back down')).toContain('f002');
  });

  it('does not take an abbreviation in a name for a word that tells nothing', () => {
    // "ΜΜΕ του Κοσόβου" are the media; without the first word, which folds to a French "Mme", they were Kosovo itself.
    const named = (text: string): string[] => findWho(index, text).answers.map(({ entity }) => entity.id);
    expect(named('Kosovo')).not.toContain('kosovar-media');
    expect(named('ΜΜΕ του Κοσόβου')).toEqual(['kosovar-media']);
  });

  it('counts what was to be counted', () => {
    const counted = (text: string): string[] =>
      [...index.story.facts.values()].filter(figureFilter(index, text)).map(({ id }) => id);
    expect(counted('how many town halls')).toEqual([]);
    expect(counted('how many police cars')).toEqual(['f048', 'f050']);
    expect(counted('how many police officers')).toEqual(['f049']);
    expect(counted('turnout')).toHaveLength(index.story.facts.size);
  });
});

describe('words of other languages and other forms', () => {
  it.each([
    ['izbori', 'f019'],
    ['εκλογές', 'f019'],
    ['Wahlbeteiligung', 'f020'],
    ['zgjedhjet', 'f019'],
    ['élections', 'f019'],
  ])('%s → %s', (word, fact) => {
    expect(answers(word)).toContain(fact);
  });

  it('knows the forms of an irregular verb', () => {
    expect(infinitiveOf('threw')).toBe('throw');
    expect(infinitiveOf('guarded')).toBe('guarded');
    expect(inflectionsOf('rise')).toEqual(['rose', 'risen']);
    expect(inflectionsOf('stone')).toEqual([]);
  });
});

describe('names', () => {
  it.each(['Mr Kurti', 'Herr Kurti', 'gospodin Kurti'])('%s: how somebody is addressed is no part of it', (text) => {
    expect(findWho(index, text).answers.map(({ entity }) => entity.id)).toEqual(['albin-kurti']);
  });

  it('take no country for the beginning of one, and no word of one for a slip in another', () => {
    const places = (text: string): string[] => findWhere(index, text).answers.map(({ entity }) => entity.id);
    expect(places('albania')).toEqual([]);
    expect(places('albanian part')).toEqual(['south-mitrovica']);
    expect(places('southern kosovo')).toEqual([]);
    expect(places('nothern kosovo')).toEqual(['northern-kosovo']);
    expect(places('Kosovskoj Mitrovici')).toEqual(['mitrovica']);
  });

  it.each([
    ['palace', 'polise', 'kosovo-police', 'a word of its own is no slip for another'],
    ['lost', 'Serbian Lisst', 'serb-list', 'nor for one of a name'],
    ['reader', 'Reutres', 'reuters', 'nor for a name'],
    ['office', 'police offiser', 'injured-police-officer', 'nor for a title'],
    ['major', 'major of leposavic', 'lulzim-hetemi', 'but beside its place it may be one'],
  ])('%s is nobody, and %s is %s: %s', (word, slip, id) => {
    expect(findWho(index, word).answers).toEqual([]);
    expect(findWho(index, slip).answers.map(({ entity }) => entity.id)).toEqual([id]);
  });

  it('take no place of which barely a word was met, misspelt', () => {
    expect(findWhere(index, 'counter').answers).toEqual([]);
    expect(findWhere(index, 'roads to the center of zvecn').answers.map(({ entity }) => entity.id)).toEqual([
      'zvecan-roads',
    ]);
  });

  it('take a slip beside a title for one only where the name has the title', () => {
    const named = (text: string): string[] => findWho(index, text).answers.map(({ entity }) => entity.id);
    expect(named('kosvo police')).toEqual(['kosovo-police']);
    expect(named('the Albanian mayor')).toEqual(['albanian-mayors']);
    expect(named('minister of kosovo')).toEqual([]);
    expect(named('presedent of kosvo')).toEqual([]);
  });

  it('take no minister for the prime minister', () => {
    expect(findWho(index, 'minister').answers).toEqual([]);
    expect(findWho(index, 'prime minister').answers).toHaveLength(1);
  });

  it('are told from questions', () => {
    expect(isQuestion(index, 'who threw stones at the police')).toBe(true);
    expect(isQuestion(index, 'guards the bridge')).toBe(true);
    expect(isQuestion(index, 'mayor of Pristina')).toBe(false);
    expect(isQuestion(index, 'south of Kosovo')).toBe(false);
    expect(isQuestion(index, 'Serbian Radical Party')).toBe(false);
  });
});
