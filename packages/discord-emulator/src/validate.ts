import { invalidForm, refusal, type Fault } from './api-error.ts';
import { CALLBACK } from './discord-codes.ts';
import type { Call, Core, Judge } from './context.ts';
import { originalOf } from './interactions.ts';
import { isObject, objectOf, objectsOf, textOf, type JsonObject } from './json.ts';
import { choiceRules, modalRules } from './rules/responses.ts';
import { commandRules, commandSetRules } from './rules/commands.ts';
import { messageRules, type Before } from './rules/messages.ts';
import { againstSpec, type Form } from './rules/openapi.ts';
import { messagesIn, type Asked, type Stored } from './world/state.ts';

export const strict: Judge = (call, form, json) => {
  const { faults, strangers } = againstSpec(form, json);
  if (strangers.length > 0) {
    call.core.log.write('rest', `fields that Discord does not know, and ignores: ${strangers.join(', ')}`);
  }
  // The hand rules look at what the description has found to be well formed.
  faults.push(...(faults.length > 0 ? [] : handRules(call, form, json)));
  if (faults.length > 0) throw invalidForm(faults);
};

function handRules(call: Call, form: Form, json: unknown): Fault[] {
  const body = objectOf(json);
  const asked = call.core.state.asked.get(call.params['token'] ?? '');
  switch (form) {
    case 'message':
      return messageRules(body, call.files, [], null);
    case 'message edit':
      return messageRules(
        body,
        call.files,
        [],
        beforeOf(stored(call.core, call.params['channel'], call.params['message'])),
      );
    case 'follow-up':
      // The first follow-up to a deferred answer fills it: what it says is judged with the flags that it already has.
      return messageRules(body, call.files, [], null);
    case 'follow-up edit':
      return messageRules(body, call.files, [], beforeOf(asked ? edited(call, asked) : undefined));
    case 'callback':
      return callbackRules(call, body, asked);
    case 'command':
    case 'command edit':
      return commandRules({ ...(form === 'command edit' && known(call)), ...body }, []);
    case 'commands':
      return commandSetRules(objectsOf(json));
    case 'direct channel':
      return [];
  }
}

function callbackRules(call: Call, body: JsonObject, asked: Asked | undefined): Fault[] {
  const data = objectOf(body['data']);
  switch (body['type']) {
    case CALLBACK.message:
      return messageRules(data, call.files, ['data'], null);
    case CALLBACK.update:
      return messageRules(data, call.files, ['data'], beforeOf(stored(call.core, asked?.channel, asked?.source ?? '')));
    case CALLBACK.choices:
      return choiceRules(data, asked?.focused ?? null);
    case CALLBACK.modal:
      if (!isObject(body['data'])) throw refusal(50006);
      return modalRules(data);
    default:
      return [];
  }
}

function known(call: Call): JsonObject {
  const scope = call.core.state.commands.get(call.params['guild'] ?? 'global');
  return objectOf(scope?.get(call.params['command'] ?? ''));
}

function edited(call: Call, asked: Asked): Stored | undefined {
  const name = call.params['message'] ?? '';
  if (name === '@original') return originalOf(call.core, asked) ?? undefined;
  return stored(call.core, asked.channel, name);
}

function stored(core: Core, channel: string | undefined, message: string | undefined): Stored | undefined {
  return channel === undefined ? undefined : messagesIn(core.state, channel).get(textOf(message));
}

function beforeOf(one: Stored | undefined): Before {
  if (!one) return { flags: 0, content: '', embeds: [], components: [], attachments: [] };
  const { flags = 0, content, embeds, components = [], attachments } = one.message;
  return { flags, content, embeds, components, attachments };
}
