import type { APIApplicationCommand } from 'discord-api-types/v10';
import { refusal } from '../api-error.ts';
import { COMMAND } from '../discord-codes.ts';
import type { JsonObject } from '../json.ts';
import type { Form } from '../rules/openapi.ts';
import { guildFor } from './access.ts';
import type { Call } from '../context.ts';
import { DONE, ok, type Answer, type Method, type Route } from './router.ts';

type Commands = Map<string, APIApplicationCommand>;

function commandsOf(call: Call): { commands: Commands; scope: string } {
  const { state } = call.core;
  if (call.params['app'] !== state.application.id) throw refusal(50001);
  const scope = call.params['guild'] === undefined ? 'global' : guildFor(call).api.id;
  let commands = state.commands.get(scope);
  if (!commands) {
    commands = new Map();
    state.commands.set(scope, commands);
  }
  return { commands, scope };
}

function commandFor(call: Call, commands: Commands): APIApplicationCommand {
  const command = commands.get(call.params['command'] ?? '');
  if (!command) throw refusal(10063);
  return command;
}

function sameAs(body: JsonObject): (one: APIApplicationCommand) => boolean {
  const type = body['type'] ?? COMMAND.chat;
  return (one) => one.name === body['name'] && one.type === type;
}

/** A command as Discord keeps it: an id that lasts, a version that changes with the content, every default filled in. */
function made(call: Call, scope: string, body: JsonObject, id: string): APIApplicationCommand {
  const { core } = call;
  const global = scope === 'global';
  return {
    id,
    application_id: core.state.application.id,
    version: core.newId(),
    type: body['type'] ?? COMMAND.chat,
    name: body['name'],
    name_localizations: body['name_localizations'] ?? null,
    description: body['description'] ?? '',
    description_localizations: body['description_localizations'] ?? null,
    default_member_permissions: body['default_member_permissions'] ?? null,
    nsfw: body['nsfw'] === true,
    integration_types: body['integration_types'] ?? [0],
    ...(global && { dm_permission: body['dm_permission'] !== false, contexts: body['contexts'] ?? null }),
    ...(!global && { guild_id: scope, contexts: null }),
    ...(Array.isArray(body['options']) && { options: body['options'].map(settleOption) }),
  } as unknown as APIApplicationCommand;
}

/** Options come back without the fields that say nothing: null, and `required: false`. */
function settleOption(option: JsonObject): JsonObject {
  const kept = Object.entries(option).filter(([, value]) => value !== null && value !== false);
  const settled: JsonObject = Object.fromEntries(kept);
  const inner = option['options'];
  return Array.isArray(inner) ? { ...settled, options: inner.map(settleOption) } : settled;
}

function changed(call: Call, commands: Commands): void {
  call.core.log.write('gateway', `${commands.size} commands in ${call.params['guild'] ?? 'every server'}`);
  call.core.bus.tell({ type: 'state' });
}

/** Replaces all commands of all types at once; one that keeps its name and type keeps its id. */
function replace(call: Call): Answer {
  const { commands, scope } = commandsOf(call);
  const before = [...commands.values()];
  commands.clear();
  for (const body of call.list ?? []) {
    const known = before.find(sameAs(body));
    const command = made(call, scope, body, known?.id ?? call.core.newId());
    commands.set(command.id, known ? keepVersion(known, command) : command);
  }
  changed(call, commands);
  return ok([...commands.values()]);
}

function keepVersion(before: APIApplicationCommand, now: APIApplicationCommand): APIApplicationCommand {
  const same = JSON.stringify({ ...before, version: '' }) === JSON.stringify({ ...now, version: '' });
  return same ? before : now;
}

function create(call: Call): Answer {
  const { commands, scope } = commandsOf(call);
  const known = [...commands.values()].find(sameAs(call.body));
  const command = made(call, scope, call.body, known?.id ?? call.core.newId());
  commands.set(command.id, command);
  changed(call, commands);
  return { status: known ? 200 : 201, body: command };
}

function edit(call: Call): Answer {
  const { commands, scope } = commandsOf(call);
  const known = commandFor(call, commands);
  const command = made(call, scope, { ...known, ...call.body, type: known.type }, known.id);
  commands.set(command.id, command);
  changed(call, commands);
  return ok(command);
}

function remove(call: Call): Answer {
  const { commands } = commandsOf(call);
  commands.delete(commandFor(call, commands).id);
  changed(call, commands);
  return DONE;
}

const EVERYWHERE = '/applications/:app/commands';
const IN_GUILD = '/applications/:app/guilds/:guild/commands';

const ACTIONS: readonly { method: Method; one: boolean; form?: Form; run: (call: Call) => Answer }[] = [
  { method: 'GET', one: false, run: (call) => ok([...commandsOf(call).commands.values()]) },
  { method: 'PUT', one: false, form: 'commands', run: replace },
  { method: 'POST', one: false, form: 'command', run: create },
  { method: 'GET', one: true, run: (call) => ok(commandFor(call, commandsOf(call).commands)) },
  { method: 'PATCH', one: true, form: 'command edit', run: edit },
  { method: 'DELETE', one: true, run: remove },
];

export const commandRoutes: readonly Route[] = [EVERYWHERE, IN_GUILD].flatMap((path) =>
  ACTIONS.map(({ method, one, form, run }): Route => ({
    method,
    ...(form && { form }),
    path: one ? `${path}/:command` : path,
    bucket: [5, 20_000],
    run,
  })),
);
