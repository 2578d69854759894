import { refusal } from '../api-error.ts';
import { FLAG, MESSAGE } from '../discord-codes.ts';
import { alive, onlyFor, originalOf, placeOf } from '../interactions.ts';
import { numberOf } from '../json.ts';
import { deleteMessage, editMessage, postMessage } from '../messages/messages.ts';
import { messagesIn, type Asked, type Stored } from '../world/state.ts';
import type { Call } from '../context.ts';
import { DONE, ok, type Answer, type Route } from './router.ts';

/** The interaction whose token is in the path, answered already and not older than 15 minutes. */
function askedFor(call: Call): Asked {
  const { core, params } = call;
  const asked = core.state.asked.get(params['token'] ?? '');
  if (!asked || params['app'] !== core.state.application.id) throw refusal(10015);
  if (!alive(core, asked)) throw refusal(50027);
  if (asked.answered === null) throw refusal(10015);
  return asked;
}

/** `@original`, or a follow-up by its id: of this interaction only. */
function messageOf(call: Call, asked: Asked): Stored {
  const { core, params } = call;
  const name = params['message'] ?? '';
  const stored = name === '@original' ? originalOf(core, asked) : messagesIn(core.state, asked.channel).get(name);
  if (!stored) throw refusal(10008);
  if (stored.interaction !== asked.id && stored.message.id !== asked.original) throw refusal(10008);
  return stored;
}

function follow(call: Call): Answer {
  const { core } = call;
  const asked = askedFor(call);
  const original = originalOf(core, asked);
  const draft = { body: call.body, files: call.files };
  if (asked.loading && original) {
    // The first follow-up to a deferred answer is that answer: its privacy was settled when it was deferred.
    asked.loading = false;
    asked.settle();
    return ok(editMessage(core, original, draft, true).message);
  }
  const channel = core.state.channels.get(asked.channel);
  if (!channel) throw refusal(10003);
  asked.followUps += 1;
  const { more } = placeOf(core, asked);
  const reference = original && {
    message_reference: { type: 0, channel_id: channel.id, message_id: original.message.id },
    referenced_message: original.message,
  };
  const stored = postMessage(core, draft, {
    channel,
    author: core.state.bot,
    type: original ? MESSAGE.reply : MESSAGE.plain,
    only: onlyFor(asked, numberOf(call.body['flags']) & FLAG.ephemeral),
    interaction: asked.id,
    more: { ...more, ...reference },
  });
  return ok(stored.message);
}

function edit(call: Call): Answer {
  const { core } = call;
  const asked = askedFor(call);
  const stored = messageOf(call, asked);
  const filling = asked.loading && stored.message.id === asked.original;
  if (filling) asked.loading = false;
  if (stored.message.id === asked.original) asked.settle();
  return ok(editMessage(core, stored, { body: call.body, files: call.files }, filling).message);
}

function remove(call: Call): Answer {
  const asked = askedFor(call);
  deleteMessage(call.core, messageOf(call, asked));
  return DONE;
}

const PATH = '/webhooks/:app/:token';

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: PATH, form: 'follow-up', open: true, bucket: [5, 2_000], global: false, run: follow },
  {
    method: 'GET',
    path: `${PATH}/messages/:message`,
    open: true,
    global: false,
    run: (call) => ok(messageOf(call, askedFor(call)).message),
  },
  {
    method: 'PATCH',
    path: `${PATH}/messages/:message`,
    form: 'follow-up edit',
    open: true,
    bucket: [5, 2_000],
    global: false,
    run: edit,
  },
  { method: 'DELETE', path: `${PATH}/messages/:message`, open: true, bucket: [5, 2_000], global: false, run: remove },
];
