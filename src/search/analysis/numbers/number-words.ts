import type { DateToken } from '../dates/tokens.ts';
import { LANGUAGES, AMBIGUOUS_NUMBER_WORDS, type Language } from './vocabulary.ts';

/** A run of number words: its value and the index after its last token. */
export interface NumberWords {
  readonly value: number;
  readonly end: number;
  readonly words: number;
}

const GERMAN = LANGUAGES[1];

/**
 * A German number is one word. Returns parts in the order that adds up: zweihundertfünfundzwanzig → zwei hundert fünf zwanzig.
 */
function germanParts(key: string, language: Language): number[] | null {
  const scale = /^(.*?)(tausend|hundert)(.*)$/.exec(key);
  if (scale) {
    const [, head = '', word = '', tail = ''] = scale;
    const times = word === 'tausend' ? 1000 : 100;
    // "hunderttausend": thousands multiply everything before them, including hundreds.
    const thousand = /^(.+)tausend(.*)$/.exec(key);
    if (word === 'hundert' && thousand) return join(thousand[1] ?? '', 1000, thousand[2] ?? '', language);
    return join(head, times, tail, language);
  }
  const flat = language.adds.get(key);
  if (flat !== undefined) return [flat];
  const split = /^(ein|zwei|drei|vier|funf|fuenf|sechs|sieben|acht|neun)und(.+)$/.exec(key);
  const tens = split && language.adds.get(split[2] ?? '');
  const units = split?.[1] === 'ein' ? 1 : language.adds.get(split?.[1] ?? '');
  return tens && tens >= 20 && units ? [tens + units] : null;
}

function join(head: string, times: number, tail: string, language: Language): number[] | null {
  const left = head === '' || head === 'ein' ? [1] : germanParts(head, language);
  const bare = tail.replace(/^und/, '');
  const right = bare === '' ? [] : germanParts(bare === 'ein' || bare === 'eins' ? 'eins' : bare, language);
  const rest = bare === 'ein' || bare === 'eins' ? [1] : right;
  return left && rest
    ? [left.reduce((sum, part) => sum + part, 0) * times + rest.reduce((sum, part) => sum + part, 0)]
    : null;
}

/** Tells whether a value can be added: 5 to 120, 20 to 100, 15 to French soixante, but not 5 to 15. */
function fits(current: number, value: number): boolean {
  if (current === 0) return true;
  if (value >= 100) return current % 1000 === 0;
  if (value >= 10) return current % 100 === 0 || ((current % 100 === 60 || current % 100 === 80) && value < 20);
  return current % 10 === 0 && current % 100 !== 10;
}

interface Sum {
  total: number;
  current: number;
  /** The smallest scale so far: thousands may follow millions, not the other way round. */
  ceiling: number;
}

function take(sum: Sum, key: string, language: Language, first: boolean): boolean {
  const times = language.times.get(key);
  if (times !== undefined) {
    if (
      first &&
      key !== 'sto' &&
      key !== 'cent' &&
      key !== 'mille' &&
      !/^(χιλι(α|οι|εσ)|hiljadu|tisucu|stotinu|hundert|tausend)$/.test(key)
    )
      return false;
    if (times < 1000) {
      if (sum.current >= 100 || (sum.current === 0 && !first && sum.total === 0)) return false;
      sum.current = (sum.current || 1) * times;
      return true;
    }
    if (times >= sum.ceiling) return false;
    sum.total += (sum.current || 1) * times;
    sum.current = 0;
    sum.ceiling = times;
    return true;
  }
  const adds = language.adds.get(key) ?? (language === GERMAN ? germanParts(key, language)?.[0] : undefined);
  if (adds === undefined) return false;
  // quatre-vingts is four twenties.
  if (adds === 20 && sum.current % 100 === 4 && language.adds.has('quatre')) {
    sum.current += 76;
    return true;
  }
  if (adds >= 1000 && sum.total === 0 && sum.current === 0) {
    sum.total = adds;
    return true;
  }
  if (!fits(sum.current, adds)) return false;
  sum.current += adds;
  return true;
}

function read(list: readonly DateToken[], at: number, start: number | null, language: Language): NumberWords | null {
  const sum: Sum = { total: 0, current: start ?? 0, ceiling: Infinity };
  let end = at;
  let words = 0;
  for (let next = at; next < list.length; next += 1) {
    const token = list[next];
    if (!token) break;
    const joins = token.raw === '-' || language.and.has(token.key);
    if (joins && words > 0 && next === end && next + 1 < list.length) continue;
    if (joins && words > 0 && next > end) break;
    if (token.kind !== 'word' || !take(sum, token.key, language, start === null && words === 0)) break;
    words += 1;
    end = next + 1;
  }
  return words === 0 ? null : { value: sum.total + sum.current, end, words };
}

/**
 * Reads the number words at a token, in the language that reads most of them.
 * @param start a number in digits right before: then only a scale counts ("1.2 million", "3 hundred").
 */
export function numberWordsAt(list: readonly DateToken[], at: number, start: number | null = null): NumberWords | null {
  let best: NumberWords | null = null;
  for (const language of LANGUAGES) {
    if (start !== null && !language.times.has(list[at]?.key ?? '')) continue;
    const found = read(list, at, start, language);
    if (found && (!best || found.end > best.end)) best = found;
  }
  if (
    best &&
    start === null &&
    best.words === 1 &&
    AMBIGUOUS_NUMBER_WORDS.has(list[at]?.key ?? '') &&
    list[at]?.key !== 'six'
  )
    return null;
  return best;
}
