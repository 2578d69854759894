/**
 * How many letters must be typed, left out, changed or swapped with their neighbour to turn one word into the other
 * (optimal string alignment). `limit` ends the count early: more is given as `limit + 1`.
 */
export function distance(a: string, b: string, limit = Infinity): number {
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

/** The known word that was probably meant, or undefined. A third of the letters may be wrong, never more than three. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const word = typed.toLowerCase();
  let best: string | undefined;
  let least = Math.min(3, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const candidate of known) {
    if (candidate === typed) continue;
    const far = distance(word, candidate.toLowerCase(), least - 1);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** The cure for a word that is not known: the one meant, or all that there are. */
export function didYouMean(typed: string, known: readonly string[], else_: string): string {
  const meant = nearest(typed, known);
  return meant === undefined ? else_ : `Did you mean '${meant}'?`;
}
