import { element, elementToText, type Element } from './svg.ts';
import { FAMILY } from './text-line.ts';

/** A finished picture as elements. One unit is two pixels. */
export interface PictureElements {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly Element[];
}

export const sheetToElement = ({ width, height, elements }: PictureElements): string =>
  elementToText(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        'font-family': FAMILY,
      },
      ...elements,
    ),
  );
