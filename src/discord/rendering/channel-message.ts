import type { Card } from '../../reply/model/card.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { OutboxMessage } from '../../store/outbox/outbox-entry.ts';
import type { Store } from '../../store/store.ts';
import { paginate } from './paginate.ts';
import { FLAG_COMPONENTS_V2 } from '../limits.ts';
import { COMPONENT_TYPE, NO_MENTIONS } from '../format/message.ts';

/** The language of a channel: its setting, else the language of the story. */
export async function channelLanguage(
  { settings }: Pick<Store, 'settings'>,
  { server, channel }: { readonly server: string | null; readonly channel: string },
  story: { readonly language: string },
): Promise<Language> {
  const { language } = await settings.at(server, channel);
  return languageOf(language ?? story.language);
}

/** The bar at the side of posts. It is decoration: the text says the same. */
export const ACCENT_COLOUR = { brief: 0x2f6fb0, correction: 0xb3541e, desk: 0x8a8f98 } as const;

/** A card as messages, one a page, each with the versions of the facts that it shows. */
export function toChannelMessages(
  card: Card,
  story: { readonly id: string },
  language: Language,
  colour: number,
): OutboxMessage[] {
  const versions = new Map(card.facts.map(({ id, version }) => [id, version] as const));
  return paginate(card, translateText(language, 'door.continued')).map(({ texts, facts }) => ({
    body: channelMessageBody(texts, colour),
    facts: facts.flatMap((fact) => {
      const version = versions.get(fact);
      return version === undefined ? [] : [{ story: story.id, fact, version }];
    }),
  }));
}

export const channelMessageBody = (
  texts: readonly string[],
  colour: number,
  rows: readonly object[] = [],
): Readonly<Record<string, unknown>> => ({
  flags: FLAG_COMPONENTS_V2,
  allowed_mentions: NO_MENTIONS,
  components: [
    {
      type: COMPONENT_TYPE.container,
      accent_color: colour,
      components: texts.flatMap((content, at) => [
        ...(at === 0 ? [] : [{ type: COMPONENT_TYPE.separator }]),
        { type: COMPONENT_TYPE.text, content },
      ]),
    },
    ...rows,
  ],
});
