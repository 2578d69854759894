import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Ask } from '../../commands/command.ts';
import { PROPOSAL_ACTIONS, type ProposalAction } from '../../reply/model/card.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import { withPermission } from '../interactions/with-permission.ts';
import { replyToAsk } from '../interactions/answer-ask.ts';
import type { PendingReply, HandlerContext, Reply } from '../interactions/reply.ts';
import { replaceIfEphemeral, modalOrAnswer } from './command-modal.ts';

/** The command that does them. */
const COMMAND = 'fact';
/** A proposal and its version: opaque, and no authority. What was pressed is looked up, and so is who may. */
const ID = new RegExp(`^deed\\.(${PROPOSAL_ACTIONS.join('|')})\\.([\\w-]{1,40})\\.(\\d{1,6})$`);

export interface ProposalActionId {
  readonly deed: ProposalAction;
  readonly id: string;
  readonly version: string;
}

/** What a button under a proposal asks for; null for any other button. */
export function parseProposalAction(customId: string): ProposalActionId | null {
  const [, said, id, version] = ID.exec(customId) ?? [];
  const action = PROPOSAL_ACTIONS.find((known) => known === said);
  return action === undefined || id === undefined || version === undefined ? null : { deed: action, id, version };
}

/** Does it, or opens the window that it needs. What the presser alone sees is shown anew in its place. */
export function handleProposalAction(
  interaction: APIMessageComponentInteraction,
  { deed: action, id, version }: ProposalActionId,
  answers: HandlerContext,
): PendingReply {
  const { desk, commands, board: proposalBoard } = answers;
  let proposal: Proposal | null = null;
  const about = async (): Promise<string | null> => {
    proposal = (await desk.store?.proposals.get(id)) ?? null;
    return proposal?.story ?? null;
  };
  let isIn = false;
  const { reply, shared } = withPermission(
    interaction,
    `button:${action}`,
    answers,
    async ({ locale, story, from, theme }) => {
      isIn = true;
      const options = { action: action, proposal: `${id}.${version}` };
      const ask: Ask = {
        command: COMMAND,
        options,
        now: desk.clock.now(),
        locale,
        story,
        from,
        // The button has the rule of its subcommand.
        permitted: `command:${COMMAND}.${action}`,
        ...(proposal && { proposal }),
      };
      const answer = async (): Promise<Reply> =>
        replaceIfEphemeral(interaction.message.flags, await replyToAsk(ask, { theme, sharedBy: null }, answers));
      return modalOrAnswer(ask, commands.get(COMMAND), answer, answers);
    },
    about,
  );
  // Whatever came of it: the card may be of another time, and then has to say what holds now.
  const shown = async (): Promise<Reply> => {
    const came = await reply;
    return isIn && 'message' in came ? { ...came, after: async () => proposalBoard.update(id) } : came;
  };
  return { reply: shown(), shared };
}
