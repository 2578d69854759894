import type { APIInteraction } from 'discord-api-types/v10';
import type { Desk } from '../../commands/command.ts';
import { withoutFiles } from '../format/message.ts';
import { FLAG_EPHEMERAL } from '../limits.ts';
import { describeError, type Log } from '../log.ts';
import { withTimeout } from '../with-timeout.ts';
import { type PendingReply, refusal, type Reply } from './reply.ts';
import type { Callback, DeliveryResult, InteractionResponder } from './responder.ts';

/** Kinds of callbacks: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const CALLBACK_TYPE = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, modal: 9 } as const;

export interface ReplySender {
  readonly responder: InteractionResponder;
  readonly desk: Desk;
  readonly log: Log;
}

/** Sends a reply at once if it is ready by `deferAt`, else defers it and edits it in. */
export async function sendReply(
  to: APIInteraction,
  { reply, shared }: PendingReply,
  sender: ReplySender,
  deferAt: number,
): Promise<void> {
  const { responder } = sender;
  const early = await withTimeout(reply, Math.max(0, deferAt - performance.now()));
  if (early !== undefined) {
    for (const each of withFallbacks(early, to)) {
      const delivery = await sendAndRecord(each, to, sender, async (sent) =>
        responder.respond(to, callbackOf(each), sent),
      );
      if ('remove' in each && (delivery === 'delivered' || delivery === 'unsure')) return responder.deleteOriginal(to);
      if (delivery !== 'refused') return;
    }
    return;
  }
  const flags = shared ? 0 : FLAG_EPHEMERAL;
  const deferred = await responder.respond(to, { type: CALLBACK_TYPE.deferred, data: { flags } });
  // After `unsure` the edit is tried: if Discord has the deferral, the reader waits for it; if not, Discord refuses the edit.
  if (deferred === 'refused' || deferred === 'lost') return;
  for (const each of withFallbacks(await reply, to)) {
    if (!('message' in each)) continue;
    const delivery = await sendAndRecord(each, to, sender, async (sent) =>
      responder.editOriginal(to, each.message, sent),
    );
    if (delivery !== 'refused') return;
  }
}

/** Sends a reply, and records which facts everybody saw in it, so that a correction can reach the message. */
async function sendAndRecord(
  reply: Reply,
  { channel, guild_id: server }: APIInteraction,
  { desk, log }: ReplySender,
  send: (sent?: (message: string) => void) => Promise<DeliveryResult>,
): Promise<DeliveryResult> {
  const facts = 'message' in reply ? (reply.shown ?? []) : [];
  if (facts.length === 0 || desk.store === null || channel === undefined) return send();
  const sent: string[] = [];
  const delivery = await send((message) => sent.push(message));
  try {
    for (const message of sent) {
      await desk.store.shown.add({ server: server ?? null, channel: channel.id, message, at: desk.clock.now() }, facts);
    }
  } catch (error) {
    log.error({ error: describeError(error) }, 'it could not be remembered where facts were shown');
  }
  return delivery;
}

/** A reply, and what is sent if Discord refuses it: the same without files, then a sentence. */
function* withFallbacks(reply: Reply, to: APIInteraction): Generator<Reply> {
  yield reply;
  if ('message' in reply && reply.message.files !== undefined) yield { ...reply, message: withoutFiles(reply.message) };
  yield refusal(to, 'door.failed');
}

function callbackOf(reply: Reply): Callback {
  if ('form' in reply) return { type: CALLBACK_TYPE.modal, data: reply.form };
  if ('remove' in reply) return { type: CALLBACK_TYPE.deferredUpdate };
  const { message, update } = reply;
  // An update may not change whether a message is ephemeral.
  return update
    ? { type: CALLBACK_TYPE.update, message: { ...message, flags: message.flags & ~FLAG_EPHEMERAL } }
    : { type: CALLBACK_TYPE.message, message };
}
