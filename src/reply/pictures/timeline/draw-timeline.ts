import { drawLegend } from '../rendering/flow.ts';
import type { Colours } from '../rendering/colours.ts';
import type { TextMeasure } from '../rendering/measure-text.ts';
import type { PictureElements } from '../rendering/sheet.ts';
import { element, type Element } from '../rendering/svg.ts';
import { textLine, SMALL } from '../rendering/text-line.ts';
import type { TimelineDrawing } from '../../model/picture.ts';
import { translateText } from '../../i18n/translate.ts';
import { chooseFacts } from './choose-facts.ts';
import { groupFacts } from './group-facts.ts';
import { groupedItems, numbered, type Item } from './items.ts';
import { heading, headingText, row, type TextStyles, type PictureBlock } from './fact-list.ts';
import { STEPS, type Step } from './calendar-units.ts';
import { axisStrip, type AxisStrip } from './axis-strip.ts';
import { legendEntries } from './legend.ts';

const WIDTH = 600;
/** In units of two pixels: 2,000 pixels. */
const HIGHEST = 1000;
/** Height of a picture with chosen facts only: a channel shows it without a click. */
const CHOSEN = 840;
const EDGE = 24;
/** Most markers that a reader can find by number. */
const MOST_NUMBERED = 16;
const MOST_GROUPS = 12;
/** Greatest height of the markers, in units of the picture. */
const HIGHEST_STRIP = 400;

const TITLE = { size: 24, weight: 'bold' } as const;

/** Draws every fact in its own line or, if they are too many, groups them by date. */
export function sketchTimeline(drawing: TimelineDrawing, colours: Colours, letters: TextMeasure): PictureElements {
  const pens = { colours, letters };
  const single = drawing.facts.length <= MOST_NUMBERED ? whole(drawing, numbered(drawing.facts), pens, null) : null;
  if (single !== null && single.height <= HIGHEST) return single;
  return whole(drawing, groupedItems(drawing.facts, stepFor(drawing, pens)), pens, CHOSEN);
}

/** The finest calendar unit whose markers leave space for the list. */
function stepFor(drawing: TimelineDrawing, pens: TextStyles): Step {
  const height = (step: Step): number => axisOf(drawing, groupedItems(drawing.facts, step), 0, pens).height;
  return STEPS.find((step) => height(step) <= HIGHEST_STRIP) ?? 'millennium';
}

function axisOf({ lanes, language }: TimelineDrawing, items: readonly Item[], y: number, pens: TextStyles): AxisStrip {
  const place = { x: EDGE, y, w: WIDTH - 2 * EDGE };
  return axisStrip(items, lanes, place, language, pens.colours, pens.letters);
}

/** `most` is the height that a grouped list may fill; null lists every fact. */
function whole(
  drawing: TimelineDrawing,
  items: readonly Item[],
  pens: TextStyles,
  most: number | null,
): PictureElements {
  const { colours, letters } = pens;
  const head = titled(drawing, pens);
  const axis = axisOf(drawing, items, head.height, pens);
  const signs = legendEntries(drawing, { items, isCut: axis.isCut, isGrouped: most !== null }, colours);
  const look = { type: SMALL, fill: colours.muted, leading: 22 };
  const areaAt = (y: number) => ({ x: EDGE, y, w: WIDTH - 2 * EDGE });
  const foot = drawLegend(signs, areaAt(0), look, letters).height + 30;
  const top = head.height + axis.height + 8;
  const pieces = most === null ? everyRow(drawing, pens) : someRows(drawing, pens, most - top - foot);
  const elements: Element[] = [...head.draw(0), ...axis.elements];
  let y = top;
  for (const piece of pieces) {
    elements.push(...piece.draw(y));
    y += piece.height;
  }
  const height = Math.ceil(y + foot);
  const rule = element('path', { d: `M${EDGE} ${y + 8}h${WIDTH - 2 * EDGE}`, stroke: colours.line, 'stroke-width': 1 });
  return {
    width: WIDTH,
    height,
    elements: [
      element('rect', { width: WIDTH, height, fill: colours.paper }),
      ...elements,
      rule,
      ...drawLegend(signs, areaAt(y + 14), look, letters).elements,
    ],
  };
}

function titled({ title, subtitle }: TimelineDrawing, { colours, letters }: TextStyles): PictureBlock {
  const lines = letters.wrap(letters.clean(title), TITLE, WIDTH - 2 * EDGE).slice(0, 2);
  const after = 16 + lines.length * 29;
  return {
    height: after + 32,
    draw: () => [
      ...lines.map((text, n) => textLine(text, EDGE, 38 + n * 29, TITLE, { fill: colours.ink, class: 'title' })),
      textLine(letters.fit(letters.clean(subtitle), SMALL, WIDTH - 2 * EDGE), EDGE, after + 18, SMALL, {
        fill: colours.muted,
        class: 'subtitle',
      }),
    ],
  };
}

function everyRow(drawing: TimelineDrawing, pens: TextStyles): PictureBlock[] {
  return drawing.facts.flatMap((fact, n) => {
    const before = drawing.facts[n - 1];
    const isNew = before === undefined || before.when !== fact.when;
    return [
      ...(isNew ? [heading(headingText(fact.when, drawing), [], [], pens)] : []),
      row(fact, String(n + 1), drawing, pens),
    ];
  });
}

/** Each date with its number of facts, and as many facts of each date in turn as have space. */
function someRows(drawing: TimelineDrawing, pens: TextStyles, height: number): PictureBlock[] {
  const { language } = drawing;
  const groups = groupFacts(drawing, MOST_GROUPS);
  const shown = chooseFacts(groups, drawing, pens, height - groups.length * 28);
  return groups.flatMap((group) => {
    const rows = group.facts.flatMap((fact) => shown.get(fact) ?? []);
    const left = group.facts.length - rows.length;
    const count = translateText(language, 'chart.facts', { n: group.facts.length });
    const more =
      left > 0 && rows.length > 0 ? [`${count} · ${translateText(language, 'chart.more', { n: left })}`] : [];
    return [heading(group.title, [...more, count], left > 0 ? group.facts : [], pens), ...rows];
  });
}
