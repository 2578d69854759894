import { formatDate } from '../../i18n/dates.ts';
import type { Colours } from '../rendering/colours.ts';
import type { TextMeasure, TypeStyle } from '../rendering/measure-text.ts';
import type { Element } from '../rendering/svg.ts';
import { BODY, textLine, SMALL, STRONG } from '../rendering/text-line.ts';
import type { TimelineDrawing, TimelineFact } from '../../model/picture.ts';
import { translateText } from '../../i18n/translate.ts';
import { MARK, factMarker } from './markers.ts';

export interface TextStyles {
  readonly colours: Colours;
  readonly letters: TextMeasure;
}

export interface PictureBlock {
  readonly height: number;
  readonly draw: (y: number) => readonly Element[];
}

const X = 24;
const WIDTH = 552;
const INDENT = 36;
const LEADING = 21;

export const headingText = (when: string | null, { language }: TimelineDrawing): string =>
  when === null ? translateText(language, 'chart.undated') : formatDate(when, language);

const TALLY = 38;

/**
 * A date, a remark, and the number of facts of each status.
 * @param remarks the first that leaves space for the counts is used.
 */
export function heading(
  text: string,
  remarks: readonly string[],
  facts: readonly TimelineFact[],
  pens: TextStyles,
): PictureBlock {
  const { colours, letters } = pens;
  const statuses = [...Map.groupBy(facts, ({ status }) => status)];
  const title = letters.fit(letters.clean(text), STRONG, WIDTH);
  const after = X + letters.width(title, STRONG) + 10;
  const counts = (said: string): number => after + letters.width(said, SMALL) + 18;
  const fits = (said: string): boolean => counts(said) + statuses.length * TALLY <= X + WIDTH + 12;
  const said = letters.clean(remarks.find(fits) ?? '');
  return {
    height: 28,
    draw: (y) => [
      textLine(title, X, y + 20, STRONG, { fill: colours.ink, class: 'date' }),
      ...(said === '' ? [] : [textLine(said, after, y + 20, SMALL, { fill: colours.muted, class: 'count' })]),
      ...(fits(said) ? statuses : []).flatMap(([status, group], n) => {
        const x = counts(said) + n * TALLY;
        const inferred = group.every((fact) => fact.inferred);
        return [
          ...factMarker(x, y + 15, MARK.small, { status, inferred, text: '', uncertain: false }, colours),
          textLine(String(group.length), x + 11, y + 20, SMALL, { fill: colours.muted, class: 'tally' }),
        ];
      }),
    ],
  };
}

/** A fact in the list: marker, hour, status, source and statement. */
export function row(
  fact: TimelineFact,
  text: string,
  drawing: TimelineDrawing,
  { colours, letters }: TextStyles,
): PictureBlock {
  const status = letters.clean(translateText(drawing.language, `status.${fact.status}`));
  const hour = fact.time === null ? '' : `${fact.time} `;
  const lead: TypeStyle = { size: 15, weight: 'bold' };
  const indent = letters.width(hour, lead) + letters.width(`${status} `, lead) + 5;
  const lines = hanging(letters.clean(fact.says), indent, letters);
  const size = text === '' ? MARK.small : MARK.great;
  return {
    height: Math.max(30, lines.length * LEADING + 8),
    draw: (y) => [
      ...factMarker(X + MARK.great / 2, y + 4 + 11, size, { ...fact, text, uncertain: false }, colours),
      ...(hour === '' ? [] : [textLine(hour.trim(), X + INDENT, y + 20, lead, { fill: colours.ink, class: 'hour' })]),
      textLine(status, X + INDENT + letters.width(hour, lead), y + 20, lead, {
        fill: colours.status[fact.status],
        class: 'status',
      }),
      ...lines.map((each, n) =>
        textLine(each, X + INDENT + (n === 0 ? indent : 0), y + 20 + n * LEADING, BODY, {
          fill: colours.ink,
          class: 'says',
        }),
      ),
    ],
  };
}

/** Wraps a text whose first line begins after other text. */
function hanging(text: string, indent: number, letters: TextMeasure): string[] {
  const width = WIDTH - INDENT;
  const first = letters.wrap(text, BODY, width - indent)[0] ?? '';
  // A broken word would be worse than an empty line.
  const isBroken = !text.startsWith(`${first} `) && first !== text;
  const start = isBroken ? '' : first;
  return [start, ...letters.wrap(text.slice(start.length).trim(), BODY, width)];
}
