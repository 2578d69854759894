/**
 * Edits between two words: insert, delete, replace, swap two neighbours (optimal string alignment), at most `most`;
 * `most + 1` for anything beyond. Stops as soon as a whole row is beyond.
 */
export function edits(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  let before: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= width; j++) last.push(j);
  for (let i = 1; i <= endA - start; i++) {
    const row = [i];
    let best = i;
    const letter = a.charCodeAt(start + i - 1);
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(start + j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === other) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[width] ?? 0, most + 1);
}

/** How many edits a word of this length may hold and still be taken for another: none below 4 letters. */
export const editsAllowed = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2);
