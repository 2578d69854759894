import { convert, getMeasureKind, MeasureKind, type Unit } from 'convert';
import { wordSet } from '../../search/analysis/dates/tokens.ts';
import { infinitiveOf } from '../../search/analysis/irregular-verbs.ts';
import { stem } from './concepts.ts';

/** A unit of measure: amounts of different dimensions are never compared. */
export interface Measure {
  /** `length`, `money dollar`, `percent`. */
  readonly dimension: string;
  /** Converts an amount to the base unit of its dimension. */
  readonly toBase: (amount: number) => number;
  /** Length of the unit in the text, in UTF-16 units. */
  readonly length: number;
}

/** Abbreviations accepted after a number; others ("in", "are", "a") are words. */
const SHORT = new Set(
  'km m cm mm km2 km² m2 m² m³ m3 kg g t ha kW MW GW TW kWh MWh GWh TWh °C °F ft lb l ml GB MB TB hPa kPa'.split(' '),
);
/** Unit names with another common meaning in news. */
const WORDS = wordSet('points point cups cup bars bar stone stones second are ares inch');
/** Dimensions by their number in the unit table. */
const DIMENSIONS: ReadonlyMap<MeasureKind, readonly [name: string, base: Unit]> = new Map<
  MeasureKind,
  readonly [string, Unit]
>([
  [MeasureKind.Length, ['length', 'm']],
  [MeasureKind.Area, ['area', 'm2']],
  [MeasureKind.Volume, ['volume', 'l']],
  [MeasureKind.Mass, ['mass', 'kg']],
  [MeasureKind.Temperature, ['temperature', 'C']],
  [MeasureKind.Time, ['duration', 's']],
  [MeasureKind.Power, ['power', 'W']],
  [MeasureKind.Energy, ['energy', 'J']],
  [MeasureKind.Pressure, ['pressure', 'Pa']],
  [MeasureKind.Data, ['data', 'B']],
]);

const isUnit = (word: string): word is Unit => getMeasureKind(word) !== undefined;

/** A unit by its spelling: "kilometres", "°C", "Celsius". */
function unitOf(word: string): Unit | null {
  if (SHORT.has(word)) return isUnit(word) ? word : null;
  const lower = word.toLowerCase();
  if (lower.length < 4 || WORDS.has(lower)) return null;
  // The table lacks the singular of some names.
  const known = [lower, lower.replace(/s$/, '')].find(isUnit);
  return known ?? null;
}

const UNIT = String.raw`(?:(?:degrees?\s+)?(?:celsius|fahrenheit)|(?:square|cubic|nautical)\s\p{L}+|°[CF]|[\p{L}]+[23²³]?)`;
const BEHIND = new RegExp(String.raw`^[\s-]?(${UNIT})(?:\s?/\s?|\s(?:per|an|a)\s)?(\p{L}+)?`, 'iu');
const SPEEDS: ReadonlyMap<string, readonly [Unit, Unit]> = new Map<string, readonly [Unit, Unit]>([
  ['mph', ['miles', 'hours']],
  ['kph', ['km', 'hours']],
  ['kmh', ['km', 'hours']],
  ['knots', ['nautical miles', 'hours']],
]);

const speed = ([way, time]: readonly [Unit, Unit], length: number): Measure => ({
  dimension: 'speed',
  toBase: (amount) => Number(convert(amount, way).to('m' as never)) / Number(convert(1, time).to('s' as never)),
  length,
});

/** The unit right after a number, or null. */
export function measureBehind(text: string): Measure | null {
  const match = BEHIND.exec(text);
  const [whole = '', first = '', second = ''] = match ?? [];
  if (!match) return null;
  const bare = first.replace(/^degrees?\s+/i, '');
  const named = SPEEDS.get(bare.toLowerCase());
  const offset = whole.indexOf(first) + first.length;
  if (named) return speed(named, offset);
  if (/^degrees?$/i.test(bare)) return { dimension: 'temperature', toBase: (amount) => amount, length: offset };
  const unit = unitOf(bare);
  const kind = unit === null ? undefined : getMeasureKind(unit);
  const [dimension, base] = (kind === undefined ? undefined : DIMENSIONS.get(kind)) ?? [];
  if (unit === null || dimension === undefined || base === undefined) return null;
  const time =
    second === '' || whole.length === offset + second.length + 1 ? null : unitOf(second === 'h' ? 'hour' : second);
  if (dimension === 'length' && time !== null && getMeasureKind(time) === MeasureKind.Time)
    return speed([unit, time], whole.length);
  return { dimension, toBase: (amount) => Number(convert(amount, unit).to(base as never)), length: offset };
}

/** Currency names that usually mean something else. */
const NO_MONEY = wordSet('gold rights real sol som lev kip');

interface Currencies {
  readonly words: ReadonlyMap<string, string>;
  readonly symbols: ReadonlyMap<string, string>;
}
let currencies: Currencies | null = null;

/** Names and signs of the currencies in the runtime's locale data. */
function readCurrencies(): Currencies {
  const words = new Map<string, string>();
  const votes = new Map<string, Map<string, number>>();
  for (const code of Intl.supportedValuesOf('currency').filter((one) => !one.startsWith('X'))) {
    const part = (currencyDisplay: 'name' | 'narrowSymbol', amount: number): string =>
      new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay })
        .formatToParts(amount)
        .find(({ type }) => type === 'currency')?.value ?? '';
    const names = [part('name', 1), part('name', 2)].map((name) => name.split(' ').at(-1)?.toLowerCase() ?? '');
    const key = stem(names[0] ?? '');
    words.set(code.toLowerCase(), key);
    // "won" is usually a verb.
    for (const name of names)
      if (/^\p{L}{3,}$/u.test(name) && infinitiveOf(name) === name && !NO_MONEY.has(name)) words.set(name, key);
    const symbol = part('narrowSymbol', 1);
    const count = votes.get(symbol) ?? new Map<string, number>();
    votes.set(symbol, count.set(key, (count.get(key) ?? 0) + 1));
  }
  const symbols = new Map(
    [...votes].map(([symbol, count]) => [symbol, [...count].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '']),
  );
  return { words, symbols };
}

/** The currency of a word or sign, or null. */
export function currencyOf(word: string): string | null {
  currencies ??= readCurrencies();
  return currencies.symbols.get(word) ?? currencies.words.get(word.toLowerCase()) ?? null;
}
