/** A seeded random generator: sfc32, which is small, fast and passes PractRand. A seed always gives the same numbers. */
export interface Chance {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** An integer from 0 to below `below`. */
  readonly whole: (below: number) => number;
  readonly pick: <Item>(from: readonly Item[]) => Item;
  /** Prefers the front of a list, as word and place frequencies do. */
  readonly favour: <Item>(from: readonly Item[]) => Item;
  readonly some: <Item>(from: readonly Item[], most: number) => Item[];
  readonly often: (share: number) => boolean;
}

export function makeChance(seed: string): Chance {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (const letter of seed) a = Math.imul(a ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first numbers of similar seeds are correlated.
  for (let i = 0; i < 20; i++) next();
  const whole = (below: number): number => Math.floor(next() * below);
  const at = <Item>(from: readonly Item[], place: number): Item => {
    const item = from[place];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  };
  return {
    next,
    whole,
    pick: (from) => at(from, whole(from.length)),
    favour: (from) => at(from, Math.floor(from.length * next() ** 2)),
    some: (from, most) => {
      const list = [...from];
      for (let i = 0; i < Math.min(most, list.length); i++) {
        const j = i + whole(list.length - i);
        [list[i], list[j]] = [at(list, j), at(list, i)];
      }
      return list.slice(0, most);
    },
    often: (share) => next() < share,
  };
}
