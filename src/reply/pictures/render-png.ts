import { Resvg } from '@resvg/resvg-js';
import { sketchTimeline } from './timeline/draw-timeline.ts';
import { sketchMap } from './map/draw-map.ts';
import type { Drawing, Theme } from '../model/picture.ts';
import { COLOURS } from './rendering/colours.ts';
import type { Kit } from './assets.ts';
import { Letters } from './rendering/measure-text.ts';
import { svgOf, type Sheet } from './rendering/sheet.ts';
import { FAMILY } from './rendering/text-line.ts';

/** Pixels for each unit of the picture: sharp on a screen of double density. */
export const DENSITY = 2;
/** No side of a picture has more pixels than this. */
export const MOST_PIXELS = 2000;
/** A text of which more letters than this are in no bundled font would tell nothing: a name in a script that they lack. */
const MOST_MISSING = 0.4;

/**
 * A drawing as SVG.
 * @throws Error where the fonts lack the letters of one of its texts, or where it is too large.
 */
export function sketch(drawing: Drawing, theme: Theme, kit: Kit): Sheet & { readonly svg: string } {
  const letters = new Letters(kit.fonts);
  const colours = COLOURS[theme];
  const sheet =
    drawing.kind === 'map'
      ? sketchMap(drawing, colours, letters, kit.atlas)
      : sketchTimeline(drawing, colours, letters);
  if (letters.missing > MOST_MISSING) throw new Error('The fonts do not have the letters of this picture.');
  const side = Math.max(sheet.width, sheet.height) * DENSITY;
  if (side > MOST_PIXELS) throw new Error(`A side of the picture would have ${Math.round(side)} pixels.`);
  return { ...sheet, svg: svgOf(sheet) };
}

/** A drawing as the bytes of a PNG. Nothing is loaded but the bundled fonts: no font of the machine, no address. */
export function paint(drawing: Drawing, theme: Theme, kit: Kit): Uint8Array {
  const { svg } = sketch(drawing, theme, kit);
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: DENSITY },
    font: { loadSystemFonts: false, fontFiles: [...kit.fontFiles], defaultFontFamily: FAMILY },
  });
  return picture.render().asPng();
}
