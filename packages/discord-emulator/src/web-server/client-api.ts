import type { IncomingMessage, ServerResponse } from 'node:http';
import { ask, readAct } from '../user-actions/perform.ts';
import { askerAt } from '../user-actions/actor.ts';
import { NotPossible } from '../user-actions/not-possible.ts';
import type { EmulatorEvent } from '../event-bus.ts';
import { MESSAGE } from '../discord-codes.ts';
import type { Core } from '../context.ts';
import { isObject, textOf, type JsonObject } from '../json.ts';
import { postMessage } from '../messages/messages.ts';
import { answerJson, openStream, refuse } from './client-files.ts';
import type { ClientEvent, Message, State as Shown } from '../web-client/protocol.d.ts';
import { runExtra } from './host-buttons.ts';
import { readAll } from '../rest/body.ts';
import { allows, permissionsIn } from '../world/permissions.ts';
import { commandsIn, guildOf, messagesIn, parentOf, type State } from '../world/state.ts';

/** Whether a user sees a channel. */
function sees(state: State, user: string, channelId: string): boolean {
  const channel = state.channels.get(channelId);
  if (!channel) return false;
  return allows(permissionsIn(guildOf(state, channel), channel, user, parentOf(state, channel)), 'ViewChannel');
}

/** Everything that the page needs to draw servers, channels, people and commands. */
function shownState(core: Core): Shown {
  const { state } = core;
  const channels = [...state.channels.values()];
  const users = [...state.users.values()].filter((one) => one.bot !== true);
  return {
    bot: { ...state.bot, online: core.gateway.connected() > 0 },
    extras: core.extras.map(({ label }) => label),
    users,
    guilds: [...state.guilds.values()].map((guild) => ({
      id: guild.api.id,
      name: guild.api.name,
      owner_id: guild.api.owner_id,
      roles: [...guild.roles.values()],
      members: [...guild.members.values()].map((one) => ({ user: one.user, roles: one.roles })),
      channels: channels.filter((one) => one.guild_id === guild.api.id),
      commands: commandsIn(state, guild.api.id),
    })),
    directs: Object.fromEntries(
      [...state.directs].map(([user, id]) => [user, channels.find((one) => one.id === id)] as const),
    ),
    visible: Object.fromEntries(
      users.map((user) => [user.id, channels.filter((one) => sees(state, user.id, one.id)).map((one) => one.id)]),
    ),
  } as unknown as Shown;
}

/** The messages of a channel as one user sees them, oldest first, private replies to that user among them. */
export function messagesFor(core: Core, user: string, channel: string): Message[] {
  if (!sees(core.state, user, channel)) return [];
  const all = [...messagesIn(core.state, channel).values()];
  return all.filter((one) => one.only === null || one.only === user).map((one) => one.message);
}

/** What of an event one user gets to know; null for nothing. */
function eventFor(core: Core, user: string, event: EmulatorEvent): ClientEvent | null {
  switch (event.type) {
    case 'message_create':
    case 'message_update':
      if (event.only !== null ? event.only !== user : !sees(core.state, user, event.message.channel_id)) return null;
      return { type: event.type, message: event.message };
    case 'message_delete':
      if (event.only !== null ? event.only !== user : !sees(core.state, user, event.channel)) return null;
      return { type: event.type, channel: event.channel, id: event.id };
    case 'state':
      return { type: 'state', state: shownState(core) };
    case 'choices':
    case 'modal':
    case 'done':
    case 'failed': {
      if (event.user !== user) return null;
      const { user: _user, ...rest } = event;
      return rest;
    }
  }
}

/** Someone says something. */
export function say(core: Core, user: string, channelId: string, content: string): Message {
  const { channel, permissions, guild } = askerAt(core.state, user, channelId);
  const author = core.state.users.get(user);
  if (!author || (guild && !allows(permissions, 'SendMessages'))) {
    throw new NotPossible('This user may not write in that channel.');
  }
  if (content.trim() === '' || content.length > 2_000) throw new NotPossible('A message has 1 to 2,000 characters.');
  const draft = { body: { content }, files: new Map<string, never>() };
  return postMessage(core, draft, { channel, author, type: MESSAGE.plain, only: null, interaction: null }).message;
}

/** A private reply is put away: for its reader it is gone, and the bot hears nothing of it. */
function dismiss(core: Core, user: string, id: string): void {
  for (const messages of core.state.messages.values()) {
    const stored = messages.get(id);
    if (!stored || stored.only !== user) continue;
    messages.delete(id);
    core.bus.tell({ type: 'message_delete', channel: stored.message.channel_id, id, only: user });
    return;
  }
  throw new NotPossible('There is no such private reply.');
}

/** The page's addresses, under `client/`. The caller has looked at Host, Origin and the secret. */
export async function serveClient(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const user = query.get('user') ?? '';
  switch (`${request.method ?? ''} ${path}`) {
    case 'GET state':
      return answerJson(response, shownState(core));
    case 'GET messages':
      return answerJson(response, messagesFor(core, user, query.get('channel') ?? ''));
    case 'GET log':
      return answerJson(
        response,
        core.log.entries.filter((one) => one.n > Number(query.get('since') ?? 0)),
      );
    case 'GET events': {
      const send = openStream(response);
      const stop = core.bus.listen((event) => {
        const told = eventFor(core, user, event);
        if (told) send(told);
      });
      response.on('close', stop);
      return;
    }
    case 'POST interactions':
    case 'POST messages':
    case 'POST dismiss':
    case 'POST extras':
      return act(core, response, path, await readAll(request));
    default:
      return refuse(response, 404, 'There is no such address.');
  }
}

async function act(core: Core, response: ServerResponse, path: string, raw: Buffer): Promise<void> {
  let body: JsonObject;
  try {
    const json: unknown = JSON.parse(raw.toString('utf8'));
    if (!isObject(json)) throw new SyntaxError('not an object');
    body = json;
  } catch {
    return refuse(response, 400, 'The body must be a JSON object.');
  }
  const [user, channel] = [textOf(body['user']), textOf(body['channel'])];
  try {
    if (path === 'extras') {
      return answerJson(response, { says: await runExtra(core, user, channel, textOf(body['label'])) });
    }
    if (path === 'interactions') ask(core, readAct(body));
    else if (path === 'messages') say(core, user, channel, textOf(body['content']));
    else dismiss(core, user, textOf(body['message']));
  } catch (error) {
    if (error instanceof NotPossible) return refuse(response, 400, error.message);
    throw error;
  }
  response.writeHead(204);
  response.end();
}
