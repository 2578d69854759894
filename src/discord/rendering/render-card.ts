import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Card } from '../../reply/model/card.ts';
import { languageOf, translate, translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { actionRows, NO_ACTION_ROWS } from '../components/action-rows.ts';
import { proposalButtons } from '../components/proposal-buttons.ts';
import { paginate, ASKED_BY_LENGTH, type Page } from './paginate.ts';
import { FLAG_COMPONENTS_V2, FLAG_EPHEMERAL } from '../limits.ts';
import { COMPONENT_TYPE, NO_MENTIONS, type Message, type FileUpload } from '../format/message.ts';
import { type ShownAsk, typedText, encodeAsk } from '../components/ask-state.ts';
import { truncate } from '../format/text.ts';
import { lineToMarkdown } from '../format/markdown.ts';

/** Who sees an answer, which page, and what is added. */
export interface RenderOptions {
  /** From 0. A page that no longer exists becomes the last one. */
  readonly page: number;
  /** Who asked, for an answer that everybody sees; null for a private one. */
  readonly sharedBy: string | null;
  /** Whether a press can be recorded. */
  readonly remembers?: boolean;
  /** Without buttons, because the question must not be asked again: only the first page is shown. */
  readonly once?: boolean;
  readonly uploads?: readonly FileUpload[];
}

const FIRST_PAGE: RenderOptions = { page: 0, sharedBy: null };

/** The bar at the side. It is decoration: the text says the same. */
const ACCENT_COLOUR: Readonly<Record<Card['outcome'], number>> = {
  answer: 0x2f6fb0,
  maybe: 0x8a7a2f,
  nothing: 0x8a8f98,
  refused: 0xb3541e,
};

/** At most `most` pages of an answer. */
export const paginateCard = (card: Card, locale: string, most?: number): readonly Page[] =>
  paginate(card, translateText(languageOf(locale), 'door.continued'), most);

/** An answer as a message. The custom ids of its buttons hold `asked`. */
export function renderCard(
  card: Card,
  asked: ShownAsk,
  view: RenderOptions = FIRST_PAGE,
  pages: readonly Page[] = paginateCard(card, asked.locale),
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
  const rows = mute ? NO_ACTION_ROWS : actionRows(showing, encodeAsk(asked));
  const actions =
    (card.proposal?.actions.length ?? 0) > 0 && card.proposal ? [proposalButtons(card.proposal, language)] : [];
  const means = rows.names.length > 0 && (card.outcome === 'nothing' || card.outcome === 'maybe');
  const head = [
    ...(sharedBy === null ? [] : [askedBy(sharedBy, asked, language)]),
    first,
    ...(means ? [small(translateText(language, 'door.mean', { n: card.suggestions.length }))] : []),
    ...(view.once === true && pages.length > 1 ? [small(translateText(language, 'door.inFile'))] : []),
  ];
  const inside: APIComponentInContainer[] = [
    { type: COMPONENT_TYPE.text, content: head.join('\n') },
    ...gallery(uploads),
    // "Did you mean" comes before facts that are only near.
    ...rows.names,
    ...rest.flatMap((content) => [{ type: COMPONENT_TYPE.separator }, { type: COMPONENT_TYPE.text, content }] as const),
    ...filesAmong(uploads).map(({ name }) => ({ type: COMPONENT_TYPE.file, file: { url: `attachment://${name}` } })),
  ];
  return {
    flags: FLAG_COMPONENTS_V2 | (sharedBy === null ? FLAG_EPHEMERAL : 0),
    allowed_mentions: NO_MENTIONS,
    components: [
      { type: COMPONENT_TYPE.container, accent_color: ACCENT_COLOUR[card.outcome], components: inside },
      ...rows.pages,
      ...actions,
    ],
    ...(uploads.length > 0 && { files: uploads }),
  };
}

const filesAmong = (uploads: readonly FileUpload[]): readonly FileUpload[] => uploads.filter(({ alt }) => alt === null);

function gallery(uploads: readonly FileUpload[]): APIComponentInContainer[] {
  const items = uploads.flatMap(({ name, alt }) =>
    alt === null ? [] : [{ media: { url: `attachment://${name}` }, description: alt }],
  );
  return items.length === 0 ? [] : [{ type: COMPONENT_TYPE.gallery, items }];
}

/** A private sentence in place of an answer. */
export const renderSentence = (sentence: string, tone: Card['outcome'] = 'refused'): Message => ({
  flags: FLAG_COMPONENTS_V2 | FLAG_EPHEMERAL,
  allowed_mentions: NO_MENTIONS,
  components: [
    {
      type: COMPONENT_TYPE.container,
      accent_color: ACCENT_COLOUR[tone],
      components: [{ type: COMPONENT_TYPE.text, content: lineToMarkdown({ as: 'text', words: [sentence] }) }],
    },
  ],
});

const small = (text: string): string => lineToMarkdown({ as: 'small', words: [text] });

/** Every character may need a backslash, so the text may fill half of the space. */
function askedBy(by: string, asked: ShownAsk, language: Language): string {
  const name = truncate(by, 40);
  const question = truncate(`/${asked.command} ${typedText(asked)}`, ASKED_BY_LENGTH / 2 - 80);
  return lineToMarkdown({
    as: 'small',
    words: translate(language, 'door.asked', { name: { strong: name }, question }),
  });
}
