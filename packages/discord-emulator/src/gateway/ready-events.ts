import { allows, permissionsIn } from '../world/permissions.ts';
import { shardOf } from '../world/snowflake.ts';
import type { Channel, Guild, Member, State } from '../world/state.ts';
import type { Session } from './session.ts';
import { INTENT } from '../discord-codes.ts';

export function guildsOf(state: State, session: Session): Guild[] {
  return [...state.guilds.values()].filter(
    (guild) => guild.members.has(state.bot.id) && shardOf(guild.api.id, session.shard[1]) === session.shard[0],
  );
}

export function ready(state: State, session: Session, resumeUrl: string): unknown {
  return {
    v: 10,
    user: { ...state.bot, verified: true, mfa_enabled: false, email: null },
    user_settings: {},
    guilds: guildsOf(state, session).map((guild) => ({ id: guild.api.id, unavailable: true })),
    private_channels: [],
    relationships: [],
    presences: [],
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: { id: state.application.id, flags: 0 },
    _trace: ['local emulator'],
  };
}

export function memberJson(member: Member): Record<string, unknown> {
  return {
    user: member.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: member.joined_at,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** The whole server as GUILD_CREATE shows it: without GUILD_MEMBERS a bot sees itself alone in the list. */
export function guildCreate(state: State, guild: Guild, intents: number): unknown {
  const here = [...state.channels.values()].filter((one) => one.guild_id === guild.api.id);
  const visible = (channel: Channel): boolean =>
    allows(permissionsIn(guild, channel, state.bot.id, state.channels.get(channel.parent_id ?? '')), 'ViewChannel');
  const members = [...guild.members.values()];
  const shown = intents & INTENT.members ? members : members.filter((one) => one.user.id === state.bot.id);
  return {
    ...guild.api,
    roles: [...guild.roles.values()],
    joined_at: guild.members.get(state.bot.id)?.joined_at,
    large: false,
    unavailable: false,
    member_count: members.length,
    voice_states: [],
    members: shown.map(memberJson),
    channels: here.filter((one) => one.thread_metadata === undefined),
    threads: here.filter((one) => one.thread_metadata !== undefined && visible(one)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
