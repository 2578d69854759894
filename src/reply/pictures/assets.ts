import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAtlas, type Atlas } from '../../data/borders/borders.ts';
import { readFont } from './rendering/font-metrics.ts';
import type { Fonts } from './rendering/measure-text.ts';

/** Fonts and borders, read from the disk. */
export interface RenderAssets {
  readonly fonts: Fonts;
  /** The fonts again, as files: the renderer reads them itself. */
  readonly fontFiles: readonly string[];
  readonly atlas: Atlas;
}

const FILES = { regular: 'SourceSans3-Regular.ttf', bold: 'SourceSans3-SemiBold.ttf' } as const;

export function loadAssets(): RenderAssets {
  const path = (file: string): string => fileURLToPath(new URL(`./fonts/${file}`, import.meta.url));
  return {
    fonts: {
      regular: readFont(readFileSync(path(FILES.regular))),
      bold: readFont(readFileSync(path(FILES.bold))),
    },
    fontFiles: Object.values(FILES).map(path),
    atlas: readAtlas(),
  };
}
