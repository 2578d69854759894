import type { APIInteraction } from 'discord-api-types/v10';
import { barred } from './permission.ts';
import { type Circumstances, circumstancesOf } from './context.ts';
import { type Answering, type Answers, guarded, type Reply, told } from './reply.ts';

/**
 * Lets somebody in through a menu, a button or a window (`button:post`), if that is open to them, to be answered alone. A
 * command is let in where it is answered (`cardFor`), whichever way led there.
 */
export const entering = (
  to: APIInteraction,
  entry: string,
  { desk, log }: Pick<Answers, 'desk' | 'log'>,
  work: (here: Circumstances) => Promise<Reply>,
  /** The story that it is about, where that is not the one of the channel. */
  about?: () => Promise<string | null>,
): Answering => ({
  reply: guarded(to, log, async () => {
    const channel = await circumstancesOf(to, desk);
    const here = about === undefined ? channel : { ...channel, story: await about() };
    const no = await barred(entry, here, desk);
    return no === null ? work(here) : told(no);
  }),
  shared: false,
});
