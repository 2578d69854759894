import { readFileSync } from 'node:fs';
import { wordSet } from '../../search/analysis/dates/tokens.ts';
import { readThesaurus, relatedWords } from '../../search/analysis/thesaurus.ts';
import { stem } from './concepts.ts';

/** Function words that exclude each other: a dictionary of meanings lacks them. */
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

/** Words that carry meaning but are no names, verbs or nouns: each is searched in the fact. */
export const TELLING = wordSet(
  'up down before after until since inside outside above below without against only all every most first second third last former again never',
);

/** Contraries by stem: WordNet's antonyms (see NOTICE) and the function words. */
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

/** Tells whether two stems are contraries: "rise" and "fall". */
export function areContraries(a: string, b: string): boolean {
  contraries ??= readContraries();
  return contraries.get(a)?.has(b) === true;
}

const synonyms = new Map<string, ReadonlySet<string>>();
const MOST_KEPT = 20_000;

/** The stems of a word's synonyms, for any form of the word. */
export function synonymsOf(key: string): ReadonlySet<string> {
  const known = synonyms.get(key);
  if (known) return known;
  const made = new Set((relatedWords(readThesaurus(), key)?.synonyms ?? []).map(stem));
  if (synonyms.size >= MOST_KEPT) synonyms.clear();
  synonyms.set(key, made);
  return made;
}
