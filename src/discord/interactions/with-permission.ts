import type { APIInteraction } from 'discord-api-types/v10';
import { denialFor } from './permission.ts';
import { type InteractionContext, contextOf } from './context.ts';
import { type PendingReply, type HandlerContext, catchErrors, type Reply, sentenceReply } from './reply.ts';

/**
 * Lets somebody in through a menu, a button or a window (`button:post`), if that is open to them, to be answered alone. A
 * command is let in where it is answered (`answerAsk`), whichever way led there.
 */
export const withPermission = (
  to: APIInteraction,
  entry: string,
  { desk, log }: Pick<HandlerContext, 'desk' | 'log'>,
  work: (here: InteractionContext) => Promise<Reply>,
  /** The story that it is about, where that is not the one of the channel. */
  about?: () => Promise<string | null>,
): PendingReply => ({
  reply: catchErrors(to, log, async () => {
    const channel = await contextOf(to, desk);
    const here = about === undefined ? channel : { ...channel, story: await about() };
    const no = await denialFor(entry, here, desk);
    return no === null ? work(here) : sentenceReply(no);
  }),
  shared: false,
});
