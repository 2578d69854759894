import type { TypeStyle } from './measure-text.ts';
import { element, type Attributes, type Element } from './svg.ts';

export const FAMILY = 'Source Sans 3';

/** A phone shows the picture, 600 units wide, at about 380 points: the smallest type is then 9.5 points. */
export const SMALL: TypeStyle = { size: 15 };
export const BODY: TypeStyle = { size: 17 };
export const STRONG: TypeStyle = { size: 17, weight: 'bold' };

/** Height of the letters above the baseline, as a share of their size. */
export const ASCENT = 0.75;

/** One line of text. `y` is the baseline. */
export function textLine(
  text: string,
  x: number,
  y: number,
  { size, weight }: TypeStyle,
  attributes: Attributes,
): Element {
  return element(
    'text',
    { x, y, 'font-size': size, ...(weight === 'bold' ? { 'font-weight': 600 } : {}), ...attributes },
    text,
  );
}
