import type { TextMeasure, TypeStyle } from './measure-text.ts';
import type { Element } from './svg.ts';
import { textLine } from './text-line.ts';

/** A sign of a legend, drawn around the middle of its box. The box is as high as a line. */
export interface LegendEntry {
  readonly width: number;
  readonly draw: (x: number, y: number) => readonly Element[];
  readonly text: string;
}

interface TextArea {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

interface Look {
  readonly type: TypeStyle;
  readonly fill: string;
  readonly leading: number;
}

const BETWEEN = 18;

/** Sets signs and their words in as many lines as they need. `y` of the area is its top. */
export function drawLegend(signs: readonly LegendEntry[], area: TextArea, look: Look, letters: TextMeasure): Flow {
  let [x, y] = [area.x, area.y];
  const elements: Element[] = [];
  for (const sign of signs) {
    const most = area.w - sign.width - 6;
    const lines = letters.wrap(letters.clean(sign.text), look.type, most);
    const width = sign.width + 6 + Math.max(...lines.map((text) => letters.width(text, look.type)), 0);
    if (x > area.x && x + width > area.x + area.w) [x, y] = [area.x, y + look.leading];
    elements.push(...sign.draw(x + sign.width / 2, y + look.leading / 2));
    for (const [n, text] of lines.entries()) {
      elements.push(
        textLine(text, x + sign.width + 6, baseline(y + n * look.leading, look), look.type, { fill: look.fill }),
      );
    }
    if (lines.length > 1) [x, y] = [area.x, y + lines.length * look.leading];
    else x += width + BETWEEN;
  }
  return { elements, height: y - area.y + (x > area.x ? look.leading : 0), last: x - area.x };
}

export interface Flow {
  readonly elements: readonly Element[];
  readonly height: number;
  /** Where the last line ends, in units. */
  readonly last: number;
}

export function paragraph(text: string, { x, y, w }: TextArea, look: Look, letters: TextMeasure): Flow {
  const lines = letters.wrap(letters.clean(text), look.type, w);
  return {
    elements: lines.map((each, n) =>
      textLine(each, x, baseline(y + n * look.leading, look), look.type, { fill: look.fill }),
    ),
    height: lines.length * look.leading,
    last: letters.width(lines.at(-1) ?? '', look.type),
  };
}

/** The baseline of a line of text whose top is given. */
export const baseline = (top: number, { leading, type }: Look): number => top + leading / 2 + type.size * 0.33;
