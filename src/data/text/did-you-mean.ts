import { editDistance } from '../../text/edit-distance.ts';

/** A third of the letters may be wrong, and never more than three. */
const mostEdits = (word: string) => Math.min(3, Math.max(1, Math.floor(word.length / 3)));

/** The known word that was probably meant, or undefined; the first of those that are equally near. */
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

/** f012 is no misspelt f013: numbers are counted, not spelt. f12 may be f012. */
function otherNumber(a: string, b: string): boolean {
  const [first, second] = [a.match(/\d+/gu) ?? [], b.match(/\d+/gu) ?? []];
  if (first.length !== second.length || a.replaceAll(/\d+/gu, '0') !== b.replaceAll(/\d+/gu, '0')) return false;
  return first.some((digits, index) => Number(digits) !== Number(second[index]));
}

/** The cure for a word that is not known: the one that was meant, or what there is to do instead. */
export function didYouMean(typed: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(typed, known);
  return meant === undefined ? otherwise : `Did you mean '${meant}'?`;
}
