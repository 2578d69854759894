import { plain } from './names.ts';

/** Words of a text, lower case without diacritics. Simpler than any engine's, so it favours none. */
export const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Maps words to texts: ensures that a query matches one text only. */
export interface Holders {
  readonly holding: (words: readonly string[], beginning?: string) => number;
  readonly knows: (word: string) => boolean;
}

export function makeHolders(texts: readonly string[]): Holders {
  const postings = new Map<string, number[]>();
  const all = texts.map((text) => new Set(wordsIn(text)));
  for (const [at, words] of all.entries()) {
    for (const word of words) {
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [at]);
      else list.push(at);
    }
  }
  return {
    knows: (word) => postings.has(word),
    holding(words, beginning) {
      const lists = words.map((word) => postings.get(word) ?? []).toSorted((a, b) => a.length - b.length);
      const candidates = lists[0] ?? texts.keys();
      let found = 0;
      for (const at of candidates) {
        const text = all[at];
        if (text === undefined || !words.every((word) => text.has(word))) continue;
        if (beginning === undefined || text.values().some((word) => word.startsWith(beginning))) found++;
      }
      return found;
    },
  };
}
