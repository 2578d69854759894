/** A token for dates and numbers. `start` and `end` are UTF-16 offsets of the text. */
export interface DateToken {
  /** Lower case, no diacritics, Serbian Cyrillic in Latin letters, without possessive ending or elided article. */
  readonly key: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'sign';
}

const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'd',
  е: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
  đ: 'd',
  ß: 'ss',
  ł: 'l',
  ς: 'σ',
  '’': "'",
};

/** The form in which the vocabularies of dates and numbers are written: `Μαΐου` → `μαιου`, `сриједа` → `srijeda`. */
export function plain(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[а-џđßłς’]/gu, (letter) => CYRILLIC[letter] ?? letter);
}

function keyOf(raw: string): string {
  const key = plain(raw);
  if (!key.includes("'")) return key;
  // "April's" is April, "l'avril" is avril; "aujourd'hui" and "jusqu'au" stay whole.
  return key.replace(/'s?$/, '').replace(/^[dlτ]'(?=.{3})/, '');
}

/** Words, runs of digits and single signs, in order, without white space. */
export function tokens(text: string): DateToken[] {
  const found: DateToken[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\d+|\S/gu)) {
    const raw = match[0];
    const kind = /^\d/.test(raw) ? 'number' : /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'sign';
    found.push({
      key: kind === 'word' ? keyOf(raw) : raw,
      raw,
      start: match.index,
      end: match.index + raw.length,
      kind,
    });
  }
  return found;
}

/** A vocabulary line: `'1 january jan, 2 february feb'` → Map of word to number. */
export function wordTable(lines: readonly string[]): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const entry of lines.flatMap((line) => line.split(','))) {
    const [value, ...words] = entry.trim().split(/\s+/);
    for (const word of words) map.set(plain(word), Number(value));
  }
  return map;
}

export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.trim().split(/\s+/)).map(plain));
}

/** The token as a year from 1000 to 2099, or null. */
export const yearOf = (token: DateToken | undefined): number | null =>
  token && /^(?:1\d|20)\d\d$/.test(token.key) ? Number(token.key) : null;
