/** A number in digits: its value and its UTF-16 offsets. */
export interface DigitNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Spaces that group digits: plain, no-break, thin, narrow no-break, figure. An apostrophe is the Swiss sign. */
const GAP = "[ \\u00a0\\u2007\\u2009\\u202f'’]";
const GROUPED = new RegExp(`(?<![\\p{L}\\p{N}])\\d{1,3}(?:${GAP}\\d{3})+(?:[.,]\\d{1,2})?(?![\\p{N}])`, 'gu');
const RUN = /(?<![\p{L}\p{N}])\d+(?:[.,:/-]\d+)*/gu;

/**
 * Parses digits with points and commas by their shape, since the writer's country is unknown.
 * - both signs: the last one is the decimal sign (1.234,5 and 1,234.5);
 * - one sign more than once: groups (1.234.567), if each has three digits;
 * - one sign once, after one to three digits without a leading 0 and before three: a group (1.200 and 1,200 are twelve
 * hundred); before a per cent sign it is a decimal (12.345 %);
 * - otherwise decimal (3,5; 3.5; 0.125; 1234.567).
 * Null if it is no number: 1.6.2023, 12:30, 2023-06-01.
 */
export function parseDigits(printed: string, percent = false): number | null {
  if (/[:/-]/.test(printed)) return null;
  const [whole = '', ...groups] = printed.split(/[.,]/);
  const signs = printed.replace(/\d/g, '');
  if (signs === '') return Number(whole);
  const last = groups.at(-1) ?? '';
  const inGroups = (list: readonly string[]) =>
    /^[1-9]\d{0,2}$/.test(whole) && list.every((group) => group.length === 3);
  if (signs.length === 1) {
    const group = inGroups(groups) && !percent;
    return Number(group ? whole + last : `${whole}.${last}`);
  }
  if (new Set(signs).size === 1) return inGroups(groups) ? Number(whole + groups.join('')) : null;
  const body = groups.slice(0, -1);
  const oneDecimal = new Set(signs.slice(0, -1)).size === 1 && signs.at(-1) !== signs[0];
  return oneDecimal && inGroups(body) ? Number(`${whole}${body.join('')}.${last}`) : null;
}

/** Every number in digits. Digits after a letter ("f039") are no number. */
export function numbersInDigits(text: string): DigitNumber[] {
  const found: DigitNumber[] = [];
  for (const match of text.matchAll(GROUPED)) {
    const end = match.index + match[0].length;
    const value = Number(match[0].replace(new RegExp(GAP, 'gu'), '').replace(',', '.'));
    // Reads "1 200" as one number. "31 200" in "May 31 200 people" is ambiguous and is read as one too.
    if (
      !/^[.,:/-]\d/.test(text.slice(end)) &&
      !/\d[.,:/-]$/.test(text.slice(0, match.index)) &&
      !match[0].startsWith('0')
    ) {
      found.push({ start: match.index, end, value });
    }
  }
  const taken = new Set(found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
  for (const match of text.matchAll(RUN)) {
    if (taken.has(match.index)) continue;
    found.push(...single(text, match.index, match[0]));
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function single(text: string, start: number, printed: string): DigitNumber[] {
  const end = start + printed.length;
  const percent = /^\s?(?:%|per ?cent|prozent|posto|odsto|pour cent)/iu.test(text.slice(end, end + 12));
  const range = /^(\d+(?:[.,]\d+)*)-(\d+(?:[.,]\d+)*)$/.exec(printed);
  if (range) {
    const [, low = '', high = ''] = range;
    const [a, b] = [parseDigits(low, percent), parseDigits(high, percent)];
    if (a === null || b === null) return [];
    return [
      { start, end: start + low.length, value: a },
      { start: end - high.length, end, value: b },
    ];
  }
  const value = parseDigits(printed, percent);
  return value === null || printed.length > 18 ? [] : [{ start, end, value }];
}
