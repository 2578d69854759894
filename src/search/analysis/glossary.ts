import { readFileSync } from 'node:fs';
import { searchForm, searchForms } from './folding.ts';
import { scriptReaderOf } from './script-readers.ts';

/**
 * What newsrooms write about, in German, Serbian and Croatian, Greek, Albanian and French, by the English word: a question
 * or a draft in another language is held to names, numbers, dates and these. `glossary.txt` has a concept a line: its
 * English words, the usual one first (a dash joins the words of a phrase), then behind `|` the words of each language.
 */
interface Glossary {
  /** English words by a folded word, that stands alone. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
  /** English words by the folded beginning of words, since endings vary. */
  readonly begun: ReadonlyMap<string, readonly string[]>;
}

/** So few letters begin too many words: they stand for themselves alone. */
const FEWEST = 5;

/**
 * @param text lines of `glossary.txt`: a full stop behind a word says that it begins no other. A line of `#` is for who reads it.
 * @throws Error for a word that stands for two concepts, since one of them would never be found.
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

/** Bürger is typed Buerger too; Greek has one usual spelling in Latin letters, and its others are English words. */
const spellings = (word: string): readonly string[] =>
  scriptReaderOf(word).usualFoldOnly ? [searchForm(word)] : searchForms(word);

const wordsIn = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** The English words of the longest beginning of a folded word; none for a word of no concept. */
export function conceptOf({ whole, begun }: Glossary, folded: string): readonly string[] {
  let found = whole.get(folded);
  for (let end = folded.length; found === undefined && end >= FEWEST; end--) found = begun.get(folded.slice(0, end));
  return found ?? [];
}

const glossary = readGlossary(readFileSync(new URL('./glossary.txt', import.meta.url), 'utf8'));

/** The English word for a word of another language as a draft has it, or null: `Rathaus` → `town-hall`. */
export const toEnglishConcept = (key: string): string | null => conceptOf(glossary, searchForm(key))[0] ?? null;

/** The English words for a folded word of a question, each by itself (`rathaus` → `town`, `hall`), or null. */
export function toEnglish(folded: string): readonly string[] | null {
  const concept = conceptOf(glossary, folded);
  return concept.length === 0 ? null : concept.flatMap((word) => word.split('-'));
}

const ENGLISH = /\b(?:the|of|and|to|by|on|at|with|for|an?|said|says|were|has|have|is|are|will|should)\b/iu;
const OTHER =
  /\b(?:der|die|das|den|dem|und|im|am|ist|wurde|wurden|nicht|sind|von|je|su|se|da|na|bila|bio|od|za|nije|nisu)\b/iu;

/** A sentence in another language than English: a capital letter then marks other words than names. */
export const isOtherLanguage = (text: string): boolean =>
  /[\p{Script=Greek}\p{Script=Cyrillic}]{3}/u.test(text) || (!ENGLISH.test(text) && OTHER.test(text));
