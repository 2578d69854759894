import { COMMAND, OPTION } from '../discord-codes.ts';
import { objectOf, objectsOf, textOf, type JsonObject } from '../json.ts';
import { commandsIn } from '../world/state.ts';
import { NotPossible } from './not-possible.ts';
import type { Asker } from './actor.ts';
import type { Resolved } from './resolved.ts';

export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly type: number;
}

/** A command as the user gave it: found, allowed, its options checked as Discord's client checks them. */
export function commandData(
  asker: Asker,
  data: JsonObject,
  resolved: Resolved,
  typing: boolean,
): { chosen: Chosen; data: JsonObject; focused: number | null } {
  const command = commandsIn(asker.state, asker.guild?.api.id ?? null).find((one) => one.id === data['id']);
  if (!command) throw new NotPossible(`There is no command with the id "${textOf(data['id'])}" here.`);
  const { id, name, type } = command;
  const needed = command.default_member_permissions;
  if (asker.guild && needed !== null && needed !== undefined) {
    // "0" means administrators only: they have every bit, nobody else passes.
    const bits = BigInt(needed);
    const enough = bits === 0n ? asker.permissions & 8n : (asker.permissions & bits) === bits;
    if (!enough) throw new NotPossible(`/${name} is not for you: it asks for permissions that you do not have.`);
  }
  if (!asker.guild && command.contexts && !command.contexts.includes(1)) {
    throw new NotPossible(`/${name} does not work in direct messages.`);
  }
  const told: JsonObject = { id, name, type, ...(asker.guild && command.guild_id && { guild_id: command.guild_id }) };
  if (type !== COMMAND.chat) {
    const target = textOf(data['target_id']);
    const known = type === COMMAND.user ? resolved.user(target) : resolved.message(target);
    if (!known) throw new NotPossible(`"${name}" was used on something that is not here.`);
    return { chosen: { id, name, type }, data: { ...told, target_id: target }, focused: null };
  }
  const options = checkOptions(objectsOf(objectOf(command)['options']), objectsOf(data['options']), resolved, typing);
  const focused = typing ? focusedType(options) : null;
  if (typing && focused === null) throw new NotPossible('No option is being typed into.');
  return { chosen: { id, name, type }, data: { ...told, options }, focused };
}

function checkOptions(
  declared: readonly JsonObject[],
  given: readonly JsonObject[],
  resolved: Resolved,
  typing: boolean,
): JsonObject[] {
  const missing = declared.find(
    (one) => one['required'] === true && !given.some((option) => option['name'] === one['name']),
  );
  if (missing && !typing) throw new NotPossible(`The option "${textOf(missing['name'])}" must be filled in.`);
  return given.map((option) => {
    const about = declared.find((one) => one['name'] === option['name']);
    if (!about) throw new NotPossible(`There is no option "${textOf(option['name'])}".`);
    const { name, type } = about;
    if (type === OPTION.sub || type === OPTION.group) {
      const inner = objectsOf(about['options']);
      return { name, type, options: checkOptions(inner, objectsOf(option['options']), resolved, typing) };
    }
    const focused = typing && option['focused'] === true;
    if (focused && about['autocomplete'] !== true) throw new NotPossible(`"${textOf(name)}" does not complete itself.`);
    if (type === OPTION.attachment) return { name, type, value: resolved.upload(textOf(option['value'])) };
    // What is still being typed is sent as text, whatever the option's type.
    if (!focused) checkValue(about, option['value'], resolved);
    return { name, type, value: option['value'], ...(focused && { focused: true }) };
  });
}

/** The type of the option under the cursor; null where there is none. */
function focusedType(options: readonly JsonObject[]): number | null {
  for (const one of options) {
    if (one['focused'] === true) return Number(one['type']);
    const inner = focusedType(objectsOf(one['options']));
    if (inner !== null) return inner;
  }
  return null;
}

function checkValue(about: JsonObject, value: unknown, resolved: Resolved): void {
  const name = textOf(about['name']);
  const wrong = (why: string): NotPossible => new NotPossible(`The option "${name}" ${why}.`);
  const choices = objectsOf(about['choices']);
  if (choices.length > 0 && !choices.some((one) => one['value'] === value))
    throw wrong('takes one of its choices alone');
  const id = textOf(value);
  switch (about['type']) {
    case OPTION.string:
      if (typeof value !== 'string') throw wrong('takes text');
      // Discord's client cuts nothing: text of more than 6,000 characters cannot be sent.
      if (value.length < Number(about['min_length'] ?? 0)) throw wrong('is too short');
      if (value.length > Number(about['max_length'] ?? 6_000)) throw wrong('is too long');
      return;
    case OPTION.integer:
    case OPTION.number:
      if (typeof value !== 'number' || (about['type'] === OPTION.integer && !Number.isInteger(value))) {
        throw wrong('takes a number');
      }
      if (value < Number(about['min_value'] ?? -Infinity) || value > Number(about['max_value'] ?? Infinity)) {
        throw wrong('is out of range');
      }
      return;
    case OPTION.boolean:
      if (typeof value !== 'boolean') throw wrong('is true or false');
      return;
    case OPTION.user:
      if (!resolved.user(id)) throw wrong('names nobody');
      return;
    case OPTION.role:
      if (!resolved.role(id)) throw wrong('names no role');
      return;
    case OPTION.mentionable:
      if (!resolved.user(id) && !resolved.role(id)) throw wrong('names nobody');
      return;
    case OPTION.channel:
      if (!resolved.channel(id)) throw wrong('names no channel');
      return;
    default:
      return;
  }
}
