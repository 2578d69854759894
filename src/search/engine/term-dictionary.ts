/**
 * The distinct terms of an index, sorted, as one run of ASCII bytes: term n lies between `starts[n]` and `starts[n + 1]`.
 * Terms with a common prefix are neighbours, and both arrays can be saved. A Map of strings took five times the memory.
 */
export interface TermDictionary {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** `words` must be ASCII, and distinct and sorted where they are to be looked up. */
export function makeVocabulary(words: readonly string[]): TermDictionary {
  const starts = new Uint32Array(words.length + 1);
  let total = 0;
  let at = 0;
  for (const word of words) {
    total += word.length;
    starts[++at] = total;
  }
  return { size: words.length, bytes: ENCODER.encode(words.join('')), starts };
}

/** `termText` for callers that read all terms: the bytes are decoded once. */
export function wordsIn({ bytes, starts }: TermDictionary): (term: number) => string {
  const all = DECODER.decode(bytes);
  return (term) => all.slice(starts[term] ?? 0, starts[term + 1] ?? 0);
}

export function termText(vocabulary: TermDictionary, term: number): string {
  const { bytes, starts } = vocabulary;
  const end = starts[term + 1] ?? 0;
  let word = '';
  for (let at = starts[term] ?? 0; at < end; at++) word += String.fromCharCode(bytes[at] ?? 0);
  return word;
}

export const termLength = ({ starts }: TermDictionary, term: number): number =>
  (starts[term + 1] ?? 0) - (starts[term] ?? 0);

/** `letterMask` of a term, without making a string. */
export function termLetterMask({ bytes, starts }: TermDictionary, term: number): number {
  const end = starts[term + 1] ?? 0;
  let letters = 0;
  for (let at = starts[term] ?? 0; at < end; at++) letters |= 1 << ((bytes[at] ?? 0) & 31);
  return letters;
}

/** The first term not before `text`; with `after`, the first one past all terms that begin with it. */
function lowerBound(vocabulary: TermDictionary, text: string, after: boolean): number {
  const { bytes, starts, size } = vocabulary;
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = starts[middle] ?? 0;
    const length = (starts[middle + 1] ?? 0) - start;
    let order = 0;
    for (let i = 0; i < text.length && order === 0; i++) {
      order = i >= length ? -1 : (bytes[start + i] ?? 0) - text.charCodeAt(i);
    }
    if (order < 0 || (after && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a word, or -1. */
export function termId(vocabulary: TermDictionary, word: string): number {
  const at = lowerBound(vocabulary, word, false);
  return at < vocabulary.size && termLength(vocabulary, at) === word.length && startsWith(vocabulary, at, word)
    ? at
    : -1;
}

function startsWith({ bytes, starts }: TermDictionary, term: number, text: string): boolean {
  const start = starts[term] ?? 0;
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** The terms that begin with `text`: from the first number to before the second. */
export const termsWithPrefix = (vocabulary: TermDictionary, text: string): readonly [number, number] => [
  lowerBound(vocabulary, text, false),
  lowerBound(vocabulary, text, true),
];
