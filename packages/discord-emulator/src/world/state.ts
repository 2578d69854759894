import type { APIApplicationCommand, APIGuild, APIMessage, APIRole, APIUser } from 'discord-api-types/v10';
import type { JsonObject } from '../json.ts';

interface Overwrite {
  readonly id: string;
  /** 0 a role, 1 a member. */
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

/** A channel, thread or direct channel in Discord's own shape, as far as the emulator knows it. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly flags: number;
  readonly guild_id?: string;
  readonly name?: string;
  readonly topic?: string | null;
  readonly position?: number;
  readonly parent_id?: string | null;
  readonly nsfw?: boolean;
  readonly rate_limit_per_user?: number;
  last_message_id: string | null;
  permission_overwrites?: Overwrite[];
  readonly recipients?: APIUser[];
  readonly owner_id?: string;
  readonly thread_metadata?: JsonObject;
  readonly message_count?: number;
  readonly member_count?: number;
  readonly total_message_sent?: number;
}

export interface Member {
  readonly user: APIUser;
  roles: string[];
  readonly joined_at: string;
}

export interface Guild {
  readonly api: Omit<APIGuild, 'roles'>;
  readonly roles: Map<string, APIRole>;
  readonly members: Map<string, Member>;
  /** False while Discord says that the server has an outage. */
  available: boolean;
}

/** A message, and what its JSON does not say. */
export interface Stored {
  message: APIMessage;
  /** The one person who sees it; null for a message that everyone in the channel sees. */
  readonly only: string | null;
  /** Who would be pinged by it: ids of users and roles, or `everyone` and `here`. */
  pings: readonly string[];
  /** The interaction that it answers. */
  readonly interaction: string | null;
}

export interface Asked {
  readonly id: string;
  /** The number of this interaction, from 1 on. */
  readonly ordinal: number;
  readonly token: string;
  /** The page's own name for what its user did. */
  readonly nonce: string;
  readonly user: string;
  readonly guild: string | null;
  readonly channel: string;
  /** Discord's number for its kind. */
  readonly type: 2 | 3 | 4 | 5;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The name of the command, for the line "used /who". */
  readonly command: { readonly id: string; readonly name: string; readonly type: number } | null;
  /** The message whose component was used, or whose component opened the modal. */
  readonly source: string | null;
  /** The type of the option under the cursor, of an autocomplete. */
  readonly focused: number | null;
  /** The sentence of the last callback that was refused. */
  refusal: string | null;
  /** The callback's type once there was one. */
  answered: number | null;
  /** True once the user was told that nobody answered. */
  failed: boolean;
  /** The message that `@original` means. */
  original: string | null;
  /** A deferred answer that has not been filled. */
  loading: boolean;
  followUps: number;
  /** Cancels the 3 s timer. */
  settle: () => void;
}

export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface State {
  readonly token: string;
  readonly bot: APIUser;
  readonly application: { readonly id: string; readonly name: string; readonly about: string };
  readonly users: Map<string, APIUser>;
  readonly locales: Map<string, string>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Channel → messages, oldest first. */
  readonly messages: Map<string, Map<string, Stored>>;
  /** `global` or a server's id → commands. */
  readonly commands: Map<string, Map<string, APIApplicationCommand>>;
  /** How many interactions there have been. */
  askedSoFar: number;
  /** Token → interaction. */
  readonly asked: Map<string, Asked>;
  /** User and custom_id → the modal that is open before them. */
  readonly modals: Map<string, { readonly modal: JsonObject; readonly source: string | null }>;
  /** The path that a file is served under → the file. */
  readonly uploads: Map<string, Upload>;
  /** User → their direct channel with the bot. */
  readonly directs: Map<string, string>;
}

export function guildOf(state: State, channel: Channel): Guild | null {
  return channel.guild_id === undefined ? null : (state.guilds.get(channel.guild_id) ?? null);
}

export function parentOf(state: State, channel: Channel): Channel | undefined {
  return typeof channel.parent_id === 'string' && channel.thread_metadata !== undefined
    ? state.channels.get(channel.parent_id)
    : undefined;
}

export function messagesIn(state: State, channel: string): Map<string, Stored> {
  let messages = state.messages.get(channel);
  if (!messages) {
    messages = new Map();
    state.messages.set(channel, messages);
  }
  return messages;
}

/** The commands that can be used in a server, or in a direct channel where `guild` is null. */
export function commandsIn(state: State, guild: string | null): APIApplicationCommand[] {
  const everywhere = [...(state.commands.get('global')?.values() ?? [])];
  return guild === null ? everywhere : [...everywhere, ...(state.commands.get(guild)?.values() ?? [])];
}
