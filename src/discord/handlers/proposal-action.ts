import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Ask } from '../../commands/command.ts';
import { DEEDS, type Deed } from '../../reply/model/card.ts';
import { entering } from '../interactions/with-permission.ts';
import { answered } from '../interactions/answer-ask.ts';
import type { Answering, Answers, Reply } from '../interactions/reply.ts';
import { inPlaceOf, replyTo } from './command-modal.ts';

/** The command that does them. */
const COMMAND = 'fact';
/** A proposal and its version: opaque, and no authority. What was pressed is looked up, and so is who may. */
const ID = new RegExp(`^deed\\.(${DEEDS.join('|')})\\.([\\w-]{1,40})\\.(\\d{1,6})$`);

export interface Pressed {
  readonly deed: Deed;
  readonly id: string;
  readonly version: string;
}

/** What a button under a proposal asks for; null for any other button. */
export function readDeed(customId: string): Pressed | null {
  const [, said, id, version] = ID.exec(customId) ?? [];
  const deed = DEEDS.find((known) => known === said);
  return deed === undefined || id === undefined || version === undefined ? null : { deed, id, version };
}

/** Does it, or opens the window that it needs. What the presser alone sees is shown anew in its place. */
export function answerDeed(
  interaction: APIMessageComponentInteraction,
  { deed, id, version }: Pressed,
  answers: Answers,
): Answering {
  const { desk, commands, board } = answers;
  const about = async (): Promise<string | null> => (await desk.store?.proposals.get(id))?.story ?? null;
  let isIn = false;
  const { reply, shared } = entering(
    interaction,
    `button:${deed}`,
    answers,
    async ({ locale, story, from, theme }) => {
      isIn = true;
      const options = { action: deed, proposal: `${id}.${version}` };
      const ask: Ask = { command: COMMAND, options, now: desk.clock.now(), locale, story, from };
      const answer = async (): Promise<Reply> =>
        inPlaceOf(interaction.message.flags, await answered(ask, { theme, sharedBy: null }, answers));
      return replyTo(ask, commands.get(COMMAND), answer, answers);
    },
    about,
  );
  // Whatever came of it: the card may be of another time, and then has to say what holds now.
  const shown = async (): Promise<Reply> => {
    const came = await reply;
    return isIn && 'message' in came ? { ...came, after: async () => board.show(id) } : came;
  };
  return { reply: shown(), shared };
}
