import { describe, expect, it } from 'vitest';
import { toPlainText, CATALOGUES } from '../../../src/reply/i18n/translate.ts';
import { LANGUAGES, type Language } from '../../../src/reply/model/language.ts';
import { asked, desk, NOW } from '../../commands/ask-command.ts';
import { formsOf, type Entries } from './catalogue-faults.ts';

const story = desk.stories.get('harbour-flood')?.(NOW).story;
if (story === undefined) throw new Error('the story of the flood is not there');

const DRAFT =
  'Edda Brandt said the North Quay is closed. Some 900 people had to leave their homes. ' +
  'The North Quay was opened again on Saturday. Three boats were torn from the North Quay. The North Quay was opened again on 31 June 2031. ' +
  'Edda Brandt told Reuters that nobody sets foot on the quay before she does. Penguins live there.';

interface Question {
  readonly name: string;
  readonly words: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** The parts of it that the check gives back. */
const NOTED = ['Some 900', 'on Saturday', 'Three', 'on 31 June 2031', 'Reuters'];

/** Every way of asking that needs no channel, hits and misses. */
const QUESTIONS: readonly Question[] = [
  { name: 'who', words: 'edda-brandt' },
  { name: 'who', words: 'Brandt' },
  { name: 'who', words: 'lock keeper' },
  { name: 'who', words: 'Zaphod' },
  { name: 'where', words: 'North Quay' },
  { name: 'where', words: 'vessmouth' },
  { name: 'timeline', words: '' },
  { name: 'timeline', words: 'North Quay' },
  { name: 'timeline', words: '', options: { from: '2031-04-01' } },
  { name: 'when', words: 'boats' },
  { name: 'what', words: 'sluice' },
  { name: 'quote', words: 'Edda Brandt' },
  { name: 'quote', words: 'town council' },
  { name: 'figure', words: 'people' },
  { name: 'source', words: 's1' },
  { name: 'source', words: 'town council' },
  { name: 'search', words: 'flood' },
  { name: 'search', words: 'ferryman' },
  { name: 'claim', words: 'wall' },
  { name: 'brief', words: '' },
  { name: 'check', words: DRAFT },
  { name: 'story', words: '' },
  { name: 'help', words: '' },
];

/** Fields that are shown in the bot's own words, or never. */
const NOT_SHOWN = new Set([
  'kind',
  'status',
  'type',
  'state',
  'basis',
  'when_how',
  'where_how',
  'published_how',
  'asks',
  'note',
  'version',
]);

/** Every text of the story that a reply may show; languages too, as the keys of names. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n')];
  if (typeof value !== 'object' || value === null) return [];
  const entries: (readonly [unknown, unknown])[] =
    value instanceof Map ? [...value] : Array.isArray(value) ? value.map((each) => ['', each]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => {
    if (typeof key === 'string' && NOT_SHOWN.has(key)) return [];
    return [...(key === 'names' && typeof inner === 'object' ? Object.keys(inner ?? {}) : []), ...textsOf(inner)];
  });
}

const questions = [...story.questions.values()].map(({ asks }) => asks);
const DATA = [
  ...new Set([...textsOf(story), ...questions, story.id, DRAFT, ...DRAFT.split(/(?<=\.) /), ...NOTED]),
].filter((text) => text.trim() !== '');

/** A reply without the texts of its story: what is left is the bot's own. */
function ownWords(reply: string, typed: readonly string[]): string {
  // The longest first: a name that is taken out of a sentence leaves a sentence that is not found any more.
  const known = [...typed, ...DATA].toSorted((a, b) => b.length - a.length);
  return known.reduce((left, text) => {
    const whole = /^[\p{L}\d]/u.test(text) && /[\p{L}\d]$/u.test(text);
    const quoted = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return left.replace(new RegExp(whole ? `(?<![\\p{L}\\d])${quoted}(?![\\p{L}\\d])` : quoted, 'gu'), ' ');
  }, reply);
}

const wordsIn = (text: string): string[] => text.toLocaleLowerCase().match(/\p{L}{2,}/gu) ?? [];

const NAMES = /^(name|field|choice)\./;
const vocabulary = (catalogue: Entries, keys = /./): Set<string> =>
  new Set(
    Object.entries(catalogue)
      .filter(([key]) => keys.test(key))
      // The English name of a command behind its own is no word of the language.
      .flatMap(([, entry]) =>
        formsOf(entry).flatMap(([, text]) => wordsIn(text.replace(/\{\w+\}|\(\/[a-z-]+\)/g, ' '))),
      ),
  );

const ENGLISH = vocabulary(CATALOGUES.en, /^(?!name|field|choice)/);

/** Of one whole year, for "So" is Sunday in German. */
const dayWords = (language: Language): string[] =>
  Array.from({ length: 365 }, (_, days) => Temporal.PlainDate.from('2031-01-01').add({ days })).flatMap((day) =>
    wordsIn(day.toLocaleString(language, { weekday: 'short', month: 'long', day: 'numeric' })),
  );

const OWN = new Map(
  LANGUAGES.map((language) => [language, new Set([...vocabulary(CATALOGUES[language]), ...dayWords(language)])]),
);

/** English words of the catalogue in a reply that is not in English. The English names of commands stand behind a slash. */
function leaks(reply: string, language: Language, typed: readonly string[] = []): string[] {
  const left = ownWords(reply, typed).replace(/\(\/[a-z-]+\)/g, ' ');
  return [...new Set(wordsIn(left).filter((word) => ENGLISH.has(word) && !OWN.get(language)?.has(word)))];
}

const replyIn = async (language: Language, { name, words, options }: Question): Promise<string> => {
  const { card, text } = await asked(name, words, options, language);
  return [text, toPlainText(card.title), ...(card.pictures ?? []).map(({ alt }) => alt)].join('\n');
};

describe.each(LANGUAGES.filter((language) => language !== 'en'))('a whole reply in %s', (language) => {
  it.each(QUESTIONS)('to /$name $words has no English word of the catalogue', async (question) => {
    const whole = [question.words, ...Object.values(question.options ?? {})].filter((text) => text !== '');
    // A check shows a draft part by part.
    const typed = question.name === 'check' ? [...whole, ...whole.flatMap(wordsIn)] : whole;
    const reply = await replyIn(language, question);
    expect(reply.length).toBeGreaterThan(20);
    expect(leaks(reply, language, typed)).toEqual([]);
  });

  it('would not hide an entry that was left in English', async () => {
    const reply = await replyIn(language, { name: 'who', words: 'edda-brandt' });
    const hidden = Object.entries(CATALOGUES.en)
      .filter(([key]) => !NAMES.test(key))
      .flatMap(([key, entry]) =>
        formsOf(entry)
          .map(([, text]) => text.replace(/\{\w+\}/g, '7'))
          .filter((text) => wordsIn(text).length > 0 && leaks(`${reply}\n${text}`, language).length === 0)
          .map(() => key),
      );
    // "1 fact", "line 3": the story itself says these words, or the other language does. French has 14 ("Code", "Position").
    expect(hidden.length).toBeLessThan(15);
    expect(leaks(await replyIn('en', { name: 'who', words: 'edda-brandt' }), language).length).toBeGreaterThan(5);
  });
});

describe('facts', () => {
  it('stay in the language of the story, whatever the bot speaks', async () => {
    for (const language of LANGUAGES) {
      const reply = await replyIn(language, { name: 'who', words: 'edda-brandt' });
      expect(reply).toContain('Edda Brandt is the harbour master.');
      expect(reply).toContain('Nobody sets foot on the quay before I do');
    }
  });
});
