import {
  type Client,
  DiscordAPIError,
  PermissionFlagsBits,
  type RawFile,
  type REST,
  RateLimitError,
  Routes,
} from 'discord.js';
import { TOO_MANY_EDITS_OF_OLD_MESSAGES, UNKNOWN_MESSAGE } from '../limits.ts';
import { isRecord } from '../../is-record.ts';
import type { PictureFile } from '../../store/outbox/outbox-entry.ts';
import type { EditResult, ApiFailure, HistoryResult, ChannelApi, ReadResult, ChannelMessage } from './channel-api.ts';

/** HTTP statuses that prove that nothing was done. After any other failure it may have been done. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403, 404, 405, 413]);
const UNAUTHORISED = 401;
const UNAUTHORISED_MS = 60_000;
/** Discord limits edits of messages older than an hour, and does not say when the next one is allowed. */
const TOO_MANY_EDITS_MS = 60_000;

type Calls = Pick<REST, 'get' | 'post' | 'patch'>;

function failed(error: unknown): ApiFailure {
  if (error instanceof RateLimitError) return { is: 'later', ms: error.retryAfter };
  if (!(error instanceof DiscordAPIError)) return { is: 'doubt' };
  if (error.code === UNKNOWN_MESSAGE) return { is: 'deleted' };
  if (error.status === UNAUTHORISED) return { is: 'later', ms: UNAUTHORISED_MS };
  if (error.code === TOO_MANY_EDITS_OF_OLD_MESSAGES) return { is: 'later', ms: TOO_MANY_EDITS_MS };
  return REFUSALS.has(error.status) ? { is: 'refused', code: String(error.code) } : { is: 'doubt' };
}

function seen(message: unknown): ChannelMessage[] {
  if (!isRecord(message)) return [];
  const { id, author, content, components, embeds } = message;
  if (typeof id !== 'string' || !isRecord(author) || typeof author['id'] !== 'string') return [];
  return [{ id, author: author['id'], text: JSON.stringify([content, components, embeds]) }];
}

function withFiles(body: object, files: readonly PictureFile[]): { body: object; files?: RawFile[] } {
  if (files.length === 0) return { body };
  const attachments = files.map(({ name, alt }, at) => ({ id: String(at), filename: name, description: alt }));
  return {
    body: { ...body, attachments },
    files: files.map(({ name, base64 }) => ({ name, data: Buffer.from(base64, 'base64') })),
  };
}

/**
 * Calls through discord.js's own REST, which obeys the rate limits and repeats a call up to three times (a 500, a hang):
 * harmless, since every request has the same nonce.
 */
export function restChannelApi(rest: Calls, self: string, readable: ChannelApi['readable']): ChannelApi {
  return {
    self,
    readable,
    async post(channel, body, signal, files = []) {
      try {
        const message = await rest.post(Routes.channelMessages(channel), { ...withFiles(body, files), signal });
        return isRecord(message) && typeof message['id'] === 'string'
          ? { is: 'posted', message: message['id'] }
          : { is: 'doubt' };
      } catch (error) {
        return failed(error);
      }
    },
    async read(channel, message, signal): Promise<ReadResult> {
      try {
        const found = await rest.get(Routes.channelMessage(channel, message), { signal });
        return isRecord(found) ? { is: 'read', message: found } : { is: 'doubt' };
      } catch (error) {
        return failed(error);
      }
    },
    async edit(channel, message, body, signal): Promise<EditResult> {
      try {
        await rest.patch(Routes.channelMessage(channel, message), { body, signal });
        return { is: 'edited' };
      } catch (error) {
        return failed(error);
      }
    },
    async history(channel, after, limit, signal): Promise<HistoryResult> {
      const query = new URLSearchParams({ limit: String(limit), ...(after === null ? {} : { after }) });
      try {
        const messages = await rest.get(Routes.channelMessages(channel), { query, signal });
        return Array.isArray(messages) ? { is: 'read', messages: messages.flatMap(seen) } : { is: 'failed' };
      } catch (error) {
        const failure = failed(error);
        return failure.is === 'refused' ? failure : { is: 'failed' };
      }
    },
  };
}

/** Calls by the bot itself. */
export function clientChannelApi(client: Client<true>, rest: Calls = client.rest): ChannelApi {
  return restChannelApi(rest, client.user.id, async (id) => {
    const channel = await client.channels.fetch(id).catch(() => null);
    if (channel === null || channel.isDMBased()) return channel === null ? null : true;
    return channel.permissionsFor(client.user.id)?.has(PermissionFlagsBits.ReadMessageHistory) ?? null;
  });
}
