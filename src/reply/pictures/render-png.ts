import { Resvg } from '@resvg/resvg-js';
import { sketchTimeline } from './timeline/draw-timeline.ts';
import { sketchMap } from './map/draw-map.ts';
import type { Drawing, Theme } from '../model/picture.ts';
import { COLOURS } from './rendering/colours.ts';
import type { RenderAssets } from './assets.ts';
import { TextMeasure } from './rendering/measure-text.ts';
import { sheetToElement, type PictureElements } from './rendering/sheet.ts';
import { FAMILY } from './rendering/text-line.ts';

/** Pixels for each unit of the picture: sharp on a screen of double density. */
export const PIXEL_DENSITY = 2;
/** No side of a picture has more pixels than this. */
export const MAX_PIXELS = 2000;
/** A text of which more letters than this are in no bundled font would tell nothing: a name in a script that they lack. */
const MOST_MISSING = 0.4;

/**
 * A drawing as SVG.
 * @throws Error where the fonts lack the letters of one of its texts, or where it is too large.
 */
export function drawingToSvg(
  drawing: Drawing,
  theme: Theme,
  kit: RenderAssets,
): PictureElements & { readonly svg: string } {
  const letters = new TextMeasure(kit.fonts);
  const colours = COLOURS[theme];
  const sheet =
    drawing.kind === 'map'
      ? sketchMap(drawing, colours, letters, kit.atlas)
      : sketchTimeline(drawing, colours, letters);
  if (letters.missing > MOST_MISSING) throw new Error('The fonts do not have the letters of this picture.');
  const side = Math.max(sheet.width, sheet.height) * PIXEL_DENSITY;
  if (side > MAX_PIXELS) throw new Error(`A side of the picture would have ${Math.round(side)} pixels.`);
  return { ...sheet, svg: sheetToElement(sheet) };
}

/** A drawing as the bytes of a PNG. Nothing is loaded but the bundled fonts: no font of the machine, no address. */
export function renderPng(drawing: Drawing, theme: Theme, kit: RenderAssets): Uint8Array {
  const { svg } = drawingToSvg(drawing, theme, kit);
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: PIXEL_DENSITY },
    font: { loadSystemFonts: false, fontFiles: [...kit.fontFiles], defaultFontFamily: FAMILY },
  });
  return picture.render().asPng();
}
