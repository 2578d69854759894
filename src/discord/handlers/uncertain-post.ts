import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import {
  parseUncertainPostId,
  UNCERTAIN_POST_PREFIX,
  type UncertainPostId,
} from '../components/uncertain-post-buttons.ts';
import { confirmation, refusal } from '../interactions/reply.ts';
import type { Handler } from './handler.ts';

/** Decides on a brief that may or may not be in its channel. A second press finds it decided. */
export const uncertainPost: Handler<APIMessageComponentInteraction, UncertainPostId> = {
  prefix: UNCERTAIN_POST_PREFIX,
  parse({ data }) {
    const value = parseUncertainPostId(data.custom_id);
    return value === null ? { refused: 'door.stale' } : { value };
  },
  entry: () => 'button:doubt',
  async run({ verdict, posting }, { interaction, here: { from }, context: { desk } }) {
    if (desk.store === null) return refusal(interaction, 'door.stale');
    if (!from.managesChannel) return refusal(interaction, 'door.notManager');
    return (await desk.store.outbox.resolve(posting, verdict))
      ? confirmation(verdict === 'there' ? 'door.doubtThere' : 'door.doubtAgain', interaction.locale)
      : refusal(interaction, 'door.doubtDecided');
  },
};
