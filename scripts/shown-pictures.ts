import { join } from 'node:path';
import type { Ask } from '../src/commands/command.ts';
import { TERMINAL } from '../src/commands/ask.ts';
import { loadDesk } from '../src/create-desk.ts';
import type { Picture, Theme } from '../src/reply/model/picture.ts';

export interface ShownPicture {
  readonly file: string;
  readonly picture: Picture;
  readonly theme: Theme;
}

const NOW = Temporal.Instant.from('2023-06-01T18:00:00Z');

const QUESTIONS: readonly (Pick<Ask, 'command' | 'options'> & Omit<ShownPicture, 'picture'>)[] = [
  { file: 'map-zvecan-dark.png', theme: 'dark', command: 'where', options: { place: 'zvecan' } },
  { file: 'map-kosovo-light.png', theme: 'light', command: 'where', options: { place: 'kosovo' } },
  { file: 'timeline-dark.png', theme: 'dark', command: 'timeline', options: {} },
  { file: 'timeline-simic-light.png', theme: 'light', command: 'timeline', options: { person: 'igor-simic' } },
  { file: 'timeline-places-light.png', theme: 'light', command: 'timeline', options: { place: 'northern-kosovo' } },
];

/** The pictures of the README, as the commands draw them. */
export async function shownPictures(): Promise<ShownPicture[]> {
  const { desk } = await loadDesk(
    { STORIES_DIR: join(import.meta.dirname, '../src/data/stories') },
    { now: () => NOW },
  );
  return Promise.all(
    QUESTIONS.map(async ({ file, theme, command, options }) => {
      const ask: Ask = { command, options, now: NOW, locale: 'en', story: 'kosovo-mayors-2023', from: TERMINAL };
      const card = await desk.commands.find(({ definition: data }) => data.name === command)?.answer(ask, desk);
      const picture = card?.pictures?.[0];
      if (picture === undefined) throw new Error(`The answer to /${command} has no picture.`);
      return { file, picture, theme };
    }),
  );
}
