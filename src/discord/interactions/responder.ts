import { setTimeout as pause } from 'node:timers/promises';
import type {
  APIApplicationCommandOptionChoice,
  APIInteraction,
  APIModalInteractionResponseCallbackData,
  RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord-api-types/v10';
import { DiscordAPIError, type RawFile, type REST, Routes } from 'discord.js';
import {
  ALREADY_ACKNOWLEDGED,
  INTERACTION_DEADLINE_MS,
  FLAG_COMPONENTS_V2,
  UNKNOWN_INTERACTION,
  UNKNOWN_MESSAGE,
} from '../limits.ts';
import { describeError, type Log } from '../log.ts';
import type { Message, FileUpload } from '../format/message.ts';

/**
 * `refused`: Discord rejected the request as malformed; another reply may be tried. `lost`: no reply can be sent any more.
 * `unsure`: the time is over, and an attempt whose response never came may have arrived.
 */
export type DeliveryResult = 'delivered' | 'refused' | 'lost' | 'unsure';

/** The one callback of an interaction: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export type Callback =
  | { readonly type: 4 | 7; readonly message: Message }
  | { readonly type: 5; readonly data: { readonly flags: number } }
  | { readonly type: 6 }
  | { readonly type: 9; readonly data: APIModalInteractionResponseCallbackData };

/** Sends answers to Discord, each once, whatever the network does. */
export interface InteractionResponder {
  /** Tries for the 3 s of the interaction. `sent` receives the id of the message if Discord returns one. */
  respond(to: APIInteraction, callback: Callback, sent?: (message: string) => void): Promise<DeliveryResult>;
  /** Choices of autocomplete: one attempt, and no message after a failure. */
  respondWithChoices(to: APIInteraction, choices: APIApplicationCommandOptionChoice<string>[]): Promise<void>;
  /** Edits the answer into the message that was deferred. */
  editOriginal(to: APIInteraction, message: Message, sent?: (message: string) => void): Promise<DeliveryResult>;
  /** Deletes the message whose button was pressed, after a callback of type 6. */
  deleteOriginal(to: APIInteraction): Promise<void>;
}

/** One attempt of a callback. Discord refuses one that arrives after its repetition, so nothing is sent twice. */
const TRY_MS = 1_200;
/** The longest pause between attempts: of 3 s, a longer one would waste too much. */
const LONGEST_PAUSE_MS = 320;
/** Pauses between attempts of an edit, half a minute in all. A repeated edit changes nothing. */
const EDIT_PAUSES_MS = [250, 1_000, 3_000, 8_000, 18_000];
const EDIT_TRY_MS = 10_000;

interface RetryPolicy {
  readonly interaction: string;
  readonly ms: number;
  /** The pause before the next try, in ms; null when there is no time for one. */
  readonly wait: (tries: number) => number | null;
  readonly end: { readonly delivery: DeliveryResult; readonly message: string };
}

/**
 * Retries are made here and not by discord.js (`retries: 0` in `rest`), because "already acknowledged" depends on the attempt:
 * after an attempt without a response it means that the answer has arrived; on the first one, that a second process of this
 * bot answers.
 */
export function createInteractionResponder(rest: REST, log: Log): InteractionResponder {
  const persist = async (
    { interaction, ms, wait, end }: RetryPolicy,
    send: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<DeliveryResult> => {
    for (let tries = 1; ; tries += 1) {
      try {
        await within(ms, send);
        return 'delivered';
      } catch (error) {
        const verdict = classifyError(error, tries, log);
        if (verdict !== 'again') return verdict;
        const pauseMs = wait(tries);
        if (pauseMs === null) {
          log.warn({ interaction, tries, error: describeError(error) }, end.message);
          return end.delivery;
        }
        await pause(pauseMs);
      }
    }
  };
  const later = (interaction: string, message: string): RetryPolicy => ({
    interaction,
    ms: EDIT_TRY_MS,
    wait: (tries) => EDIT_PAUSES_MS[tries - 1] ?? null,
    end: { delivery: 'lost', message },
  });

  return {
    respond({ id, token }, callback, sent) {
      const until = performance.now() + INTERACTION_DEADLINE_MS;
      const soon: RetryPolicy = {
        interaction: id,
        ms: TRY_MS,
        wait(tries) {
          const ms = Math.min(40 * 2 ** tries, LONGEST_PAUSE_MS);
          return until - performance.now() <= ms ? null : ms;
        },
        end: { delivery: 'unsure', message: 'an answer could not be delivered in time' },
      };
      const query = new URLSearchParams(sent === undefined ? {} : { with_response: 'true' });
      const request = { ...requestOf(callback), query, auth: false };
      return persist(soon, async (signal) => {
        const answer = await rest.post(Routes.interactionCallback(id, token), { ...request, signal });
        const message = idIn((answer as RESTPostAPIInteractionCallbackWithResponseResult | null)?.resource?.message);
        if (message !== null) sent?.(message);
      });
    },
    async respondWithChoices({ id, token }, choices) {
      try {
        const body = { type: 8, data: { choices } };
        await within(INTERACTION_DEADLINE_MS, async (signal) =>
          rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal }),
        );
      } catch (error) {
        log.debug({ error: describeError(error) }, 'choices came too late');
      }
    },
    editOriginal({ id, token, application_id: application }, message, sent) {
      // An edit may set no other flag: the deferral decided whether the answer is private.
      const body = bodyOf({ ...message, flags: FLAG_COMPONENTS_V2 }, 'replaces');
      const files = rawFiles(message);
      return persist(later(id, 'a deferred answer could not be delivered'), async (signal) => {
        const route = Routes.webhookMessage(application, token);
        const edited = idIn(await rest.patch(route, { body, ...files, auth: false, signal }));
        if (edited !== null) sent?.(edited);
      });
    },
    async deleteOriginal({ id, token, application_id: application }) {
      await persist(later(id, 'an answer could not be deleted'), async (signal) =>
        rest.delete(Routes.webhookMessage(application, token), { auth: false, signal }),
      );
    },
  };
}

