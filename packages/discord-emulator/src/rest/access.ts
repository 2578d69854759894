import { refusal } from '../api-error.ts';
import { allows, permissionsIn, type PermissionName } from '../world/permissions.ts';
import { guildOf, messagesIn, parentOf, type Channel, type Guild, type Stored } from '../world/state.ts';
import type { Call } from '../context.ts';

/** The channel of the path, if the bot sees it and has all of the permissions. */
export function channelFor(call: Call, ...needed: readonly PermissionName[]): Channel {
  const { state } = call.core;
  const channel = state.channels.get(call.params['channel'] ?? '');
  if (!channel) throw refusal(10003);
  const guild = guildOf(state, channel);
  if (guild && !guild.members.has(state.bot.id)) throw refusal(50001);
  if (!mayIn(call, channel, 'ViewChannel')) throw refusal(50001);
  if (!mayIn(call, channel, ...needed)) throw refusal(50013);
  return channel;
}

/** Whether the bot has all of the permissions in a channel. A thread has a permission to write of its own. */
export function mayIn(call: Call, channel: Channel, ...needed: readonly PermissionName[]): boolean {
  const { state } = call.core;
  const bits = permissionsIn(guildOf(state, channel), channel, state.bot.id, parentOf(state, channel));
  const thread = channel.thread_metadata !== undefined;
  return allows(bits, ...needed.map((one) => (one === 'SendMessages' && thread ? 'SendMessagesInThreads' : one)));
}

/** The server of the path, if the bot is in it. */
export function guildFor(call: Call): Guild {
  const guild = call.core.state.guilds.get(call.params['guild'] ?? '');
  if (!guild) throw refusal(10004);
  if (!guild.members.has(call.core.state.bot.id)) throw refusal(50001);
  return guild;
}

/** A message that everyone sees: a private reply can be reached by its interaction's token alone. */
export function messageFor(call: Call, channel: Channel): Stored {
  const stored = messagesIn(call.core.state, channel.id).get(call.params['message'] ?? '');
  if (!stored || stored.only !== null) throw refusal(10008);
  return stored;
}
