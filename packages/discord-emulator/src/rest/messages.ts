import { invalidForm, refusal } from '../api-error.ts';
import { objectOf, textOf } from '../json.ts';
import { deleteMessage, editMessage, postMessage } from '../messages/messages.ts';
import { byAge } from '../world/snowflake.ts';
import { guildOf, messagesIn, type Channel, type Stored } from '../world/state.ts';
import { MESSAGE } from '../discord-codes.ts';
import { channelFor, mayIn, messageFor } from './access.ts';
import type { Call } from '../context.ts';
import { DONE, ok, type Answer, type Route } from './router.ts';

function post(call: Call): Answer {
  const { core, body, files } = call;
  const needed = ['SendMessages', ...(files.size > 0 ? (['AttachFiles'] as const) : [])] as const;
  const channel = channelFor(call, ...needed);
  const nonce = typeof body['nonce'] === 'number' ? body['nonce'] : textOf(body['nonce']);
  const named = nonce !== '' && body['nonce'] !== null && body['nonce'] !== undefined;
  if (named && body['enforce_nonce'] === true) {
    const known = core.nonces.known(channel.id, String(nonce));
    if (known !== null) {
      const before = messagesIn(core.state, channel.id).get(known);
      if (!before) throw refusal(10008);
      return ok(before.message);
    }
  }
  const stored = postMessage(
    core,
    { body, files },
    {
      channel,
      author: core.state.bot,
      type: MESSAGE.plain,
      only: null,
      interaction: null,
      more: { ...(named && { nonce }), ...referenceOf(call, channel) },
    },
  );
  if (named) core.nonces.keep(channel.id, String(nonce), stored.message.id);
  return ok(stored.message);
}

/** A reply names the message that it answers; one that does not exist is an error unless the sender says otherwise. */
function referenceOf(call: Call, channel: Channel): Record<string, unknown> {
  const reference = objectOf(call.body['message_reference']);
  const id = textOf(reference['message_id']);
  if (id === '') return {};
  const found = messagesIn(call.core.state, channel.id).get(id);
  if (!found) {
    if (reference['fail_if_not_exists'] === false) return {};
    throw refusal(10008);
  }
  return {
    type: MESSAGE.reply,
    message_reference: {
      type: 0,
      channel_id: channel.id,
      message_id: id,
      ...(channel.guild_id !== undefined && { guild_id: channel.guild_id }),
    },
    referenced_message: found.message,
  };
}

/** Newest first; `before`, `after` and `around` are ids, and need not be those of messages that exist. */
function history(call: Call): Answer {
  const channel = channelFor(call);
  const limit = Number(call.query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = 'Value should be an int from 1 to 100.';
    throw invalidForm([{ path: ['limit'], code: 'NUMBER_TYPE_COERCE', message }]);
  }
  const places = ['before', 'after', 'around'].filter((key) => call.query.has(key));
  if (places.length > 1) {
    const message = `${places.join(', ')}: only one may be passed at a time.`;
    throw invalidForm([{ path: [], code: 'MUTUALLY_EXCLUSIVE', message }]);
  }
  // Not a refusal: who may not read the history is told that there is none (message.mdx, "Get Channel Messages").
  if (!mayIn(call, channel, 'ReadMessageHistory')) return ok([]);
  const all: Stored[] = [...messagesIn(call.core.state, channel.id).values()].filter((one) => one.only === null);
  const before = call.query.get('before');
  const after = call.query.get('after');
  const around = call.query.get('around');
  let chosen = all;
  if (around !== null) {
    const at = all.findIndex((one) => byAge(one.message.id, around) >= 0);
    const middle = at < 0 ? all.length : at;
    chosen = all.slice(Math.max(0, middle - Math.floor(limit / 2)), middle + Math.ceil(limit / 2));
  } else if (before !== null) {
    chosen = all.filter((one) => byAge(one.message.id, before) < 0).slice(-limit);
  } else if (after !== null) {
    chosen = all.filter((one) => byAge(one.message.id, after) > 0).slice(0, limit);
  } else {
    chosen = all.slice(-limit);
  }
  return ok(chosen.map((one) => one.message).toReversed());
}

function edit(call: Call): Answer {
  const { core } = call;
  const stored = messageFor(call, channelFor(call));
  if (stored.message.author.id !== core.state.bot.id) throw refusal(50005);
  return ok(editMessage(core, stored, { body: call.body, files: call.files }, false).message);
}

function remove(call: Call): Answer {
  const { state } = call.core;
  const channel = channelFor(call);
  const stored = messageFor(call, channel);
  if (stored.message.author.id !== state.bot.id) channelFor(call, 'ManageMessages');
  deleteMessage(call.core, stored);
  return DONE;
}

export const messageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/channels/:channel',
    run: (call) => {
      const channel = channelFor(call);
      const guild = guildOf(call.core.state, channel);
      if (guild) return ok(channel);
      const others = channel.recipients?.filter((one) => one.id !== call.core.state.bot.id);
      return ok({ ...channel, recipients: others });
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    run: (call) => {
      channelFor(call, 'SendMessages');
      return DONE;
    },
  },
  { method: 'GET', path: '/channels/:channel/messages', run: history },
  { method: 'POST', path: '/channels/:channel/messages', form: 'message', bucket: [5, 5_000], run: post },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    run: (call) => ok(messageFor(call, channelFor(call, 'ReadMessageHistory')).message),
  },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    form: 'message edit',
    bucket: [5, 5_000],
    run: edit,
  },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', bucket: [5, 1_000], run: remove },
];
