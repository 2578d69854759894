import type { Colours } from '../rendering/colours.ts';
import type { LegendEntry } from '../rendering/flow.ts';
import { element, type Element } from '../rendering/svg.ts';
import type { Shown, TimelineDrawing } from '../../model/picture.ts';
import { translateText } from '../../i18n/translate.ts';
import type { Item } from './items.ts';
import { factMarker } from './markers.ts';

const SIZE = 17;
const ORDER: readonly Shown[] = ['confirmed', 'reported', 'attributed', 'disputed', 'unverified'];

interface Seen {
  readonly items: readonly Item[];
  readonly isCut: boolean;
  readonly isGrouped: boolean;
}

/** The legend lists every sign that the picture uses, and no other. */
export function legendEntries(
  { facts, language }: TimelineDrawing,
  { items, isCut, isGrouped }: Seen,
  colours: Colours,
): LegendEntry[] {
  const mark = (status: Shown, inferred: boolean, text: string): LegendEntry => ({
    width: 20,
    text,
    draw: (x, y) => factMarker(x, y, SIZE, { status, inferred, text: '', uncertain: false }, colours),
  });
  const stroke = { fill: 'none', stroke: colours.ink, 'stroke-width': 2.2, 'stroke-linecap': 'round' };
  const path = (text: string, d: (x: number, y: number) => string, more = {}): LegendEntry => ({
    width: 30,
    text,
    draw: (x, y): Element[] => [element('path', { d: d(x, y), ...stroke, ...more })],
  });
  const dated = facts.filter(({ when }) => when !== null);
  const has = (test: (item: Item) => boolean): boolean => items.some(test);
  const when = <Kind>(is: boolean, ...signs: Kind[]): Kind[] => (is ? signs : []);
  const neutral = (inferred: boolean, text: string): LegendEntry => ({
    width: 18,
    text,
    draw: (x, y) => [
      element('circle', {
        cx: x,
        cy: y,
        r: 6.5,
        fill: inferred ? colours.paper : colours.ink,
        stroke: colours.ink,
        'stroke-width': 2,
      }),
    ],
  });
  return [
    ...ORDER.flatMap((status) => {
      const one = facts.find((fact) => fact.status === status);
      return one === undefined ? [] : [mark(status, one.inferred, translateText(language, `status.${status}`))];
    }),
    ...when(
      dated.some(({ inferred }) => !inferred),
      neutral(false, translateText(language, 'chart.stated')),
    ),
    ...when(
      dated.some(({ inferred }) => inferred),
      neutral(true, translateText(language, 'chart.inferred')),
    ),
    ...when(
      has(({ extent }) => extent.span && extent.open === null && !extent.about),
      path(
        translateText(language, 'chart.span'),
        (x, y) => `M${x - 13} ${y}h26M${x - 13} ${y - 6}v12M${x + 13} ${y - 6}v12`,
      ),
    ),
    ...when(
      has(({ extent }) => extent.about),
      path(translateText(language, 'chart.about'), (x, y) => `M${x - 13} ${y}h26`, { 'stroke-dasharray': '4 4' }),
    ),
    ...when(
      has(({ extent }) => extent.open === 'since'),
      path(translateText(language, 'chart.since'), (x, y) => `M${x - 13} ${y}h26l-6-5m6 5l-6 5`),
    ),
    ...when(
      has(({ extent }) => extent.open === 'until'),
      path(translateText(language, 'chart.until'), (x, y) => `M${x + 13} ${y}h-26l6-5m-6 5l6 5`),
    ),
    ...when(
      has(({ extent }) => extent.uncertain),
      path(
        translateText(language, 'chart.uncertain'),
        (x, y) => `M${x - 4} ${y - 3}q0-5 4-5t4 5q0 3-4 5M${x} ${y + 7}v.1`,
      ),
    ),
    ...when(
      isCut,
      path(translateText(language, 'chart.cut'), (x, y) => `M${x - 7} ${y + 6}l6-12M${x + 1} ${y + 6}l6-12`, {
        stroke: colours.muted,
      }),
    ),
    ...when(isGrouped && has(({ n }) => n > 1), numberSign(translateText(language, 'chart.counted'), colours)),
    ...when(!isGrouped && items.length > 0, numberSign(translateText(language, 'chart.numbered'), colours)),
  ];
}

const numberSign = (text: string, colours: Colours): LegendEntry => ({
  width: 14,
  text,
  draw: (x, y) => [
    element(
      'text',
      { x, y: y + 5, 'font-size': 15, 'font-weight': 600, 'text-anchor': 'middle', fill: colours.ink },
      '3',
    ),
  ],
});
