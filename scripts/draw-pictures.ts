import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAssets } from '../src/reply/pictures/assets.ts';
import { renderPng } from '../src/reply/pictures/render-png.ts';
import { shownPictures } from './shown-pictures.ts';

/** `npm run -s pictures`: redraws the pictures of the README. The tests compare them with a fresh drawing. */
const folder = join(import.meta.dirname, '../docs/pictures');
mkdirSync(folder, { recursive: true });
const kit = loadAssets();
for (const { file, picture, theme } of await shownPictures()) {
  const png = renderPng(picture.drawing, theme, kit);
  writeFileSync(join(folder, file), png);
  console.log(`docs/pictures/${file}: ${png.byteLength} bytes\n  ${picture.alt}`);
}
