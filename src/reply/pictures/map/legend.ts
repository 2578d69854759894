import { baseline, drawLegend, paragraph, type Flow, type LegendEntry } from '../rendering/flow.ts';
import type { Colours } from '../rendering/colours.ts';
import type { TextMeasure } from '../rendering/measure-text.ts';
import { element } from '../rendering/svg.ts';
import { textLine, SMALL } from '../rendering/text-line.ts';
import type { Known, MapPlace } from '../../model/picture.ts';
import { translateText } from '../../i18n/translate.ts';
import type { Language } from '../../model/language.ts';
import { areaMarker, dashedBorder, placeMarker } from './markers.ts';
import { FRAME } from './projection.ts';

const EDGE = 14;
const LEADING = 21;

interface Shown {
  readonly places: readonly MapPlace[];
  readonly dashed: boolean;
  /** Sentences about places that the map does not show. */
  readonly notes: readonly string[];
}

/** The text under the map: its signs and its omissions. */
export function legend(
  { places, dashed, notes }: Shown,
  language: Language,
  colours: Colours,
  letters: TextMeasure,
): Omit<Flow, 'last'> {
  const look = { type: SMALL, fill: colours.muted, leading: LEADING };
  const area = { x: EDGE, y: FRAME.h + 8, w: FRAME.w - 2 * EDGE };
  const signs = drawLegend(legendEntries(places, dashed, language, colours), area, look, letters);
  const elements = [...signs.elements];
  let height = signs.height;
  let free = area.w - signs.last;
  for (const note of notes) {
    const said = paragraph(note, { ...area, y: area.y + height }, look, letters);
    elements.push(...said.elements);
    height += said.height;
    free = area.w - said.last;
  }
  const source = letters.clean(translateText(language, 'map.source'));
  const needed = letters.width(source, SMALL);
  // The source is set after the last line, or on its own line if space is short.
  if (height === 0 || free < needed + 24) height += LEADING;
  const base = baseline(area.y + height - LEADING, look);
  elements.push(
    textLine(source, area.x + area.w, base, SMALL, { fill: colours.muted, 'text-anchor': 'end', class: 'source' }),
  );
  return { elements, height: height + 16 };
}

function legendEntries(
  places: readonly MapPlace[],
  dashed: boolean,
  language: Language,
  colours: Colours,
): LegendEntry[] {
  const has = (known: Known, area: boolean): boolean =>
    places.some((place) => place.known === known && (place.as !== 'point') === area);
  const dot = (known: Known, text: string): LegendEntry[] =>
    has(known, false) ? [{ width: 14, text, draw: (x, y) => [placeMarker([x, y], known, colours)] }] : [];
  const area = (known: Known, text: string): LegendEntry[] =>
    has(known, true) ? [{ width: 22, text, draw: (x, y) => areaMarker(x - 11, y, 22, known, colours.place) }] : [];
  const border: LegendEntry = {
    width: 28,
    text: translateText(language, 'map.disputed'),
    draw: (x, y) => [
      element('path', { d: `M${x - 14} ${y}h28`, stroke: colours.border, 'stroke-width': 2, ...dashedBorder }),
    ],
  };
  return [
    ...dot('stated', translateText(language, 'map.stated')),
    ...dot('implied', translateText(language, 'map.implied')),
    ...dot('unused', translateText(language, 'map.unused')),
    ...area('stated', translateText(language, 'map.areaStated')),
    ...area('implied', translateText(language, 'map.areaImplied')),
    ...(dashed ? [border] : []),
  ];
}
