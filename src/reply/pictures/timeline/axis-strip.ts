import type { Colours } from '../rendering/colours.ts';
import type { TextMeasure } from '../rendering/measure-text.ts';
import { element, type Element } from '../rendering/svg.ts';
import { textLine, SMALL } from '../rendering/text-line.ts';
import { buildAxis, CUT_WIDTH, type Axis, type AxisSegment } from './axis.ts';
import type { Item } from './items.ts';
import { MARK, factMarker } from './markers.ts';
import { stackItems, type StackedItem } from './stack-items.ts';
import { formatGap, ticksFor } from './ticks.ts';

export interface AxisStrip {
  readonly elements: readonly Element[];
  readonly height: number;
  readonly isCut: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

const ROW = 31;
const LANE_NAME = 24;
const LANE_GAP = 8;
const LABELS = 44;
/** Least distance between the names of two months or years. */
const GAP = 16;
/** Free space at both ends of the axis, for arrows that mark open ends. */
const END = 14;

/** The axis with its markers: lanes one above the other, names of days and months below. */
export function axisStrip(
  items: readonly Item[],
  lanes: readonly string[],
  place: Place,
  language: string,
  colours: Colours,
  letters: TextMeasure,
): AxisStrip {
  const [left, right] = [place.x, place.x + place.w];
  const axis = buildAxis(
    items.map(({ extent }) => extent),
    left + END,
    place.w - 2 * END,
  );
  const named = lanes.length === 0 ? [''] : lanes;
  const back: Element[] = [];
  const front: Element[] = [];
  let y = place.y;
  for (const [n, name] of named.entries()) {
    const mine = items.filter(({ lane }) => lanes.length === 0 || lane === n);
    const packed = stackItems(mine, axis, [left, right]);
    const rows = Math.max(1, ...packed.map(({ row }) => row + 1));
    if (name !== '') {
      const text = letters.fit(letters.clean(name), { size: 16, weight: 'bold' }, place.w);
      front.push(textLine(text, left, y + 17, { size: 16, weight: 'bold' }, { fill: colours.ink, class: 'lane' }));
      y += LANE_NAME;
    }
    const base = y + rows * ROW + 3;
    front.push(...packed.flatMap((each) => drawn(each, base, right, left, colours)));
    front.push(...baseline(axis, base, colours));
    y = base + LANE_GAP;
  }
  const foot = y - LANE_GAP;
  for (const segment of axis.segments) {
    const labels = below(segment, place.y, foot, language, colours, letters);
    back.push(...labels.back);
    front.push(...labels.front);
  }
  front.push(...cuts(axis, foot, language, colours, letters));
  return { elements: [...back, ...front], height: foot + LABELS - place.y, isCut: axis.segments.length > 1 };
}

function drawn(
  { item, x, row, size, bar, side }: StackedItem,
  base: number,
  right: number,
  left: number,
  colours: Colours,
): Element[] {
  const y = base - 4 - ROW * row - MARK.great / 2;
  const beside = size / 2 + (item.extent.uncertain ? 16 : 5);
  const hour = {
    fill: colours.ink,
    class: 'hour',
    ...(side === 'left' ? { 'text-anchor': 'end' } : {}),
  };
  const mark = [
    ...factMarker(x, y, size, { ...item, uncertain: item.extent.uncertain }, colours),
    ...(item.time === null
      ? []
      : [textLine(item.time, side === 'left' ? x - size / 2 - 5 : x + beside, y + 5, SMALL, hour)]),
  ];
  if (bar === null) return mark;
  const colour = colours.status[item.status];
  const { open, about } = item.extent;
  const dash = about ? { 'stroke-dasharray': '4 4' } : {};
  const [from, to] = bar;
  const arrow =
    open === 'since'
      ? `M${right - 7} ${y - 6}l7 6l-7 6`
      : open === 'until'
        ? `M${left + 7} ${y - 6}l-7 6l7 6`
        : `M${from.toFixed(1)} ${y - 7}v14M${to.toFixed(1)} ${y - 7}v14`;
  const stroke = { fill: 'none', stroke: colour, 'stroke-width': 2.4, 'stroke-linecap': 'round' };
  const kind = open ?? (about ? 'about' : 'span');
  return [
    element('path', { class: `bar ${kind}`, d: `M${from.toFixed(1)} ${y}H${to.toFixed(1)}`, ...stroke, ...dash }),
    element('path', { d: arrow, ...stroke }),
    ...mark,
  ];
}

const baseline = ({ segments }: Axis, y: number, colours: Colours): Element[] =>
  segments.map(({ x, w }) =>
    element('path', {
      class: 'axis',
      d: `M${x.toFixed(1)} ${y}h${w.toFixed(1)}`,
      stroke: colours.line,
      'stroke-width': 1.6,
    }),
  );

/** Shades every second unit of the calendar and names the units below. */
function below(
  segment: AxisSegment,
  top: number,
  foot: number,
  language: string,
  colours: Colours,
  letters: TextMeasure,
) {
  const ticks = ticksFor(segment, language, letters);
  const back = ticks
    .filter((_, n) => n % 2 === 0)
    .map(({ x, w }) => element('rect', { x, y: top, width: w, height: foot - top, fill: colours.band }));
  let free = segment.x - GAP;
  const front = ticks.flatMap(({ x, w, label, context, atStart }): Element[] => {
    const around = letters.width(context, SMALL);
    const middle = Math.max(x + w / 2, free + GAP + around / 2);
    const isNamed = context !== '' && middle + around / 2 <= Math.max(x + w, segment.x + segment.w) + GAP / 2;
    if (isNamed) free = middle + around / 2;
    const centred = { 'text-anchor': 'middle' };
    return [
      element('path', { class: 'tick', d: `M${x.toFixed(1)} ${foot}v6`, stroke: colours.line, 'stroke-width': 1.4 }),
      ...(label === ''
        ? []
        : [
            textLine(label, atStart ? x + 4 : x + w / 2, foot + 18, SMALL, {
              fill: colours.ink,
              class: 'unit',
              ...(atStart ? {} : centred),
            }),
          ]),
      ...(isNamed
        ? [textLine(context, middle, foot + 37, SMALL, { fill: colours.muted, class: 'context', ...centred })]
        : []),
    ];
  });
  return { back, front };
}

/** Draws two slanted strokes across the axis, and the omitted time below them. */
function cuts({ segments }: Axis, foot: number, language: string, colours: Colours, letters: TextMeasure): Element[] {
  return segments.slice(1).flatMap((segment, n): Element[] => {
    const before = segments[n];
    if (before === undefined) return [];
    const x = segment.x - CUT_WIDTH / 2;
    const words = letters.clean(formatGap(segment.from - before.to, language)).split(' ');
    const stroke = { stroke: colours.muted, 'stroke-width': 1.8 };
    return [
      element('path', {
        class: 'cut',
        d: `M${(x - 7).toFixed(1)} ${foot + 6}l6-12M${(x + 1).toFixed(1)} ${foot + 6}l6-12`,
        ...stroke,
      }),
      ...words.map((word, at) =>
        textLine(word, x, foot + 20 + at * 16, SMALL, { fill: colours.muted, 'text-anchor': 'middle', class: 'gap' }),
      ),
    ];
  });
}
