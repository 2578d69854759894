import { currencyOf, measureBehind } from '../terms/units.ts';

/** Minutes of the day that a word can mean: [first, last). */
const PARTS_OF_DAY: readonly (readonly [RegExp, number, number])[] = [
  [/\bearly\s+(?:\w+\s+)?morning\b|\bdawn\b|\bfrüh\b/iu, 3, 9],
  [/\bmorning\b|\bjutro|\bujutr|πρωί|\bmatin\b/iu, 4, 12],
  [/\b(?:noon|midday|mittags?|podne)\b|μεσημέρι/iu, 11, 14],
  [/\bafternoon\b|\bnachmittags?\b|\bpopodne\b|απόγευμα/iu, 12, 18],
  [/\bevening\b|\babends?\b|\bveče|\buveče|βράδυ/iu, 17, 24],
  [/\bmidnight\b|\bmitternacht\b|\bponoć|μεσάνυχτα/iu, 23, 25],
  [/(?<!fort)\bnight\b|\bnachts?\b|\bnoć/iu, 18, 30],
];

const TWELVE = /(?<![\d.:])(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b\.?/giu;
/** "23:30", "23.30", "23h30", "2330 hours". */
const FULL =
  /(?<![\d.,:])([01]?\d|2[0-3])(?:[:h]|\.(?=\d\d(?!\d|\s?(?:%|per|million|billion|m\b|bn\b))))([0-5]\d)(?![\d,:]|\.\d)/gu;

export interface TimeMention {
  readonly start: number;
  readonly end: number;
  /** Minutes of the day: [first, last). */
  readonly range: readonly [number, number];
  /** Exact to the minute, not a part of the day. */
  readonly exact: boolean;
}

const isAmount = (text: string, start: number, end: number): boolean =>
  /\p{Sc}\s?$/u.test(text.slice(0, start)) ||
  measureBehind(text.slice(end)) !== null ||
  currencyOf(/^\s(\p{L}+)/u.exec(text.slice(end))?.[1] ?? '') !== null;

/** Times of day in a text, to the minute. A full hour is exact too. */
export function timesIn(text: string): TimeMention[] {
  const found: TimeMention[] = [];
  const add = (match: RegExpExecArray, minutes: number) =>
    found.push({ start: match.index, end: match.index + match[0].length, range: [minutes, minutes + 1], exact: true });
  for (const match of text.matchAll(TWELVE))
    add(match, ((Number(match[1]) % 12) + (match[3]?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(match[2] ?? 0));
  for (const match of text.matchAll(FULL))
    if (
      !found.some(({ start, end }) => match.index < end && start < match.index + match[0].length) &&
      // "8.20 metres", "€8.20".
      !(match[0].includes('.') && isAmount(text, match.index, match.index + match[0].length))
    )
      add(match, Number(match[1]) * 60 + Number(match[2]));
  if (found.length > 0) return found.toSorted((a, b) => a.start - b.start);
  for (const [word, from, to] of PARTS_OF_DAY) {
    const match = word.exec(text);
    if (match)
      return [{ start: match.index, end: match.index + match[0].length, range: [from * 60, to * 60], exact: false }];
  }
  return [];
}

/** The first time of day in a text. */
export const timePhrase = (text: string): TimeMention | null => timesIn(text)[0] ?? null;
