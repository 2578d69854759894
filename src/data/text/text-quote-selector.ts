/** A W3C TextQuoteSelector. Space and line ends between `before`, the quote and `after` do not matter. */
export interface Selector {
  readonly quote: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/**
 * Offsets of every exact occurrence of the quote with the words around it, overlapping ones too. A generator, so that a caller
 * who needs one does not search for all.
 */
export function* places(text: string, { quote, before, after }: Selector): Generator<number, undefined> {
  if (quote === '') return;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const fits =
      (before === undefined || endsIn(text, at, before)) &&
      (after === undefined || goesOn(text, at + quote.length, after));
    if (fits) yield at;
  }
}

function endsIn(text: string, end: number, words: string): boolean {
  const wanted = words.trim();
  let at = end;
  while (at > 0 && isSpace(text, at - 1)) at -= 1;
  return text.endsWith(wanted, at);
}

function goesOn(text: string, start: number, words: string): boolean {
  let at = start;
  while (isSpace(text, at)) at += 1;
  return text.startsWith(words.trim(), at);
}

const isSpace = (text: string, at: number) => /\s/u.test(text.charAt(at));

const LETTER = /^[\p{L}\p{M}\p{N}]$/u;
/** Scripts that put spaces between words: in others nothing shows where a word begins. */
const SPACED = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{N}\p{M}]$/u;

/** The word that the quote cuts at its beginning or its end, or null. */
export function cutWord(text: string, start: number, end: number): { word: string; side: 'begins' | 'ends' } | null {
  if (inWord(text, start)) return { word: wordAround(text, start), side: 'begins' };
  if (inWord(text, end)) return { word: wordAround(text, end), side: 'ends' };
  return null;
}

function inWord(text: string, at: number): boolean {
  const [left, right] = [text.charAt(at - 1), text.charAt(at)];
  return LETTER.test(left) && LETTER.test(right) && SPACED.test(left) && SPACED.test(right);
}

function wordAround(text: string, at: number): string {
  let [start, end] = [at, at];
  while (LETTER.test(text.charAt(start - 1))) start -= 1;
  while (LETTER.test(text.charAt(end))) end += 1;
  return text.slice(start, end);
}
