import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownPictures } from '../../../scripts/shown-pictures.ts';
import { renderPng } from '../../../src/reply/pictures/render-png.ts';
import { readPng, type Pixels } from './png.ts';
import { kit } from './read-picture.ts';

const folder = join(import.meta.dirname, '../../../docs/pictures');
const pictures = await shownPictures();

/** The share of pixels that differ by more than another processor's rounding explains: a tenth of the range of one colour. */
function difference(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let other = 0;
  for (let y = 0; y < a.height; y += 1) {
    for (let x = 0; x < a.width; x += 1) {
      const [one, two] = [a.pixel(x, y), b.pixel(x, y)];
      if (one.some((part, n) => Math.abs(part - (two[n] ?? 0)) > 25)) other += 1;
    }
  }
  return other / (a.width * a.height);
}

const MOST = 0.002;
const read = (file: string): Pixels => readPng(readFileSync(join(folder, file)));

describe('the pictures of the README', () => {
  it.each(pictures.map((each) => [each.file, each] as const))(
    '%s is what is drawn today: npm run -s pictures',
    (file, { picture, theme }) => {
      expect(difference(read(file), readPng(renderPng(picture.drawing, theme, kit)))).toBeLessThan(MOST);
    },
  );

  it('differ from others by more than is let pass: a name that is gone, another theme', () => {
    const [first] = pictures;
    if (first === undefined || first.picture.drawing.kind !== 'map') throw new Error('no map');
    const { drawing } = first.picture;
    const without = { ...drawing, others: drawing.others.slice(1) };
    const golden = read(first.file);
    expect(difference(golden, readPng(renderPng(without, first.theme, kit)))).toBeGreaterThan(MOST);
    expect(difference(golden, readPng(renderPng(drawing, 'light', kit)))).toBeGreaterThan(0.5);
  });
});
