import { EMPTY_CARD } from './answer.ts';
import type { Card, Line } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { joinText, languageOf, translate, type MessageKey } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** What holds in a channel: its own settings, then those of its server, then the defaults. */
export interface Held {
  readonly story: string | null;
  readonly share?: boolean | undefined;
  readonly language?: string | undefined;
  readonly theme?: 'light' | 'dark' | undefined;
  /** Where it is said what goes wrong with briefs, and where that is read. */
  readonly notices?: string | undefined;
  readonly channel: string;
  readonly server: string | null;
  /** Where the story of the channel is curated; null where nobody does. */
  readonly curating: { readonly server: string; readonly channel: string } | null;
  /** Ids of the roles that give a rank in the server. */
  readonly roles?: Readonly<Record<'reporter' | 'editor' | 'administrator', readonly string[]>> | undefined;
  /** Whether something has just been changed. */
  readonly changed: boolean;
}

export function settingsCard(held: Held, language: Language): Card {
  const { story, share, language: fixed, theme, notices, channel, server, curating, roles, changed } = held;
  const row = (key: MessageKey, value: StyledText): Line => ({
    as: 'item',
    words: translate(language, 'fact.labelled', { label: translate(language, key), value }),
  });
  const lines = [
    row('settings.story', story === null ? translate(language, 'settings.noStory') : [{ em: story }]),
    row('settings.answers', translate(language, share === true ? 'settings.shared' : 'settings.private')),
    row(
      'settings.language',
      fixed === undefined ? translate(language, 'settings.asker') : translate(language, `choice.${languageOf(fixed)}`),
    ),
    row(
      'settings.notices',
      translate(
        language,
        notices === undefined
          ? 'settings.noticesNowhere'
          : notices === channel
            ? 'settings.noticesHere'
            : 'settings.noticesElsewhere',
      ),
    ),
    row('settings.theme', translate(language, theme === 'light' ? 'settings.light' : 'settings.dark')),
    row('settings.curation', curated(curating, server, language)),
    ...(['reporter', 'editor', 'administrator'] as const).flatMap((rank) => {
      const ids = roles?.[rank] ?? [];
      return ids.length === 0
        ? []
        : [
            row(
              `settings.${rank}`,
              joinText(
                ids.map((role) => [{ role }]),
                ', ',
              ),
            ),
          ];
    }),
  ];
  return {
    ...EMPTY_CARD,
    title: translate(language, changed ? 'settings.changed' : 'settings.title'),
    sections: [{ blocks: [{ lines }] }],
  };
}

function curated(curating: Held['curating'], server: string | null, language: Language): StyledText {
  if (curating === null) return translate(language, 'settings.curatedNowhere');
  if (curating.server !== server) return translate(language, 'settings.curatedElsewhere');
  return translate(language, 'settings.curatedIn', { channel: { channel: curating.channel } });
}
