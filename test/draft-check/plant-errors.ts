import { readFileSync } from 'node:fs';
import type { DifferenceKind } from '../../src/draft-check/check-draft.ts';

/** A stretch of a true sentence in which an error of one kind can be planted. */
interface Spot {
  readonly start: number;
  readonly end: number;
  readonly kind: DifferenceKind;
  /** The errors written by hand; empty where they are made from the words. */
  readonly wrong: readonly string[];
}

export interface TrueSentence {
  readonly text: string;
  readonly spots: readonly Spot[];
}

export interface Planted {
  readonly kind: DifferenceKind;
  readonly text: string;
  readonly truth: string;
}

/** What errors are made of where the sentences give none: places, titles, speakers of each story, and some of neither. */
export interface Pools {
  readonly place: readonly string[];
  readonly role: readonly string[];
  readonly speaker: readonly string[];
}

/** Marsaglia's xorshift: small, and the same everywhere. */
export function randomness(seed: number): () => number {
  let state = seed || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Reads `[words|kind]` and `[words|kind=other/another]`; lines with # are remarks. */
export function readDraft(file: URL): TrueSentence[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map(readLine);
}

function readLine(line: string): TrueSentence {
  const spots: Spot[] = [];
  let text = '';
  for (const part of line.split(/(\[[^\]|]*\|[^\]]*\])/)) {
    const [, words, kind, wrong] = /^\[([^|]*)\|(\w+)(?:=(.*))?\]$/.exec(part) ?? [];
    const start = text.length;
    text += words ?? part;
    if (kind) spots.push({ start, end: text.length, kind: kind as DifferenceKind, wrong: wrong?.split('/') ?? [] });
  }
  return { text, spots };
}

const COUNTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^one$/i, ['two', 'three', 'five']],
  [/^two$/i, ['three', 'four', 'five']],
  [/^a few dozen$/i, ['several hundred', 'a few hundred', 'about two thousand']],
  [/^several hundred$/i, ['several thousand', 'a few dozen', 'about twenty']],
  [/^50,000$/, ['15,000', '5,000', '80,000']],
  [/^3\.5/, ['35', '5.3', '13.5']],
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const FIRSTS = ['Alban', 'Ivan', 'Edna', 'Jonathan', 'Luan', 'Goran'];
const LASTS = ['Krasniqi', 'Petrović', 'Berger', 'Hoxha'];
const FILLERS = ['never', 'soon', 'all', 'again', 'again and again', 'public'];

type Random = () => number;
const pick = (list: readonly string[], random: Random) => list[Math.floor(random() * list.length)] ?? '';

function wrongCount(words: string, random: Random): string {
  for (const [form, wrong] of COUNTS) {
    if (form.test(words))
      return words.replace(/^(?:3\.5|.+)$/, '') + pick(wrong, random) + (/^3\.5(.*)$/.exec(words)?.[1] ?? '');
  }
  return words.replace(/\d+/, (digits) =>
    String(Number(digits) + (random() < 0.5 ? 1 : -0.5) * 10 ** (digits.length - 1)),
  );
}

function wrongDay(words: string, random: Random): string {
  const weekday = WEEKDAYS.find((day) => words.includes(day));
  if (weekday)
    return words.replace(
      weekday,
      pick(
        WEEKDAYS.filter((day) => day !== weekday),
        random,
      ),
    );
  if (/today/.test(words)) return words.replace('today', 'yesterday');
  if (words === 'April') return pick(['March', 'May', 'February'], random);
  return words.replace(/\d+/, (digits) =>
    digits.length === 4 ? String(Number(digits) + 10) : String(Math.max(1, (Number(digits) + 3) % 28)),
  );
}

function wrongName(words: string, random: Random): string {
  const [first = '', ...rest] = words.split(' ');
  const last = rest.at(-1) ?? '';
  if (rest.length === 0) return pick(LASTS, random);
  const way = random();
  if (way < 0.4)
    return `${pick(
      FIRSTS.filter((name) => name !== first),
      random,
    )} ${last}`;
  if (way < 0.7) return `${first} ${pick(LASTS, random)}`;
  const at = 1 + Math.floor(random() * (last.length - 2));
  return `${first} ${last.slice(0, at)}${pick(['x', 'w', 'q'], random)}${last.slice(at + 1)}`;
}

function wrongWords(words: string, random: Random): string {
  const list = words.split(' ');
  const at = Math.floor(random() * list.length);
  const way = random();
  // Words that fall away at an end leave a true quotation.
  if (way < 0.35 && list.length > 3) list.splice(Math.min(Math.max(1, at), list.length - 2), 1);
  else if (way < 0.7) list[at] = pick(FILLERS, random);
  else list.splice(Math.max(1, at), 0, pick(FILLERS, random));
  return list.join(' ');
}

const like = (model: string, words: string) =>
  /^\p{Lu}/u.test(model) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
/** Two ways to name one speaker. */
const ALIASES = [
  /interior|ministry/i,
  /police/i,
  /fire|firefighters/i,
  /council\b/i,
  /lock keeper/i,
  /AFP/,
  /Prime|Kurti/i,
  /Simi/,
];
const same = (a: string, b: string) =>
  ALIASES.some((alias) => alias.test(a) && alias.test(b)) ||
  a.toLowerCase().includes(b.toLowerCase()) ||
  b.toLowerCase().includes(a.toLowerCase());

function wrongFor(words: string, { kind, wrong }: Spot, pools: Pools, random: Random): string {
  if (wrong.length > 0) return pick(wrong, random);
  switch (kind) {
    case 'count':
      return wrongCount(words, random);
    case 'day':
      return wrongDay(words, random);
    case 'name':
      return wrongName(words, random);
    case 'words':
      return wrongWords(words, random);
    case 'place':
    case 'role':
    case 'speaker':
      return pick(
        pools[kind].filter((other) => !same(other, words)),
        random,
      );
    case 'certainty':
    case 'negation':
      throw new Error(`An error of ${kind} is written by hand: "${words}".`);
  }
}

/** One error in each spot of each sentence. */
export function plant(sentences: readonly TrueSentence[], pools: Pools, seed: number): Planted[] {
  const random = randomness(seed);
  return sentences.flatMap(({ text, spots }) =>
    spots.map((spot): Planted => {
      const words = text.slice(spot.start, spot.end);
      const error = wrongFor(words, spot, pools, random);
      const fit = spot.start === 0 ? like(words, error) : error;
      return { kind: spot.kind, text: text.slice(0, spot.start) + fit + text.slice(spot.end), truth: text };
    }),
  );
}

export const POOLS: Readonly<Record<string, Pools>> = {
  'kosovo-mayors-2023': {
    place: ['Leposavić', 'Zvečan', 'Mitrovica', 'Zubin Potok', 'Gračanica', 'Belgrade', 'Prizren'],
    role: ['president', 'foreign minister', 'deputy mayor', 'interior minister', 'spokesman'],
    speaker: [
      'KFOR',
      'NATO',
      'the Serbian List',
      'Igor Simić',
      'Albin Kurti',
      'Lulzim Hetemi',
      'Serbian President Aleksandar Vučić',
      'the mayor of Zvečan',
      'the European Union',
      'the police',
      'the interior ministry',
    ],
  },
  'harbour-flood': {
    place: ['Brackwater', 'Portleven', 'Saltby'],
    role: ['mayor', 'fire chief', 'ferryman', 'engineer'],
    speaker: [
      'Edda Brandt',
      'Jonas Brandt',
      'the fire brigade',
      'the town council',
      'a lock keeper',
      'the police',
      'Mayor Helen Frost',
      'the weather service',
    ],
  },
};
