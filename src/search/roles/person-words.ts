import { readFileSync } from 'node:fs';
import { searchForm } from '../analysis/folding.ts';

/** Words for people by occupation, from WordNet (see NOTICE and scripts/extract-titles.ts). */
interface PersonWords {
  /** Meanings of each title, by its folded words. */
  readonly meanings: ReadonlyMap<string, readonly number[]>;
  /** Broader meanings of each meaning, by number. */
  readonly broader: readonly (readonly number[])[];
  /** The words of each meaning. */
  readonly words: readonly (readonly string[])[];
}

/** Shared by all stories. It is read on first use. */
let read: PersonWords | null = null;

/** Most words of a known title. */
export const LONGEST_TITLE = 4;

function readPersonWords(): PersonWords {
  read ??= open();
  return read;
}

const foldPhrase = (phrase: string): string =>
  phrase
    .split(/[\s-]+/)
    .map(searchForm)
    .join(' ');

/** "Chief executive officer" shortens to "chief executive". */
const shortened = (phrase: string): string[] =>
  /^chief .+ officer$/.test(phrase) ? [phrase, phrase.slice(0, -' officer'.length)] : [phrase];

function open(): PersonWords {
  const lines = readFileSync(new URL('./person-words.txt', import.meta.url), 'latin1')
    .trimEnd()
    .split('\n');
  const rows = lines.map((line) =>
    line.split(' > ').map((part) => part.split(', ').map(foldPhrase).flatMap(shortened)),
  );
  const meanings = new Map<string, number[]>();
  const add = (phrase: string, meaning: number): void => {
    const known = meanings.get(phrase);
    if (known === undefined) meanings.set(phrase, [meaning]);
    else known.push(meaning);
  };
  for (const [at, [own = []]] of rows.entries()) for (const phrase of own) add(phrase, at);
  // A broader meaning is given by all its words: those of one line, or of none that was kept.
  const byWords = new Map(rows.map(([own = []], at) => [own.join(','), at]));
  const broader = rows.map(([, wide = []], at): number[] => {
    if (wide.length === 0) return [];
    const whole = byWords.get(wide.join(','));
    if (whole !== undefined) return [whole];
    const own = rows.length + at;
    for (const phrase of wide) add(phrase, own);
    return [own];
  });
  return { meanings, broader, words: rows.map(([own = []]) => own) };
}

/** Similarity of two known titles: 1 for one meaning, less for a broader one, 0 for others. */
export function titleNearness(a: string, b: string): number {
  if (a === b) return SAME;
  const { meanings, broader } = readPersonWords();
  const [one, other] = [new Set(meanings.get(a)), new Set(meanings.get(b))];
  if (!one.isDisjointFrom(other)) return SAME;
  const wide = (from: ReadonlySet<number>): Set<number> => new Set([...from].flatMap((at) => broader[at] ?? []));
  const [oneWide, otherWide] = [wide(one), wide(other)];
  if (!oneWide.isDisjointFrom(other) || !otherWide.isDisjointFrom(one)) return BROADER;
  return oneWide.isDisjointFrom(otherWide) ? 0 : BESIDE;
}

const SAME = 1;
const BROADER = 0.8;
/** Similarity of two meanings below a broader one: a barrister and a counsel are lawyers. */
const BESIDE = 0.4;

/** Other words for a title: `cfo` is a chief financial officer. */
export function otherWords(phrase: string): readonly string[] {
  const { meanings, words } = readPersonWords();
  return (meanings.get(phrase) ?? []).flatMap((at) => words[at] ?? []).filter((other) => other !== phrase);
}

/** Tells whether a folded title, its words joined by spaces, is known. */
export const isPersonWord = (phrase: string): boolean => readPersonWords().meanings.has(phrase);
