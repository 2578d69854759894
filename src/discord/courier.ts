import { setTimeout as pause } from 'node:timers/promises';
import type { APIApplicationCommandOptionChoice, APIInteraction, APIInteractionResponse } from 'discord-api-types/v10';
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { ALREADY_ACKNOWLEDGED, ANSWER_MS, FLAG_COMPONENTS_V2, UNKNOWN_INTERACTION } from './limits.ts';
import { described, type Log } from './log.ts';
import type { Message } from './message.ts';

/**
 * `refused`: Discord took the request and would not have it; another may still be tried. `unsure`: the time is over, and a
 * try whose answer never came may have arrived.
 */
type Delivery = 'delivered' | 'refused' | 'lost' | 'unsure';

/** Brings answers to Discord: each once, whatever the network does. */
export interface Courier {
  /** The one callback of an interaction, within its 3 s. */
  callback(to: APIInteraction, body: APIInteractionResponse): Promise<Delivery>;
  /** Choices of autocomplete: one try, and no word about a failure. */
  offer(to: APIInteraction, choices: APIApplicationCommandOptionChoice<string>[]): Promise<void>;
  /** Fills in the answer that a deferring callback promised. */
  edit(to: APIInteraction, message: Message): Promise<Delivery>;
}

/** One try of a callback. A slow one that arrives after its repetition is refused by Discord, so nothing doubles. */
const TRY_MS = 1_200;
/** Pauses between tries grow up to this: a longer one would be time in which nobody tries. */
const LONGEST_PAUSE_MS = 320;
/** Pauses between tries of an edit, in all half a minute. The same edit twice is the same message. */
const EDIT_PAUSES_MS = [250, 1_000, 3_000, 8_000, 18_000];
const EDIT_TRY_MS = 10_000;

/**
 * The repetition of requests is done here and not by discord.js (`retries: 0` in `rest`), because only the one who repeats
 * knows what "already acknowledged" means: after a first try whose answer was lost it says that the answer has arrived;
 * on a first try, that a second bot of the same name is answering.
 */
export function createCourier(rest: REST, log: Log): Courier {
  return {
    async callback({ id, token }, body) {
      const until = performance.now() + ANSWER_MS;
      for (let tries = 1; ; tries += 1) {
        try {
          const signal = AbortSignal.timeout(TRY_MS);
          await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
          return 'delivered';
        } catch (error) {
          const verdict = judged(error, tries, log);
          if (verdict !== 'again') return verdict;
          const wait = Math.min(40 * 2 ** tries, LONGEST_PAUSE_MS);
          if (until - performance.now() <= wait) {
            log.warn({ interaction: id, tries, error: described(error) }, 'an answer could not be delivered in time');
            return 'unsure';
          }
          await pause(wait);
        }
      }
    },
    async offer({ id, token }, choices) {
      try {
        const signal = AbortSignal.timeout(ANSWER_MS);
        const body: APIInteractionResponse = { type: 8, data: { choices } };
        await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
      } catch (error) {
        log.debug({ error: described(error) }, 'choices came too late');
      }
    },
    async edit({ id, token, application_id: application }, { allowed_mentions, components }) {
      // An edit may set no other flag: whether an answer is private was decided when it was deferred.
      const body = { flags: FLAG_COMPONENTS_V2, allowed_mentions, components };
      for (let tries = 1; ; tries += 1) {
        try {
          const signal = AbortSignal.timeout(EDIT_TRY_MS);
          await rest.patch(Routes.webhookMessage(application, token), { body, auth: false, signal });
          return 'delivered';
        } catch (error) {
          const verdict = judged(error, tries, log);
          if (verdict !== 'again') return verdict;
          const wait = EDIT_PAUSES_MS[tries - 1];
          if (wait === undefined) {
            log.warn({ interaction: id, tries, error: described(error) }, 'a deferred answer could not be delivered');
            return 'lost';
          }
          await pause(wait);
        }
      }
    },
  };
}

function judged(error: unknown, tries: number, log: Log): Delivery | 'again' {
  if (!(error instanceof DiscordAPIError)) return 'again';
  if (error.code === ALREADY_ACKNOWLEDGED) {
    if (tries > 1) return 'delivered';
    log.warn({ code: error.code }, 'an interaction was answered by somebody else: does this bot run twice?');
    return 'lost';
  }
  if (error.status === 400) {
    log.error({ error: described(error) }, 'Discord refused an answer as malformed');
    return 'refused';
  }
  const expired = error.code === UNKNOWN_INTERACTION;
  log.warn({ code: error.code, status: error.status }, expired ? 'an answer came too late' : 'an answer was not taken');
  return 'lost';
}
