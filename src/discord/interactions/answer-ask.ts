import { answerOf, standing } from '../../commands/lookup/as-of.ts';
import { entryOf } from '../../commands/permissions/rules.ts';
import type { Ask, Desk } from '../../commands/command.ts';
import { holds, storyOf } from '../../commands/ask.ts';
import { refusal } from '../../reply/cards/answer.ts';
import type { Card } from '../../reply/model/card.ts';
import { inContext } from '../../reply/cards/source-context.ts';
import type { Theme } from '../../reply/model/picture.ts';
import { languageOf, word } from '../../reply/i18n/translate.ts';
import type { FactShown } from '../../store/corrections/shown-facts.ts';
import { barred } from './permission.ts';
import { pagesOf, renderCard, type View } from '../rendering/render-card.ts';
import type { Answers, Reply, Shown } from './reply.ts';
import type { Asked } from '../components/ask-state.ts';
import { notesOf, uploadsOf } from '../attachments/uploads.ts';

/** What a message answers, as a value: the answer of the command, or the passages of one of its pages. */
export async function cardFor({ passages, ...ask }: Asked, { commands, desk, turn }: Answers): Promise<Card> {
  await turn();
  const language = languageOf(ask.locale);
  const command = commands.get(ask.command);
  if (command === undefined) return refusal(word(language, 'door.unknown'));
  const no = await barred(`command:${entryOf(ask)}`, ask, desk);
  if (no !== null) return refusal(no);
  const card = await answerOf(command, ask, desk);
  if (passages === undefined) return card;
  const { story } = storyOf(ask, (await standing(ask, desk)).desk);
  const shown = pagesOf(card, ask.locale).at(passages)?.facts ?? [];
  const facts = shown.flatMap((id) => story.facts.get(id) ?? []);
  return inContext(facts, story, language);
}

/** An answer as a message, with its pictures and files on the first page, and the facts that everybody sees in it. */
export async function present(
  whole: Card,
  asked: Asked,
  { page, sharedBy }: Pick<View, 'page' | 'sharedBy'>,
  theme: Theme,
  { desk, commands, studio }: Answers,
): Promise<Omit<Shown, 'update'>> {
  const card = sharedBy === null ? whole : { ...whole, sections: whole.sections.filter(({ own }) => own !== true) };
  const once = holds(commands.get(asked.command)?.once, asked);
  // Of an answer without buttons only the first page is shown; a second one is only asked whether there is one.
  const pages = pagesOf(card, asked.locale, once ? 2 : undefined);
  const uploads = page === 0 ? await uploadsOf(card, theme, studio) : [];
  const noted = once && (pages.length > 1 || card.checks.length > 0);
  const remembers = desk.store !== null && asked.from.channel !== null;
  const view = {
    page,
    sharedBy,
    once,
    remembers,
    uploads: noted ? [...uploads, notesOf(card, asked.command, asked.locale)] : uploads,
  };
  const message = renderCard(card, asked, view, pages);
  if (sharedBy === null || !remembers) return { message };
  // A picture or a file on the first page shows the facts of all pages.
  const beside = uploads.length > 0 ? card.facts.map(({ id }) => id) : [];
  return { message, shown: versionsOf([...(pages.at(page)?.facts ?? []), ...beside], card, asked, desk) };
}

/** The versions that the card was made of: while it was, another one of the story may have come into force. */
function versionsOf(shown: readonly string[], { facts, related }: Card, asked: Asked, desk: Desk): FactShown[] {
  if (shown.length === 0) return [];
  const { story } = storyOf(asked, desk);
  const own = new Map([...facts, ...related].map(({ id, version }) => [id, version]));
  return [...new Set(shown)].flatMap((fact) => {
    const version = own.get(fact) ?? story.facts.get(fact)?.version;
    return version === undefined ? [] : [{ story: story.id, fact, version }];
  });
}

/** The first page of the answer to a question. */
export async function answered(
  ask: Ask,
  { theme, sharedBy }: { readonly theme: Theme; readonly sharedBy: string | null },
  answers: Answers,
): Promise<Reply> {
  const card = await cardFor(ask, answers);
  const shown = await present(card, ask, { page: 0, sharedBy }, theme, answers);
  const { proposal } = card;
  return {
    ...shown,
    update: false,
    ...(proposal !== undefined && { after: async () => answers.board.show(proposal.id) }),
  };
}
