import { baseline, legend, paragraph, type Flow, type Sign } from '../rendering/flow.ts';
import type { Colours } from '../rendering/colours.ts';
import type { Letters } from '../rendering/measure-text.ts';
import { el } from '../rendering/svg.ts';
import { line, SMALL } from '../rendering/text-line.ts';
import type { Known, MapPlace } from '../../model/picture.ts';
import { word } from '../../i18n/translate.ts';
import type { Language } from '../../model/language.ts';
import { areaMark, dashedBorder, placeMark } from './markers.ts';
import { FRAME } from './projection.ts';

const EDGE = 14;
const LEADING = 21;

interface Shown {
  readonly places: readonly MapPlace[];
  readonly dashed: boolean;
  /** Sentences of what is not on the map. */
  readonly notes: readonly string[];
}

/** What stands under the map: the signs that are in it, and what is not. */
export function under(
  { places, dashed, notes }: Shown,
  language: Language,
  colours: Colours,
  letters: Letters,
): Omit<Flow, 'last'> {
  const look = { type: SMALL, fill: colours.muted, leading: LEADING };
  const room = { x: EDGE, y: FRAME.h + 8, w: FRAME.w - 2 * EDGE };
  const signs = legend(signsOf(places, dashed, language, colours), room, look, letters);
  const elements = [...signs.elements];
  let height = signs.height;
  let free = room.w - signs.last;
  for (const note of notes) {
    const said = paragraph(note, { ...room, y: room.y + height }, look, letters);
    elements.push(...said.elements);
    height += said.height;
    free = room.w - said.last;
  }
  const source = letters.clean(word(language, 'map.source'));
  const needed = letters.width(source, SMALL);
  // In the corner: behind what stands in the last line where there is room, else in a line of its own.
  if (height === 0 || free < needed + 24) height += LEADING;
  const base = baseline(room.y + height - LEADING, look);
  elements.push(
    line(source, room.x + room.w, base, SMALL, { fill: colours.muted, 'text-anchor': 'end', class: 'source' }),
  );
  return { elements, height: height + 16 };
}

function signsOf(places: readonly MapPlace[], dashed: boolean, language: Language, colours: Colours): Sign[] {
  const has = (known: Known, area: boolean): boolean =>
    places.some((place) => place.known === known && (place.as !== 'point') === area);
  const dot = (known: Known, text: string): Sign[] =>
    has(known, false) ? [{ width: 14, text, draw: (x, y) => [placeMark([x, y], known, colours)] }] : [];
  const area = (known: Known, text: string): Sign[] =>
    has(known, true) ? [{ width: 22, text, draw: (x, y) => areaMark(x - 11, y, 22, known, colours.place) }] : [];
  const border: Sign = {
    width: 28,
    text: word(language, 'map.disputed'),
    draw: (x, y) => [
      el('path', { d: `M${x - 14} ${y}h28`, stroke: colours.border, 'stroke-width': 2, ...dashedBorder }),
    ],
  };
  return [
    ...dot('stated', word(language, 'map.stated')),
    ...dot('implied', word(language, 'map.implied')),
    ...dot('unused', word(language, 'map.unused')),
    ...area('stated', word(language, 'map.areaStated')),
    ...area('implied', word(language, 'map.areaImplied')),
    ...(dashed ? [border] : []),
  ];
}
