import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Card } from '../../reply/model/card.ts';
import { languageOf, say, word } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { buttonRows, NO_ROWS } from '../components/action-rows.ts';
import { deedRow } from '../components/proposal-buttons.ts';
import { layOut, ASKED_BY, type Page } from './paginate.ts';
import { FLAG_COMPONENTS_V2, FLAG_EPHEMERAL } from '../limits.ts';
import { KIND, NOBODY, type Message, type Upload } from '../format/message.ts';
import { type Asked, typedIn, writeAsk } from '../components/ask-state.ts';
import { cut } from '../format/text.ts';
import { lineMarkdown } from '../format/markdown.ts';

/** Who is to see an answer, which page of it, and what goes with it. */
export interface View {
  /** From 0; a page that does not exist any more is the last one. */
  readonly page: number;
  /** Who asked, for an answer that everybody sees; null for a private one. */
  readonly sharedBy: string | null;
  /** Whether presses can be remembered here. */
  readonly remembers?: boolean;
  /** Without buttons: what was asked cannot be asked again, so the first page is all that is shown. */
  readonly once?: boolean;
  readonly uploads?: readonly Upload[];
}

const FIRST_PAGE: View = { page: 0, sharedBy: null };

/** The bar at the side. It is decoration: what it tells stands in words too. */
const COLOUR: Readonly<Record<Card['outcome'], number>> = { answer: 0x2f6fb0, nothing: 0x8a8f98, refused: 0xb3541e };

/** The pages of an answer, in the words of a language; at most `most` of them. */
export const pagesOf = (card: Card, locale: string, most?: number): readonly Page[] =>
  layOut(card, word(languageOf(locale), 'door.continued'), most);

/** An answer as the message that Discord is sent. `asked` is what its buttons keep. */
export function renderCard(
  card: Card,
  asked: Asked,
  view: View = FIRST_PAGE,
  pages: readonly Page[] = pagesOf(card, asked.locale),
): Message {
  const language = languageOf(asked.locale);
  const { sharedBy, uploads = [] } = view;
  const page = Math.min(view.page, pages.length - 1);
  const { texts, facts } = pages[page] ?? { texts: [], facts: [] };
  const [first = '', ...rest] = texts;
  const showing = {
    card,
    page,
    pages: pages.length,
    facts,
    shared: sharedBy !== null,
    passages: asked.passages !== undefined,
    remembers: view.remembers === true,
    language,
  };
  const mute = card.outcome === 'refused' || view.once === true || card.proposal !== undefined;
  const rows = mute ? NO_ROWS : buttonRows(showing, writeAsk(asked));
  const deeds = (card.proposal?.deeds.length ?? 0) > 0 && card.proposal ? [deedRow(card.proposal, language)] : [];
  const means = rows.names.length > 0 && card.outcome === 'nothing';
  const head = [
    ...(sharedBy === null ? [] : [askedBy(sharedBy, asked, language)]),
    first,
    ...(means ? [small(word(language, 'door.mean', { n: card.suggestions.length }))] : []),
    ...(view.once === true && pages.length > 1 ? [small(word(language, 'door.inFile'))] : []),
  ];
  const inside: APIComponentInContainer[] = [
    { type: KIND.text, content: head.join('\n') },
    ...gallery(uploads),
    // What was perhaps meant comes before what is merely near.
    ...rows.names,
    ...rest.flatMap((content) => [{ type: KIND.separator }, { type: KIND.text, content }] as const),
    ...filesAmong(uploads).map(({ name }) => ({ type: KIND.file, file: { url: `attachment://${name}` } })),
  ];
  return {
    flags: FLAG_COMPONENTS_V2 | (sharedBy === null ? FLAG_EPHEMERAL : 0),
    allowed_mentions: NOBODY,
    components: [
      { type: KIND.container, accent_color: COLOUR[card.outcome], components: inside },
      ...rows.pages,
      ...deeds,
    ],
    ...(uploads.length > 0 && { files: uploads }),
  };
}

const filesAmong = (uploads: readonly Upload[]): readonly Upload[] => uploads.filter(({ alt }) => alt === null);

function gallery(uploads: readonly Upload[]): APIComponentInContainer[] {
  const items = uploads.flatMap(({ name, alt }) =>
    alt === null ? [] : [{ media: { url: `attachment://${name}` }, description: alt }],
  );
  return items.length === 0 ? [] : [{ type: KIND.gallery, items }];
}

/** A sentence in place of an answer, for the one who asked alone. */
export const renderSentence = (sentence: string, tone: Card['outcome'] = 'refused'): Message => ({
  flags: FLAG_COMPONENTS_V2 | FLAG_EPHEMERAL,
  allowed_mentions: NOBODY,
  components: [
    {
      type: KIND.container,
      accent_color: COLOUR[tone],
      components: [{ type: KIND.text, content: lineMarkdown({ as: 'text', words: [sentence] }) }],
    },
  ],
});

const small = (text: string): string => lineMarkdown({ as: 'small', words: [text] });

/** Every sign of it may need a backslash before it, so half of the room is letters. */
function askedBy(by: string, asked: Asked, language: Language): string {
  const name = cut(by, 40);
  const question = cut(`/${asked.command} ${typedIn(asked)}`, ASKED_BY / 2 - 80);
  return lineMarkdown({ as: 'small', words: say(language, 'door.asked', { name: { strong: name }, question }) });
}
