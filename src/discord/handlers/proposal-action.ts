import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Ask } from '../../commands/command.ts';
import { parseProposalAction, PROPOSAL_PREFIX, type ProposalActionId } from '../components/proposal-buttons.ts';
import { replyToAsk } from '../interactions/answer-ask.ts';
import { catchErrors, type Reply } from '../interactions/reply.ts';
import { modalOrAnswer, replaceIfEphemeral } from './command-modal.ts';
import type { Handler } from './handler.ts';

/** The command whose subcommands are the actions. */
const COMMAND = 'fact';

/** Does what a button under a proposal says, or opens the modal that it needs. */
export const proposalAction: Handler<APIMessageComponentInteraction, ProposalActionId> = {
  prefix: PROPOSAL_PREFIX,
  parse({ data }) {
    const value = parseProposalAction(data.custom_id);
    return value === null ? { refused: 'door.stale' } : { value };
  },
  entry: ({ action }) => `button:${action}`,
  async subject({ id }, { desk }) {
    const proposal = (await desk.store?.proposals.get(id)) ?? null;
    return { story: proposal?.story ?? null, ...(proposal && { proposal }) };
  },
  async run({ action, id, version }, { interaction, here, context }) {
    const { desk, commands, updateProposalCard, log } = context;
    const { theme, locale, story, from, proposal } = here;
    const options = { action, proposal: `${id}.${version}` };
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
      replaceIfEphemeral(interaction.message.flags, await replyToAsk(ask, { theme, sharedBy: null }, context));
    const reply = await catchErrors(interaction, log, () => modalOrAnswer(ask, commands.get(COMMAND), answer, context));
    // Also after an error: the card may be out of date, and must then show the proposal as it is now.
    return 'message' in reply ? { ...reply, after: async () => updateProposalCard(id) } : reply;
  },
};
