import { editDistance } from '../../text/edit-distance.ts';

/** At most a third of the letters may differ, and at most three. */
const mostEdits = (word: string) => Math.min(3, Math.max(1, Math.floor(word.length / 3)));

/** The nearest known word, the first of equals; undefined where none is near. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const word = typed.toLowerCase();
  let best: string | undefined;
  let least = mostEdits(word) + 1;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const far = candidate === typed || otherNumber(word, other) ? Infinity : editDistance(word, other, least - 1);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** f012 is not a misspelt f013: ids with other numbers differ. f12 may be f012. */
function otherNumber(a: string, b: string): boolean {
  const [first, second] = [a.match(/\d+/gu) ?? [], b.match(/\d+/gu) ?? []];
  if (first.length !== second.length || a.replaceAll(/\d+/gu, '0') !== b.replaceAll(/\d+/gu, '0')) return false;
  return first.some((digits, index) => Number(digits) !== Number(second[index]));
}

/** The cure for an unknown word: the nearest known word, else the given advice. */
export function didYouMean(typed: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(typed, known);
  return meant === undefined ? otherwise : `Did you mean '${meant}'?`;
}
