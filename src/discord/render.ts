import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Ask } from '../commands/command.ts';
import type { Card } from '../reply/card.ts';
import { languageOf, say, word, type Language } from '../reply/say.ts';
import { buttonRows, NO_ROWS } from './buttons.ts';
import { layOut, ASKED_BY } from './layout.ts';
import { FLAG_COMPONENTS_V2, FLAG_EPHEMERAL } from './limits.ts';
import { KIND, NOBODY, type Message } from './message.ts';
import { writeAsk } from './state.ts';
import { cut } from './typed.ts';
import { lineMarkdown } from './words.ts';

/** Who is to see an answer, and which page of it. */
export interface View {
  /** From 0; a page that does not exist any more is the last one. */
  readonly page: number;
  /** Who asked, for an answer that everybody sees; null for a private one. */
  readonly sharedBy: string | null;
}

const FIRST_PAGE: View = { page: 0, sharedBy: null };

/** The bar at the side. It is decoration: what it tells stands in words too. */
const COLOUR: Readonly<Record<Card['outcome'], number>> = { answer: 0x2f6fb0, nothing: 0x8a8f98, refused: 0xb3541e };

/** An answer as the message that Discord is sent. `ask` is what its buttons keep. */
export function renderCard(card: Card, ask: Ask, view: View = FIRST_PAGE): Message {
  const language = languageOf(ask.locale);
  const pages = layOut(card, word(language, 'door.continued'));
  const page = Math.min(view.page, pages.length - 1);
  const shared = view.sharedBy !== null;
  const [first = '', ...rest] = pages[page] ?? [];
  const showing = { card, page, pages: pages.length, shared, language };
  const rows = card.outcome === 'refused' ? NO_ROWS : buttonRows(showing, writeAsk(ask));
  const head = [
    ...(view.sharedBy === null ? [] : [askedBy(view.sharedBy, ask, language)]),
    first,
    ...(rows.names.length > 0 && card.outcome === 'nothing'
      ? [small(word(language, 'door.mean', { n: card.suggestions.length }))]
      : []),
  ];
  const inside: APIComponentInContainer[] = [
    { type: KIND.text, content: head.join('\n') },
    // What was perhaps meant comes before what is merely near.
    ...rows.names,
    ...rest.flatMap((content) => [{ type: KIND.separator }, { type: KIND.text, content }] as const),
  ];
  return {
    flags: FLAG_COMPONENTS_V2 | (shared ? 0 : FLAG_EPHEMERAL),
    allowed_mentions: NOBODY,
    components: [{ type: KIND.container, accent_color: COLOUR[card.outcome], components: inside }, ...rows.pages],
  };
}

/** A sentence in place of an answer, for the one who asked alone. */
export const renderSentence = (sentence: string): Message => ({
  flags: FLAG_COMPONENTS_V2 | FLAG_EPHEMERAL,
  allowed_mentions: NOBODY,
  components: [
    {
      type: KIND.container,
      accent_color: COLOUR.refused,
      components: [{ type: KIND.text, content: lineMarkdown({ as: 'text', words: [sentence] }) }],
    },
  ],
});

const small = (text: string): string => lineMarkdown({ as: 'small', words: [text] });

/** Every sign of it may need a backslash before it, so half of the room is letters. */
function askedBy(by: string, { command, options }: Ask, language: Language): string {
  const values = Object.values(options).join(' · ');
  const name = cut(by, 40);
  const question = cut(`/${command} ${values}`, ASKED_BY / 2 - 80);
  return lineMarkdown({ as: 'small', words: say(language, 'door.asked', { name: { strong: name }, question }) });
}
