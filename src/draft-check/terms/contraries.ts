import { readFileSync } from 'node:fs';
import { wordSet } from '../../search/analysis/dates/tokens.ts';
import { readThesaurus, relatedWords } from '../../search/analysis/thesaurus.ts';
import { stem } from './concepts.ts';

/** Small words that exclude each other: grammar, which a dictionary of meanings does not hold. */
const SMALL: readonly (readonly [string, string])[] = [
  ['with', 'without'],
  ['before', 'after'],
  ['above', 'below'],
  ['over', 'under'],
  ['inside', 'outside'],
  ['into', 'out'],
  ['up', 'down'],
  ['for', 'against'],
  ['all', 'none'],
  ['everybody', 'nobody'],
  ['everyone', 'nobody'],
  ['everything', 'nothing'],
  ['more', 'fewer'],
  ['more', 'less'],
  ['since', 'until'],
  ['first', 'second'],
  ['first', 'third'],
  ['second', 'third'],
];

/** Words that carry sense without being names, verbs or nouns: each is looked for in the fact. */
export const TELLING = wordSet(
  'up down before after until since inside outside above below without against only all every most first second third last former again never',
);

/** Contraries by stem: WordNet's antonyms (see NOTICE), and the small words. */
let contraries: ReadonlyMap<string, ReadonlySet<string>> | null = null;

function readContraries(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const link = (a: string, b: string) => {
    if (a === b) return;
    found.set(a, (found.get(a) ?? new Set()).add(b));
    found.set(b, (found.get(b) ?? new Set()).add(a));
  };
  const lines = readFileSync(new URL('./contraries.txt', import.meta.url), 'utf8').split('\n');
  for (const line of lines) {
    const [word = '', ...others] = line.split(' ');
    for (const other of others) link(stem(word), stem(other));
  }
  for (const [a, b] of SMALL) link(stem(a), stem(b));
  return found;
}

/** Whether two stems exclude each other: "rise" and "fall". */
export function areContraries(a: string, b: string): boolean {
  contraries ??= readContraries();
  return contraries.get(a)?.has(b) === true;
}

const synonyms = new Map<string, ReadonlySet<string>>();
const MOST_KEPT = 20_000;

/** The stems of the synonyms of a word in any of its forms. */
export function synonymsOf(key: string): ReadonlySet<string> {
  const known = synonyms.get(key);
  if (known) return known;
  const made = new Set((relatedWords(readThesaurus(), key)?.synonyms ?? []).map(stem));
  if (synonyms.size >= MOST_KEPT) synonyms.clear();
  synonyms.set(key, made);
  return made;
}
