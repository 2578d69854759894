import type { Card } from '../../reply/model/card.ts';
import type { Picture, Theme } from '../../reply/model/picture.ts';
import { cardText } from '../../reply/plain-text.ts';
import { MAX_ALT_TEXT } from '../limits.ts';
import { describeError, type Log } from '../log.ts';
import { withTimeout } from '../with-timeout.ts';
import type { FileUpload } from '../format/message.ts';
import { truncate } from '../format/text.ts';

/** Draws a picture as a PNG. May be slow, and may fail. */
export type DrawPicture = (picture: Picture, theme: Theme) => Promise<Uint8Array>;

export interface PictureOptions {
  /** null where nothing can be drawn: answers then have no pictures. */
  readonly draw: DrawPicture | null;
  /** How long an answer waits for its pictures, in ms. */
  readonly timeoutMs: number;
  readonly log: Log;
}

/** Pictures in a gallery: https://docs.discord.com/developers/components/reference#media-gallery */
const MOST_PICTURES = 10;
const MOST_FILES = 3;

/** Discord replaces any other character, and a component would then not find its file. */
const safe = (name: string): string => name.replace(/[^\w.-]+/g, '-');

/** The pictures that could be drawn in time, and the files. */
export async function attachmentsOf(
  { pictures = [], files = [] }: Card,
  theme: Theme,
  pictureOptions: PictureOptions,
): Promise<FileUpload[]> {
  const shown = pictures.slice(0, MOST_PICTURES);
  const drawn = await Promise.all(shown.map(async (picture) => drawnOf(picture, theme, pictureOptions)));
  const made = files
    .slice(0, MOST_FILES)
    .map(({ name, text }): FileUpload => ({ name: safe(name), data: Buffer.from(text), alt: null }));
  return [...drawn.filter((upload) => upload !== null), ...made];
}

/** The whole answer as plain text, for answers of which only one page is shown. */
export const answerAsTextFile = (card: Card, name: string, locale: string): FileUpload => ({
  name: `${safe(name)}.txt`,
  data: Buffer.from(`${cardText(card, locale)}\n`),
  alt: null,
});

async function drawnOf(
  picture: Picture,
  theme: Theme,
  { draw, timeoutMs, log }: PictureOptions,
): Promise<FileUpload | null> {
  if (draw === null) return null;
  try {
    const data = await withTimeout(draw(picture, theme), timeoutMs);
    if (data !== undefined) return { name: safe(picture.name), data, alt: truncate(picture.alt, MAX_ALT_TEXT) };
    log.warn({ picture: picture.drawing.kind }, 'a picture took too long and was left out');
  } catch (error) {
    log.warn({ picture: picture.drawing.kind, error: describeError(error) }, 'a picture could not be drawn');
  }
  return null;
}
