import { allows, permissionsIn } from '../world/permissions.ts';
import { guildOf, parentOf, type Channel, type Guild, type State } from '../world/state.ts';
import { NotPossible } from './not-possible.ts';

/** Who does something, and where. */
export interface Asker {
  readonly state: State;
  readonly id: string;
  readonly channel: Channel;
  readonly guild: Guild | null;
  readonly permissions: bigint;
}

export function askerAt(state: State, user: string, channelId: string): Asker {
  const channel = state.channels.get(channelId);
  if (!state.users.has(user)) throw new NotPossible(`There is no user "${user}".`);
  if (!channel) throw new NotPossible(`There is no channel "${channelId}".`);
  const guild = guildOf(state, channel);
  const permissions = permissionsIn(guild, channel, user, parentOf(state, channel));
  if (!allows(permissions, 'ViewChannel')) throw new NotPossible('This user does not see that channel.');
  return { state, id: user, channel, guild, permissions };
}
