import type { APIInteraction } from 'discord-api-types/v10';
import { checkPermission } from '../../commands/permissions.ts';
import type { Ask, Desk } from '../../commands/command.ts';
import { storyIdOf } from '../../commands/ask.ts';
import { storyAccess } from '../../commands/story-access.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import { type InteractionContext, contextOf } from './context.ts';
import { type PendingReply, type HandlerContext, catchErrors, type Reply, sentenceReply } from './reply.ts';

/** The sentence that refuses an entry; null where the rules allow it. Asked at each interaction, never cached. */
export async function denialFor(
  entry: string,
  { from, story, locale, permitted }: Pick<Ask, 'from' | 'story' | 'locale' | 'permitted'>,
  desk: Desk,
): Promise<string | null> {
  if (entry === permitted) return null;
  const access = await storyAccess(storyIdOf({ story }, desk), from, desk);
  const why = checkPermission(entry, from, access, desk.rules);
  return why === null ? null : translateText(languageOf(locale), `may.${why}`);
}

/** The story of an interaction, and the proposal whose button was pressed. */
export type Subject = Pick<InteractionContext, 'story' | 'proposal'>;

/**
 * Does the work if the rules allow the entry: a menu, a component or a modal, such as `button:post`. Commands are checked in
 * `answerAsk`, from wherever they come.
 */
export const withPermission = (
  to: APIInteraction,
  entry: string,
  { desk, log }: Pick<HandlerContext, 'desk' | 'log'>,
  work: (here: InteractionContext) => Promise<Reply>,
  /** What it is about, where that is not the story of the channel. */
  about?: () => Promise<Subject>,
): PendingReply => ({
  reply: catchErrors(to, log, async () => {
    const channel = await contextOf(to, desk);
    const here = about === undefined ? channel : { ...channel, ...(await about()) };
    const no = await denialFor(entry, here, desk);
    return no === null ? work(here) : sentenceReply(no);
  }),
  shared: false,
});
