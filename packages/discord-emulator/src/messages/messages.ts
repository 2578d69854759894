import type { APIAttachment, APIMessage, APIUser } from 'discord-api-types/v10';
import { FLAG, INTENT } from '../discord-codes.ts';
import { settleComponents, textsIn } from './normalize-components.ts';
import type { Core } from '../context.ts';
import { settleEmbeds } from './normalize-embeds.ts';
import { keepUpload } from './uploads.ts';
import { isObject, numberOf, objectsOf, textOf, type JsonObject } from '../json.ts';
import { allows, permissionsIn } from '../world/permissions.ts';
import { pingsOf } from './pings.ts';
import { guildOf, messagesIn, parentOf, type Channel, type Stored, type Upload } from '../world/state.ts';

/** What a request says of a message: its JSON, judged already, and the files beside it. */
export interface Draft {
  readonly body: JsonObject;
  readonly files: ReadonlyMap<string, Upload>;
}

export interface Place {
  readonly channel: Channel;
  readonly author: APIUser;
  readonly type: number;
  /** The one person who sees it; null for everyone. */
  readonly only: string | null;
  readonly interaction: string | null;
  readonly loading?: boolean;
  /** Fields that follow from the message's context: its reference, its interaction, its nonce. */
  readonly more?: Partial<APIMessage>;
}

const KEPT_FLAGS = FLAG.suppressEmbeds | FLAG.silent | FLAG.v2;

