/**
 * How many letters must be typed, left out, changed or swapped with their neighbour to turn one word into the other
 * (optimal string alignment). Beyond `limit` the count ends early, and the result is merely greater than `limit`.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number) => row[column] ?? Infinity;

/** A third of the letters may be wrong, and never more than three. */
const most = (word: string) => Math.min(3, Math.max(1, Math.floor(word.length / 3)));

/** The known word that was probably meant, or undefined; the first of those that are equally near. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const word = typed.toLowerCase();
  let best: string | undefined;
  let least = most(word) + 1;
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
