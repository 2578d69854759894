import type { Core } from '../context.ts';
import { INTENT } from '../discord-codes.ts';
import { memberJson } from '../gateway/ready-events.ts';
import { bitsOf, type PermissionName } from './permissions.ts';
import type { Guild } from './state.ts';

/** Changes by administrators while a bot runs. Each is dispatched on the gateway, as Discord does. */
export interface Changes {
  deleteChannel(channel: string): void;
  /** Sets what a role may do everywhere in its server. */
  allowRole(guild: string, role: string, may: readonly PermissionName[]): void;
  /** Sets what the bot's own role may do everywhere in a server. */
  allowBot(guild: string, may: readonly PermissionName[]): void;
  /** Makes an exception for a role or a member in one channel, in place of the one it had. */
  except(channel: string, who: string, allow: readonly PermissionName[], deny: readonly PermissionName[]): void;
  giveRoles(guild: string, user: string, roles: readonly string[]): void;
  /** An outage of one server begins or ends. */
  available(guild: string, on: boolean): void;
  /** The bot is removed from the server. */
  removeBot(guild: string): void;
}

export function changesOf(core: Core): Changes {
  const { state } = core;
  const guildNamed = (id: string): Guild => {
    const guild = state.guilds.get(id);
    if (!guild) throw new Error(`There is no server "${id}".`);
    return guild;
  };
  const tell = (event: string, guild: string, data: unknown): void => {
    core.gateway.dispatch(event, data, { guild, intent: INTENT.guilds });
    core.bus.tell({ type: 'state' });
  };
  const allowRole = (guild: string, role: string, may: readonly PermissionName[]): void => {
    const { roles } = guildNamed(guild);
    const known = roles.get(role);
    if (!known) throw new Error(`There is no role "${role}".`);
    const changed = { ...known, permissions: bitsOf(may).toString() };
    roles.set(role, changed);
    tell('GUILD_ROLE_UPDATE', guild, { guild_id: guild, role: changed });
  };
  return {
    deleteChannel(id) {
      const channel = state.channels.get(id);
      if (!channel) throw new Error(`There is no channel "${id}".`);
      state.channels.delete(id);
      state.messages.delete(id);
      if (channel.guild_id !== undefined) tell('CHANNEL_DELETE', channel.guild_id, channel);
    },
    allowRole,
    allowBot(guild, may) {
      const [role] = guildNamed(guild).members.get(state.bot.id)?.roles ?? [];
      allowRole(guild, role ?? '', may);
    },
    except(id, who, allow, deny) {
      const channel = state.channels.get(id);
      if (channel?.guild_id === undefined) throw new Error(`There is no channel "${id}" in a server.`);
      const type = state.users.has(who) ? 1 : 0;
      const others = (channel.permission_overwrites ?? []).filter((one) => one.id !== who);
      const own = { id: who, type, allow: bitsOf(allow).toString(), deny: bitsOf(deny).toString() } as const;
      channel.permission_overwrites = [...others, own];
      tell('CHANNEL_UPDATE', channel.guild_id, channel);
    },
    giveRoles(guild, user, roles) {
      const member = guildNamed(guild).members.get(user);
      if (!member) throw new Error(`"${user}" is not in that server.`);
      member.roles = [...roles];
      // Without GUILD_MEMBERS a bot hears of changes to itself alone (gateway.mdx, "List of Intents").
      const intent = user === state.bot.id ? INTENT.guilds : INTENT.members;
      core.gateway.dispatch('GUILD_MEMBER_UPDATE', { guild_id: guild, ...memberJson(member) }, { guild, intent });
      core.bus.tell({ type: 'state' });
    },
    available(id, on) {
      const guild = guildNamed(id);
      guild.available = on;
      if (on) core.gateway.greet(guild);
      else tell('GUILD_DELETE', id, { id, unavailable: true });
    },
    removeBot(id) {
      guildNamed(id).members.delete(state.bot.id);
      tell('GUILD_DELETE', id, { id });
    },
  };
}
