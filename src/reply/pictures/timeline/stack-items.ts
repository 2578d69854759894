import type { Axis } from './axis.ts';
import type { Item } from './items.ts';
import { MARK } from './markers.ts';

/** An item and its position; rows are counted upwards from the axis. */
export interface StackedItem {
  readonly item: Item;
  readonly x: number;
  readonly row: number;
  readonly size: number;
  /** The range of a date longer than a day; null for one day. */
  readonly bar: readonly [number, number] | null;
  /** The side of the printed hour: left only at the end of the axis. */
  readonly side: 'left' | 'right';
}

const GAP = 5;

interface Taken {
  readonly from: number;
  readonly to: number;
}

/**
 * Places items above the axis so that none hides another: each at its date, in the lowest free row.
 * Items of one day lie side by side if the day is wide enough.
 */
export function stackItems(items: readonly Item[], axis: Axis, ends: readonly [number, number]): StackedItem[] {
  const rows: Taken[][] = [];
  const isFree = (row: number, { from, to }: Taken): boolean =>
    !(rows[row] ?? []).some((other) => from < other.to + GAP && other.from < to + GAP);
  const take = (row: number, taken: Taken): void => {
    rows[row] = [...(rows[row] ?? []), taken];
  };
  return inTurn(items).map((item): StackedItem => {
    const size = item.text === '' ? MARK.small : MARK.great;
    const company = items.filter((other) => isShort(other) && other.extent.from === item.extent.from).length;
    const options = placesOf(item, size, axis, ends, company);
    for (let row = 0; ; row += 1) {
      const met = options.find(({ taken }) => isFree(row, taken));
      if (met === undefined) continue;
      take(row, met.taken);
      return { item, x: met.x, row, size, bar: met.bar, side: met.side };
    }
  });
}

/** Items with the fewest possible positions come first: printed hours, then days, then longer dates. */
function inTurn(items: readonly Item[]): Item[] {
  const turn = ({ extent }: Item): number => (isLong(extent) ? 2 : extent.hour === null ? 1 : 0);
  return items.toSorted((a, b) => turn(a) - turn(b));
}

/** Known to the day, but not to the hour. */
const isShort = ({ extent }: Item): boolean => !isLong(extent) && extent.hour === null;

const isLong = ({ span, open, about }: Item['extent']): boolean => span || open !== null || about;

interface Place {
  readonly x: number;
  readonly taken: Taken;
  readonly bar: StackedItem['bar'];
  readonly side: StackedItem['side'];
}

/** Width of a printed hour beside its marker, and of a question mark. */
export const HOUR_LABEL_WIDTH = 46;
const QUESTION = 12;
/** Visible length of a range on each side of its marker, at least. */
const TAIL = 9;

function placesOf(
  item: Item,
  size: number,
  axis: Axis,
  [first, last]: readonly [number, number],
  company: number,
): Place[] {
  const { extent } = item;
  const half = size / 2;
  const beside = (item.time === null ? 0 : HOUR_LABEL_WIDTH) + (extent.uncertain ? QUESTION : 0);
  const at = (x: number, bar: StackedItem['bar'] = null): Place => {
    const side = x + half + beside > last ? 'left' : 'right';
    const [before, after] = side === 'left' ? [beside, 0] : [0, beside];
    const taken = { from: Math.min(x - half - before, bar?.[0] ?? x), to: Math.max(x + half + after, bar?.[1] ?? x) };
    return { x, bar, side, taken };
  };
  const width = axis.dayWidth(extent.from);
  const left = axis.x(extent.from);
  if (!isLong(extent)) {
    if (extent.hour !== null && width >= 100) return [at(left + (width * extent.hour) / 24)];
    return spread(left, width, company).map((x) => at(x));
  }
  const right = Math.max(left + Math.min(width, 4), axis.x(extent.to - 0.001));
  if (extent.open === 'since') return [at(left + Math.min(width, 40) / 2, [left, last])];
  if (extent.open === 'until') return [at(right - Math.min(width, 40) / 2, [first, right])];
  const middle = (left + right) / 2;
  // An approximate date has no exact ends. A month or a year is drawn only if it is longer than its marker.
  if (extent.about) return [at(middle, [Math.min(left, middle - half - TAIL), Math.max(right, middle + half + TAIL)])];
  return [at(middle, right - left > size + 6 ? [left, right] : null)];
}

/** Positions side by side around the middle of a day: one for each marker that has space. */
function spread(left: number, width: number, company: number): number[] {
  const step = MARK.great + GAP + 1;
  const most = Math.max(1, Math.min(company, Math.floor(width / step)));
  const middle = left + width / 2;
  return Array.from({ length: most }, (_, n) => middle + (n - (most - 1) / 2) * step);
}
