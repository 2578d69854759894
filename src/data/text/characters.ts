/**
 * Characters that the desk's own words may not contain: they are invisible, and can hide, reorder or break what is read.
 * Controls except tab and line end, soft hyphen, zero-width and direction marks, line separators, tags, lone surrogates.
 */
const HIDDEN =
  /[[\p{Cc}--[\t\n]]\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gv;

/** Offsets of the hidden characters in a text. */
export function* hiddenIn(text: string): Iterable<{ at: number; sign: string }> {
  for (const match of text.matchAll(HIDDEN)) yield { at: match.index, sign: match[0] };
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\t', 'a tab'],
  ['\n', 'a line end'],
  ['\r', 'a carriage return'],
  [' ', 'a space'],
  ['\u00a0', 'a no-break space'],
  ['\u202f', 'a narrow no-break space'],
  ['\u2009', 'a thin space'],
  ['\u00ad', 'a soft hyphen'],
  ['\u200b', 'a zero-width space'],
  ['\u200c', 'a zero-width non-joiner'],
  ['\u200d', 'a zero-width joiner'],
  ['\u200e', 'a left-to-right mark'],
  ['\u200f', 'a right-to-left mark'],
  ['\u2060', 'a word joiner'],
  ['\ufeff', 'a byte order mark'],
  ["'", 'a straight apostrophe'],
  ['"', 'a straight quotation mark'],
  ['`', 'a backquote'],
  ['\u00b4', 'an acute accent'],
  ['\u2018', 'an opening single quotation mark'],
  ['\u2019', 'a curly apostrophe or closing single quotation mark'],
  ['\u201a', 'a low single quotation mark'],
  ['\u201c', 'an opening double quotation mark'],
  ['\u201d', 'a closing double quotation mark'],
  ['\u201e', 'a low double quotation mark'],
  ['\u00ab', 'an opening angle quotation mark'],
  ['\u00bb', 'a closing angle quotation mark'],
  ['\u2026', 'the one sign for an ellipsis'],
  ['.', 'a full stop'],
  ['-', 'a hyphen'],
  ['\u2010', 'a typographic hyphen'],
  ['\u2011', 'a no-break hyphen'],
  ['\u2013', 'an en dash'],
  ['\u2014', 'an em dash'],
  ['\u2212', 'a minus sign'],
]);

/** A sign in words: `a no-break space (U+00A0)`, `’, a curly apostrophe … (U+2019)`, `'k'`. */
export function nameOf(sign: string): string {
  const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES.get(sign);
  if (/^[\p{L}\p{N}]$/u.test(sign) && sign.length === 1 && sign < '\u0250') return `'${sign}'`;
  const seen = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign);
  if (name) return seen ? `${sign}, ${name} (${code})` : `${name} (${code})`;
  return seen ? `'${sign}' (${code})` : `a hidden sign (${code})`;
}
