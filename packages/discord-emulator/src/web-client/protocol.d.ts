/**
 * What the page and the emulator say to each other. The page plays the part of Discord's own client: it sees what one user
 * sees, and sends what a user does. All addresses are under `/<secret>/`; JSON both ways.
 *
 *   GET  client/state                            → State
 *   GET  client/messages?channel=ID&user=ID      → Message[]   oldest first; the user's own private replies among them
 *   GET  client/events?user=ID                   → server-sent events, each `data:` one ClientEvent
 *   POST client/interactions   Interaction       → 204; what comes of it arrives as events with the same nonce
 *   POST client/messages       {user, channel, content} → 204; the user says something in a channel
 *   POST client/dismiss        {user, message}   → 204; a private reply is put away
 *   POST client/extras         {user, channel, label}   → {says}; a button of the emulator's own was pressed
 *   GET  client/log?since=N                      → LogEntry[]  for the developer's panel
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIChannel,
  APIGuild,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIRole,
  APIUser,
} from 'discord-api-types/v10';

interface Member {
  user: APIUser;
  roles: string[];
}

export interface State {
  bot: APIUser & { online: boolean };
  /** The labels of buttons beside Discord's own. */
  extras: string[];
  users: APIUser[];
  guilds: (Pick<APIGuild, 'id' | 'name'> & {
    /** May do everything, whatever the roles say. */
    owner_id?: string;
    roles: APIRole[];
    members: Member[];
    channels: APIChannel[];
    commands: APIApplicationCommand[];
  })[];
  /** The direct channel of each user with the bot, by the user's id. */
  directs: Record<string, APIChannel>;
  /** The channels that each user sees, by the user's id. */
  visible: Record<string, string[]>;
}

export type Message = APIMessage;

/** What a user did, in the shape that Discord's own client sends. `type` is Discord's InteractionType. */
export interface Interaction {
  nonce: string;
  user: string;
  guild: string | null;
  channel: string;
  /** The message whose button, select or menu was used. */
  message?: string;
  type: 2 | 3 | 4 | 5;
  /**
   * As Discord sends it on to the bot, but without `resolved`, which the emulator fills in: commands `{id, name, type, options?,
   * target_id?, guild_id?}` (`focused: true` on the option under the cursor), components `{custom_id, component_type,
   * values?}`, modals `{custom_id, components}` with labels (type 18) or rows as the modal had them.
   */
  data: Record<string, unknown>;
  /** The files of attachment options and of file uploads, whose value (or `values`) is the `id` given here: "0", "1", … */
  files?: Upload[];
}

export interface Upload {
  id: string;
  name: string;
  type: string;
  /** The bytes in base64. */
  data: string;
}

export type ClientEvent =
  | { type: 'message_create' | 'message_update'; message: Message }
  | { type: 'message_delete'; channel: string; id: string }
  | { type: 'choices'; nonce: string; choices: APIApplicationCommandOptionChoice[] }
  | { type: 'modal'; nonce: string; modal: APIModalInteractionResponseCallbackData }
  /** `failed`: nobody answered in 3 s, or the answer was refused; `reason` says which, in a sentence. */
  | { type: 'done' | 'failed'; nonce: string; reason?: string }
  | { type: 'state'; state: State };

export interface LogEntry {
  n: number;
  at: string;
  kind: 'rest' | 'gateway' | 'fault' | 'message' | 'user';
  summary: string;
  request?: unknown;
  response?: unknown;
  status?: number;
  message?: string;
  /** The interaction that a call belongs to. */
  interaction?: string;
  /** How long a call took, in milliseconds. */
  ms?: number;
}