/** Aborts after `ms`. `AbortSignal.timeout` also fires after the end, which cost a tenth of an answer (measured). */
async function within(ms: number, send: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    await send(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

const idIn = (message: unknown): string | null =>
  typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'string'
    ? message.id
    : null;

function requestOf(callback: Callback): { body: object; files?: RawFile[] } {
  if (!('message' in callback)) return { body: callback };
  const { type, message } = callback;
  return { body: { type, data: bodyOf(message, type === 7 ? 'replaces' : 'new') }, ...rawFiles(message) };
}

/** A replacing message lists its files even if it has none, because Discord keeps files where the list is missing. */
function bodyOf({ files = [], ...body }: Message, how: 'new' | 'replaces'): object {
  if (files.length === 0 && how === 'new') return body;
  const attachments = files.map(({ name, alt }: FileUpload, at) => ({
    id: String(at),
    filename: name,
    ...(alt !== null && { description: alt }),
  }));
  return { ...body, attachments };
}

const rawFiles = ({ files }: Message): { files?: RawFile[] } =>
  files === undefined || files.length === 0
    ? {}
    : {
        files: files.map(({ name, data }) => ({
          name,
          data: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
        })),
      };

function classifyError(error: unknown, tries: number, log: Log): DeliveryResult | 'again' {
  if (!(error instanceof DiscordAPIError)) return 'again';
  if (error.code === ALREADY_ACKNOWLEDGED) {
    if (tries > 1) return 'delivered';
    log.warn({ code: error.code }, 'an interaction was answered by somebody else: does this bot run twice?');
    return 'lost';
  }
  // The message is gone: a deletion wanted that, and an edit cannot help it.
  if (error.code === UNKNOWN_MESSAGE) return 'delivered';
  // 413 and 40005: its files are too large.
  if (error.status === 400 || error.status === 413) {
    log.error({ error: describeError(error) }, 'Discord refused an answer as malformed');
    return 'refused';
  }
  const expired = error.code === UNKNOWN_INTERACTION;
  log.warn({ code: error.code, status: error.status }, expired ? 'an answer came too late' : 'an answer was not taken');
  return 'lost';
}