/** Creates a message, stores it, and tells everyone who can see it. */
export function postMessage(core: Core, draft: Draft, place: Place): Stored {
  const { channel, author } = place;
  const attachments = uploaded(core, channel.id, draft);
  const shown = contentOf(core, draft.body, attachments);
  const flags =
    (numberOf(draft.body['flags']) & KEPT_FLAGS) |
    (place.only === null ? 0 : FLAG.ephemeral) |
    (place.loading === true ? FLAG.loading : 0);
  const pings = pinged(core, channel, author, draft.body, shown, place.interaction !== null);
  const message: APIMessage = {
    id: core.newId(),
    channel_id: channel.id,
    type: place.type,
    author,
    timestamp: new Date(core.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: draft.body['tts'] === true,
    pinned: false,
    ...mentions(core, pings),
    ...shown,
    attachments,
    flags,
    ...(place.interaction !== null && { webhook_id: core.state.application.id }),
    ...(author.bot === true && { application_id: core.state.application.id }),
    ...place.more,
  };
  const stored: Stored = { message, only: place.only, pings, interaction: place.interaction };
  messagesIn(core.state, channel.id).set(message.id, stored);
  if (place.only === null) channel.last_message_id = message.id;
  announce(core, 'MESSAGE_CREATE', stored, channel);
  return stored;
}

/** Changes what the request names. `filling` is the edit that ends "thinking…": it does not count as an edit. */
export function editMessage(core: Core, stored: Stored, draft: Draft, filling: boolean): Stored {
  const { message } = stored;
  const { body } = draft;
  const channel = core.state.channels.get(message.channel_id);
  const listed = objectsOf(body['attachments']).map((one) => textOf(one['id']));
  const kept = isList(body['attachments'])
    ? message.attachments.filter((one) => listed.includes(one.id))
    : message.attachments;
  const attachments = [...kept, ...uploaded(core, message.channel_id, draft)];
  const sent = contentOf(core, body, attachments);
  const shown = {
    content: 'content' in body ? sent.content : message.content,
    embeds: 'embeds' in body ? sent.embeds : message.embeds,
    components: 'components' in body ? sent.components : (message.components ?? []),
  };
  const asked = 'flags' in body ? numberOf(body['flags']) : (message.flags ?? 0);
  // IS_COMPONENTS_V2 can be added by an edit and never taken away; EPHEMERAL never changes.
  const flags = ((message.flags ?? 0) & (FLAG.ephemeral | FLAG.v2)) | (asked & (FLAG.suppressEmbeds | FLAG.v2));
  const pings = channel ? pinged(core, channel, message.author, body, shown, stored.interaction !== null) : [];
  stored.message = {
    ...message,
    ...shown,
    attachments,
    flags,
    ...mentions(core, pings),
    edited_timestamp: filling ? null : new Date(core.clock.now()).toISOString(),
  };
  // An edit notifies nobody, but the message that fills a deferred answer is new to its readers.
  stored.pings = filling ? pings : stored.pings;
  if (channel) announce(core, 'MESSAGE_UPDATE', stored, channel);
  return stored;
}

export function deleteMessage(core: Core, stored: Stored): void {
  const { id, channel_id: channelId } = stored.message;
  messagesIn(core.state, channelId).delete(id);
  const channel = core.state.channels.get(channelId);
  core.log.write('message', `message ${id} deleted`, { message: id });
  core.bus.tell({ type: 'message_delete', channel: channelId, id, only: stored.only });
  if (stored.only !== null || !channel) return;
  const guild = channel.guild_id ?? null;
  const data = { id, channel_id: channelId, ...(guild !== null && { guild_id: guild }) };
  core.gateway.dispatch('MESSAGE_DELETE', data, { guild, intent: intentOf(guild) });
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

function contentOf(
  core: Core,
  body: JsonObject,
  attachments: readonly APIAttachment[],
): Required<Pick<APIMessage, 'content' | 'embeds' | 'components'>> {
  return {
    content: textOf(body['content']).trim(),
    embeds: settleEmbeds(body['embeds'], attachments),
    components: settleComponents(body['components'], attachments, core.newId) as unknown as NonNullable<
      APIMessage['components']
    >,
  };
}

/** The files of a request, each with what the JSON says of it by its number. */
function uploaded(core: Core, channel: string, draft: Draft): APIAttachment[] {
  const about = new Map(objectsOf(draft.body['attachments']).map((one) => [textOf(one['id']), one]));
  return [...draft.files].map(([key, file]) => keepUpload(core, channel, file, about.get(key) ?? {}));
}

function pinged(
  core: Core,
  channel: Channel,
  author: APIUser,
  body: JsonObject,
  shown: Pick<APIMessage, 'content' | 'components'>,
  byInteraction: boolean,
): string[] {
  const text = [shown.content, ...textsIn(shown.components)].join('\n');
  // Without this sign nobody is named, so permissions need not be computed.
  if (!text.includes('@')) return [];
  const { state } = core;
  const guild = guildOf(state, channel);
  const bits = permissionsIn(guild, channel, author.id, parentOf(state, channel));
  const allowed = isObject(body['allowed_mentions']) ? body['allowed_mentions'] : undefined;
  return pingsOf(text, allowed, byInteraction ? 'interaction' : 'channel', guild, allows(bits, 'MentionEveryone'));
}

function mentions(
  core: Core,
  pings: readonly string[],
): Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const { users } = core.state;
  const named = pings.map((id) => users.get(id)).filter((one) => one !== undefined);
  const roles = pings.filter((id) => !users.has(id) && /^\d+$/.test(id));
  return {
    mentions: named,
    mention_roles: roles,
    mention_everyone: pings.includes('everyone') || pings.includes('here'),
  };
}

function intentOf(guild: string | null): number {
  return guild === null ? INTENT.directMessages : INTENT.guildMessages;
}

function announce(core: Core, event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', stored: Stored, channel: Channel): void {
  const { message, only, pings } = stored;
  const change = event === 'MESSAGE_CREATE' ? 'shown' : 'changed';
  core.log.write('message', `message ${message.id} ${change}${only === null ? '' : ' to one person'}`, {
    message: message.id,
    response: { message, only, pings },
  });
  core.bus.tell({ type: event === 'MESSAGE_CREATE' ? 'message_create' : 'message_update', message, only });
  // A private reply is never dispatched.
  if (only !== null) return;
  const guild = channel.guild_id ?? null;
  const member = guild === null ? undefined : core.state.guilds.get(guild)?.members.get(message.author.id);
  const data = {
    ...message,
    ...(guild !== null && { guild_id: guild }),
    ...(member && { member: { roles: member.roles, joined_at: member.joined_at, deaf: false, mute: false, flags: 0 } }),
  };
  // The bot always reads its own messages, direct ones, and those that name it (gateway.mdx, "Message Content Intent").
  const own = message.author.id === core.state.bot.id || guild === null || pings.includes(core.state.bot.id);
  const blank = own ? undefined : { ...data, content: '', embeds: [], attachments: [], components: [] };
  core.gateway.dispatch(event, data, { guild, intent: intentOf(guild), ...(blank && { blank }) });
}
