import { readFileSync } from 'node:fs';
import { searchForm, searchForms } from './folding.ts';
import { scriptReaderOf } from './script-readers.ts';

/**
 * Common news words in German, Serbian, Croatian, Greek, Albanian and French, by their English word.
 * Questions and drafts in those languages match by names, numbers, dates and these words.
 * `glossary.txt` has one concept a line: English words, the usual one first (a dash joins a phrase), then `|` and the words of
 * each language.
 */
interface Glossary {
  /** English words by a whole folded word. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
  /** English words by the folded beginning of a word, since endings vary. */
  readonly begun: ReadonlyMap<string, readonly string[]>;
}

/** A shorter word matches only as a whole: it begins too many other words. */
const FEWEST = 5;

/**
 * @param text lines of `glossary.txt`: a full stop after a word allows no other ending; `#` begins a comment.
 * @throws Error for a word of two concepts, since one of them could never be found.
 */
export function readGlossary(text: string): Glossary {
  const whole = new Map<string, readonly string[]>();
  const begun = new Map<string, readonly string[]>();
  for (const line of text.split('\n').filter((one) => !one.startsWith('#'))) {
    const [head = '', ...languages] = line.split('|');
    const english = wordsIn(head);
    for (const word of languages.flatMap(wordsIn)) {
      for (const start of spellings(word.replace('.', ''))) {
        const into = word.endsWith('.') || start.length < FEWEST ? whole : begun;
        const other = into.get(start);
        if (other !== undefined && other[0] !== english[0]) {
          throw new Error(`glossary.txt has "${word}" for "${other[0]}" and for "${english[0]}": leave one out.`);
        }
        into.set(start, english);
      }
    }
  }
  return { whole, begun };
}

/** Bürger is typed Buerger too. Greek keeps its usual Latin spelling only: its others are English words. */
const spellings = (word: string): readonly string[] =>
  scriptReaderOf(word).usualFoldOnly ? [searchForm(word)] : searchForms(word);

const wordsIn = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** English words for the longest known beginning of a folded word; empty if there is none. */
export function conceptOf({ whole, begun }: Glossary, folded: string): readonly string[] {
  let found = whole.get(folded);
  for (let end = folded.length; found === undefined && end >= FEWEST; end--) found = begun.get(folded.slice(0, end));
  return found ?? [];
}

const glossary = readGlossary(readFileSync(new URL('./glossary.txt', import.meta.url), 'utf8'));

/** The English word for a word of a draft, or null: `Rathaus` → `town-hall`. */
export const toEnglishConcept = (key: string): string | null => conceptOf(glossary, searchForm(key))[0] ?? null;

/** English words for a folded word of a question, each alone (`rathaus` → `town`, `hall`), or null. */
export function toEnglish(folded: string): readonly string[] | null {
  const concept = conceptOf(glossary, folded);
  return concept.length === 0 ? null : concept.flatMap((word) => word.split('-'));
}

const ENGLISH = /\b(?:the|of|and|to|by|on|at|with|for|an?|said|says|were|has|have|is|are|will|should)\b/iu;
const OTHER =
  /\b(?:der|die|das|den|dem|und|im|am|ist|wurde|wurden|nicht|sind|von|je|su|se|da|na|bila|bio|od|za|nije|nisu)\b/iu;

/** Tells whether a sentence is not English: a capital letter then marks more words than names. */
export const isOtherLanguage = (text: string): boolean =>
  /[\p{Script=Greek}\p{Script=Cyrillic}]{3}/u.test(text) || (!ENGLISH.test(text) && OTHER.test(text));
