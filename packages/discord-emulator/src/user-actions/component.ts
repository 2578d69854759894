import { COMPONENT } from '../discord-codes.ts';
import { everyComponent } from '../messages/normalize-components.ts';
import { objectsOf, textOf, textsOf, type JsonObject } from '../json.ts';
import { messagesIn, type Stored } from '../world/state.ts';
import type { Asker } from './actor.ts';
import { NotPossible } from './not-possible.ts';
import type { Resolved } from './resolved.ts';

/** A press on a button or a choice in a select, on a message that the user sees. */
export function componentData(
  asker: Asker,
  message: string,
  data: JsonObject,
  resolved: Resolved,
): { stored: Stored; data: JsonObject } {
  const stored = messagesIn(asker.state, asker.channel.id).get(message);
  if (!stored || (stored.only !== null && stored.only !== asker.id)) {
    throw new NotPossible('This user does not see that message.');
  }
  const id = textOf(data['custom_id']);
  const component = everyComponent(stored.message.components).find((one) => one['custom_id'] === id);
  if (!component) throw new NotPossible(`The message has no component "${id}".`);
  if (component['disabled'] === true) throw new NotPossible(`"${id}" is disabled.`);
  const told: JsonObject = { custom_id: id, component_type: component['type'], id: component['id'] };
  if (component['type'] === COMPONENT.button) return { stored, data: told };
  const values = textsOf(data['values']);
  checkValues(component, values, resolved);
  return { stored, data: { ...told, values } };
}

/** Values of a select, in a message or in a modal. */
export function checkValues(component: JsonObject, values: readonly string[], resolved: Resolved): void {
  const id = textOf(component['custom_id']);
  const least = Number(component['min_values'] ?? 1);
  const most = Number(component['max_values'] ?? 1);
  if (values.length < least || values.length > most) {
    throw new NotPossible(`"${id}" takes ${least} to ${most} values, and was given ${values.length}.`);
  }
  const options = objectsOf(component['options']).map((one) => one['value']);
  for (const value of values) {
    if (!exists(component['type'], options, value, resolved)) {
      throw new NotPossible(`"${id}" has nothing called "${value}" to choose.`);
    }
  }
}

function exists(type: unknown, options: readonly unknown[], value: string, resolved: Resolved): boolean {
  switch (type) {
    case COMPONENT.userSelect:
      return resolved.user(value);
    case COMPONENT.roleSelect:
      return resolved.role(value);
    case COMPONENT.mentionableSelect:
      return resolved.user(value) || resolved.role(value);
    case COMPONENT.channelSelect:
      return resolved.channel(value);
    default:
      return options.includes(value);
  }
}
