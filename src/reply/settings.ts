import { EMPTY } from './answer.ts';
import type { Card, Line, Words } from './card.ts';
import { languageOf, say, type Key, type Language } from './say.ts';

/** What holds in a channel: its own settings, then those of its server, then the defaults. */
export interface Held {
  readonly story: string | null;
  readonly share?: boolean | undefined;
  readonly language?: string | undefined;
  readonly theme?: 'light' | 'dark' | undefined;
  /** Whether something has just been changed. */
  readonly changed: boolean;
}

export function settingsCard({ story, share, language: fixed, theme, changed }: Held, language: Language): Card {
  const row = (key: Key, value: Words): Line => ({
    as: 'item',
    words: say(language, 'fact.labelled', { label: say(language, key), value }),
  });
  const lines = [
    row('settings.story', story === null ? say(language, 'settings.noStory') : [{ em: story }]),
    row('settings.answers', say(language, share === true ? 'settings.shared' : 'settings.private')),
    row(
      'settings.language',
      fixed === undefined ? say(language, 'settings.asker') : say(language, `choice.${languageOf(fixed)}`),
    ),
    row('settings.theme', say(language, theme === 'light' ? 'settings.light' : 'settings.dark')),
  ];
  return {
    ...EMPTY,
    title: say(language, changed ? 'settings.changed' : 'settings.title'),
    sections: [{ blocks: [{ lines }] }],
  };
}
