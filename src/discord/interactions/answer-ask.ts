import { answerAsOf, deskAsOf } from '../../commands/lookup/as-of.ts';
import { entryPoint } from '../../commands/permissions.ts';
import type { Ask, Desk } from '../../commands/command.ts';
import { appliesTo, storyOf } from '../../commands/ask.ts';
import { refusalCard } from '../../reply/cards/answer.ts';
import type { Card } from '../../reply/model/card.ts';
import { sourceContextCard } from '../../reply/cards/source-context.ts';
import type { Theme } from '../../reply/model/picture.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import type { ShownFact } from '../../store/corrections/shown-facts.ts';
import { denialFor } from './permission.ts';
import { paginateCard, renderCard, type RenderOptions } from '../rendering/render-card.ts';
import { type HandlerContext, type Reply, type MessageReply, sentenceReply } from './reply.ts';
import type { ShownAsk } from '../components/ask-state.ts';
import { answerAsTextFile, attachmentsOf } from '../attachments/uploads.ts';

/** The answer of a command, or the passages of one of its pages. */
export async function answerAsk(
  { passages, ...ask }: ShownAsk,
  { commands, desk, turn }: HandlerContext,
): Promise<Card> {
  await turn();
  const language = languageOf(ask.locale);
  const command = commands.get(ask.command);
  if (command === undefined) return refusalCard(translateText(language, 'door.unknown'));
  const no = await denialFor(`command:${entryPoint(ask)}`, ask, desk);
  if (no !== null) return refusalCard(no);
  const card = await answerAsOf(command, ask, desk);
  if (passages === undefined) return card;
  const { story } = storyOf(ask, (await deskAsOf(ask, desk)).desk);
  const shown = paginateCard(card, ask.locale).at(passages)?.facts ?? [];
  const facts = shown.flatMap((id) => story.facts.get(id) ?? []);
  return sourceContextCard(facts, story, language);
}

/** An answer as a message, with pictures and files on the first page, and the facts that it shows to everybody. */
export async function renderAnswer(
  whole: Card,
  asked: ShownAsk,
  { page, sharedBy }: Pick<RenderOptions, 'page' | 'sharedBy'>,
  theme: Theme,
  { desk, commands, pictureOptions }: HandlerContext,
): Promise<Omit<MessageReply, 'update'>> {
  const card = sharedBy === null ? whole : { ...whole, sections: whole.sections.filter(({ own }) => own !== true) };
  const once = appliesTo(commands.get(asked.command)?.notRepeatable, asked);
  // An answer without buttons shows its first page alone. The second is laid out only to know whether it exists.
  const pages = paginateCard(card, asked.locale, once ? 2 : undefined);
  const uploads = page === 0 ? await attachmentsOf(card, theme, pictureOptions) : [];
  const noted = once && (pages.length > 1 || card.checks.length > 0);
  const remembers = desk.store !== null && asked.from.channel !== null;
  const view = {
    page,
    sharedBy,
    once,
    remembers,
    uploads: noted ? [...uploads, answerAsTextFile(card, asked.command, asked.locale)] : uploads,
  };
  const message = renderCard(card, asked, view, pages);
  if (sharedBy === null || !remembers) return { message };
  // Pictures and files show the facts of all pages.
  const beside = uploads.length > 0 ? card.facts.map(({ id }) => id) : [];
  return { message, shown: shownVersions([...(pages.at(page)?.facts ?? []), ...beside], card, asked, desk) };
}

/** The versions in the card: the story may have changed while the card was made. */
function shownVersions(shown: readonly string[], { facts, related }: Card, asked: ShownAsk, desk: Desk): ShownFact[] {
  if (shown.length === 0) return [];
  const { story } = storyOf(asked, desk);
  const own = new Map([...facts, ...related].map(({ id, version }) => [id, version]));
  return [...new Set(shown)].flatMap((fact) => {
    const version = own.get(fact) ?? story.facts.get(fact)?.version;
    return version === undefined ? [] : [{ story: story.id, fact, version }];
  });
}

/** The first page of the answer to a question. */
export async function replyToAsk(
  ask: Ask,
  { theme, sharedBy }: { readonly theme: Theme; readonly sharedBy: string | null },
  context: HandlerContext,
): Promise<Reply> {
  const { draft } = context.commands.get(ask.command) ?? {};
  if (draft !== undefined && (ask.options[draft.option] ?? '').trim() === '')
    return sentenceReply(translateText(languageOf(ask.locale), 'draft.noText'));
  const card = await answerAsk(ask, context);
  const shown = await renderAnswer(card, ask, { page: 0, sharedBy }, theme, context);
  const { proposal } = card;
  return {
    ...shown,
    update: false,
    ...(proposal !== undefined && { after: async () => context.updateProposalCard(proposal.id) }),
  };
}
