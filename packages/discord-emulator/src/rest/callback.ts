import type { APIApplicationCommandOptionChoice, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { invalidForm, refusal } from '../api-error.ts';
import { CALLBACK, FLAG } from '../discord-codes.ts';
import { alive, awaitRest, onlyFor, placeOf, takes } from '../interactions.ts';
import { numberOf, objectOf, objectsOf } from '../json.ts';
import { editMessage, postMessage } from '../messages/messages.ts';
import { messagesIn, type Asked, type Stored } from '../world/state.ts';
import { settleComponents } from '../messages/normalize-components.ts';
import type { Call } from '../context.ts';
import { DONE, ok, type Answer, type Route } from './router.ts';

/** The interaction of the path, if it is known, in time, and not answered yet. */
function askedFor(call: Call): Asked {
  const { core, params } = call;
  const asked = core.state.asked.get(params['token'] ?? '');
  if (!asked || asked.id !== params['interaction']) throw refusal(10062);
  if (asked.answered !== null && core.settings.once) throw refusal(40060);
  // The 3 s count from the interaction, whether or not the timer has fired already.
  if (asked.failed || !alive(core, asked) || core.clock.now() - asked.at >= core.settings.ackMs) throw refusal(10062);
  return asked;
}

function respond(call: Call): Answer {
  const { core } = call;
  const asked = askedFor(call);
  const callback = numberOf(call.body['type']);
  if (!takes(asked, callback)) {
    const message = `Interaction of type ${asked.type} cannot be answered with a callback of type ${callback}.`;
    throw invalidForm([{ path: ['type'], code: 'INTERACTION_CALLBACK_TYPE_INVALID', message }]);
  }
  asked.answered = callback;
  asked.settle();
  if (callback === CALLBACK.deferredMessage || callback === CALLBACK.deferredUpdate) awaitRest(core, asked);
  const stored = act(call, asked, callback);
  core.bus.tell({ type: 'done', user: asked.user, nonce: asked.nonce });
  if (call.query.get('with_response') !== 'true') return DONE;
  return ok({
    interaction: {
      id: asked.id,
      type: asked.type,
      channel_id: asked.channel,
      ...(asked.guild !== null && { guild_id: asked.guild }),
      ...(stored && {
        response_message_id: stored.message.id,
        response_message_loading: asked.loading,
        response_message_ephemeral: stored.only !== null,
      }),
    },
    ...(stored && {
      resource: { type: callback === CALLBACK.update ? CALLBACK.update : CALLBACK.message, message: stored.message },
    }),
  });
}

function act(call: Call, asked: Asked, callback: number): Stored | null {
  const { core } = call;
  const data = objectOf(call.body['data']);
  const { user, nonce } = asked;
  switch (callback) {
    case CALLBACK.message:
    case CALLBACK.deferredMessage:
      return show(call, asked, callback === CALLBACK.deferredMessage);
    case CALLBACK.deferredUpdate:
      asked.original = asked.source;
      return null;
    case CALLBACK.update: {
      asked.original = asked.source;
      const source = messagesIn(core.state, asked.channel).get(asked.source ?? '');
      return source ? editMessage(core, source, { body: data, files: call.files }, false) : null;
    }
    case CALLBACK.choices: {
      const choices = objectsOf(data['choices']) as unknown as APIApplicationCommandOptionChoice[];
      core.bus.tell({ type: 'choices', user, nonce, choices });
      return null;
    }
    default: {
      const components = settleComponents(data['components'], [], core.newId);
      const modal = { ...data, components };
      core.state.modals.set(`${user} ${String(data['custom_id'])}`, { modal, source: asked.source });
      const shown = modal as unknown as APIModalInteractionResponseCallbackData;
      core.bus.tell({ type: 'modal', user, nonce, modal: shown });
      return null;
    }
  }
}

/** The answer itself, or "thinking…": of a deferred answer only whether it is private counts. */
function show(call: Call, asked: Asked, loading: boolean): Stored | null {
  const { core } = call;
  const data = objectOf(call.body['data']);
  const channel = core.state.channels.get(asked.channel);
  if (!channel) throw refusal(10003);
  const { type, more } = placeOf(core, asked);
  const flags = numberOf(data['flags']);
  const body = loading ? { flags: flags & FLAG.ephemeral } : data;
  const only = onlyFor(asked, flags);
  const draft = { body, files: loading ? new Map<string, never>() : call.files };
  const place = { channel, author: core.state.bot, type, only, interaction: asked.id, loading, more };
  const stored = postMessage(core, draft, place);
  asked.original = stored.message.id;
  asked.loading = loading;
  return stored;
}

export const callbackRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    form: 'callback',
    open: true,
    global: false,
    run: respond,
  },
];
