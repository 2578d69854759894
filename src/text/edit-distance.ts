let rows = makeRows(128);

function makeRows(length: number): readonly [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(length), new Uint16Array(length), new Uint16Array(length)];
}

/**
 * Edits between two words: insert, delete, replace, swap two neighbours (optimal string alignment), at most `most`;
 * `most + 1` for anything beyond. Stops as soon as a whole row is beyond, and looks no further from the diagonal than
 * `most`. The rows are kept: they were the half of what a question about names allocated.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  if (width + 2 > rows[0].length) rows = makeRows(2 * width + 2);
  let [before, last, row] = rows;
  for (let j = 0; j <= Math.min(width, far); j++) last[j] = j;
  for (let i = 1; i <= endA - start; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(width, i + most);
    row[from - 1] = from === 1 ? i : far;
    let best = from === 1 ? i : far;
    const letter = a.charCodeAt(start + i - 1);
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(start + j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === other) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return far;
    if (to < width) row[to + 1] = far;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[width] ?? 0, far);
}

/** How many edits a word of this length may hold and still be taken for another: none below 4 letters. */
export const maxEdits = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2);

/** The letters of a word, as one bit each. */
export function letterMask(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Whether words with these letters can be `most` edits or fewer apart: an edit takes one letter away and brings another. */
export function withinEditBound(a: number, b: number, most: number): boolean {
  let differing = a ^ b;
  for (let left = 2 * most; left > 0 && differing !== 0; left--) differing &= differing - 1;
  return differing === 0;
}
