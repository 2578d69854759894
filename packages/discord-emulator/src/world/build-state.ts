import type { APIGuild, APIRole, APIUser, Locale } from 'discord-api-types/v10';
import { CHANNEL } from '../discord-codes.ts';
import { bitsOf } from './permissions.ts';
import { timeOf, type NewId } from './snowflake.ts';
import type { Channel, Guild, Member, State } from './state.ts';
import type { World, WorldChannel, WorldGuild } from './world.ts';

/** No flag set. A plain number, since Discord's sets of bits have no name for nothing. */
const NONE: number = 0;

const KINDS = {
  text: CHANNEL.text,
  category: CHANNEL.category,
  announcement: CHANNEL.announcement,
  thread: CHANNEL.publicThread,
} as const;

/** Turns a description into servers, channels and people in the shapes that Discord sends. */
export function settle(world: World, token: string, newId: NewId): State {
  const bot: APIUser & { flags: number } = {
    ...userFrom(world.application.id, world.application.name, null),
    bot: true,
  };
  const users = new Map(world.users.map((one) => [one.id, userFrom(one.id, one.name, one.shown)]));
  users.set(bot.id, bot);
  const state: State = {
    token,
    bot,
    application: world.application,
    users,
    locales: new Map(world.users.map((one) => [one.id, one.locale ?? 'en-GB'])),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    askedSoFar: 0,
    asked: new Map(),
    modals: new Map(),
    uploads: new Map(),
    directs: new Map(),
  };
  for (const guild of world.guilds) settleGuild(state, guild, newId);
  for (const one of world.users) directChannel(state, one.id, newId);
  return state;
}

/** The direct channel of a user with the bot; made when it is first asked for, as Discord does. */
export function directChannel(state: State, user: string, newId: NewId): Channel | null {
  const known = state.directs.get(user);
  if (known !== undefined) return state.channels.get(known) ?? null;
  const person = state.users.get(user);
  if (!person) return null;
  const channel: Channel = {
    id: newId(),
    type: CHANNEL.direct,
    flags: 0,
    last_message_id: null,
    recipients: [person, state.bot],
  };
  state.channels.set(channel.id, channel);
  state.directs.set(user, channel.id);
  return channel;
}

function userFrom(id: string, name: string, shown: string | null): APIUser & { flags: number } {
  return {
    id,
    username: name,
    global_name: shown,
    discriminator: shown === null ? '0001' : '0',
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: NONE,
    flags: NONE,
  };
}

function settleGuild(state: State, spec: WorldGuild, newId: NewId): void {
  const joined = new Date(timeOf(spec.id)).toISOString();
  const roles = new Map<string, APIRole>();
  const addRole = (role: Partial<APIRole> & { id: string; name: string; permissions: string }): void => {
    const color = role.color ?? 0;
    roles.set(role.id, {
      color,
      colors: { primary_color: color, secondary_color: null, tertiary_color: null },
      hoist: role.id !== spec.id && role.managed !== true,
      icon: null,
      unicode_emoji: null,
      position: roles.size,
      managed: false,
      mentionable: false,
      flags: NONE,
      ...role,
    });
  };
  const members = new Map<string, Member>();
  addRole({ id: spec.id, name: '@everyone', permissions: bitsOf(spec.everyone).toString() });
  for (const { id, name, colour, may, mentionable } of spec.roles) {
    addRole({ id, name, color: colour, permissions: bitsOf(may).toString(), mentionable: mentionable ?? false });
  }
  let botRole: string | null = null;
  if (spec.bot) {
    botRole = newId();
    addRole({
      id: botRole,
      name: state.application.name,
      permissions: bitsOf(spec.bot).toString(),
      managed: true,
      tags: { bot_id: state.bot.id },
    });
    members.set(state.bot.id, { user: state.bot, roles: [botRole], joined_at: joined });
  }
  for (const { user, roles: held } of spec.members) {
    const person = state.users.get(user);
    if (person) members.set(user, { user: person, roles: [...held], joined_at: joined });
  }
  const guild: Guild = { api: guildFrom(spec), roles, members, available: true };
  state.guilds.set(spec.id, guild);
  spec.channels.forEach((channel, position) => {
    state.channels.set(channel.id, channelFrom(channel, spec, position, botRole, state.bot.id));
  });
}

function guildFrom(spec: WorldGuild): Omit<APIGuild, 'roles'> & Record<string, unknown> {
  const guild: Omit<APIGuild, 'roles'> & Record<string, unknown> = {
    id: spec.id,
    name: spec.name,
    owner_id: spec.owner,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: NONE,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-GB' as Locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    hub_type: null,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
  return guild;
}

function channelFrom(
  spec: WorldChannel,
  guild: WorldGuild,
  position: number,
  botRole: string | null,
  bot: string,
): Channel {
  const overwrites = (spec.except ?? []).map(({ who, allow = [], deny = [] }) => {
    const id = who === 'everyone' ? guild.id : who === 'bot' ? (botRole ?? bot) : who;
    const type: 0 | 1 = guild.members.some((one) => one.user === id) ? 1 : 0;
    return { id, type, allow: bitsOf(allow).toString(), deny: bitsOf(deny).toString() };
  });
  const channel: Channel = {
    id: spec.id,
    type: KINDS[spec.kind ?? 'text'],
    flags: 0,
    guild_id: guild.id,
    name: spec.name,
    parent_id: spec.parent ?? null,
    last_message_id: null,
    rate_limit_per_user: 0,
  };
  if (spec.kind !== 'thread') {
    return { ...channel, topic: spec.topic ?? null, position, nsfw: false, permission_overwrites: overwrites };
  }
  const since = new Date(timeOf(spec.id)).toISOString();
  return {
    ...channel,
    owner_id: guild.owner,
    thread_metadata: {
      archived: false,
      archive_timestamp: since,
      auto_archive_duration: 10_080,
      locked: false,
      create_timestamp: since,
    },
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
  };
}
