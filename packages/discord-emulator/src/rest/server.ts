import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, sentenceOf, unauthorised } from '../api-error.ts';
import type { Core } from '../context.ts';
import { isObject, textOf } from '../json.ts';
import type { LogEntry } from '../traffic-log.ts';
import { asList, asObject, readBody } from './body.ts';
import { callbackRoutes } from './callback.ts';
import { commandRoutes } from './commands.ts';
import { openLimits, tooMany } from './rate-limits.ts';
import { messageRoutes } from './messages.ts';
import { peopleRoutes } from './resources.ts';
import type { Call } from '../context.ts';
import { routesOf, type Answer, type Match, type Route } from './router.ts';
import { troubled } from './apply-fault.ts';
import { webhookRoutes } from './webhooks.ts';

export type ServeRest = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
) => Promise<void>;

/** Serves `/api/v10`: finds the route, checks the token, counts, validates, acts, and logs. */
export function serveRest(core: Core): ServeRest {
  const find = routesOf([...peopleRoutes, ...commandRoutes, ...messageRoutes, ...callbackRoutes, ...webhookRoutes]);
  const limits = openLimits(core.clock);

  const serve: ServeRest = async (request, response, path, query) => {
    const method = request.method ?? 'GET';
    const begun = core.clock.now();
    let interaction: string | undefined;
    let sent: unknown;
    let answer: Answer;
    let name = `${method} ${path}`;
    try {
      const match = find(method, path);
      name = nameOf(match);
      interaction = core.state.asked.get(match.params['token'] ?? '')?.id;
      const fault = core.occasions.rest(`${method} ${match.route.path}`, subjectOf(core, match));
      // The body is read before anything is answered: a client that is still sending would lose an early answer.
      const { json, files } = await readBody(request);
      sent = json;
      answer = await troubled(fault, core.clock, () => {
        if (match.route.open !== true) authorise(core, request);
        const { refused, headers } = core.settings.limits ? limits.take(match) : { refused: null, headers: {} };
        const call = { core, method, params: match.params, query: new URLSearchParams(query), files };
        const done = refused ?? run(core, match.route, { ...call, body: asObject(json), list: asList(json) }, json);
        return { ...done, headers: { ...headers, ...done.headers } };
      });
    } catch (error) {
      answer = answerOf(core, error);
    }
    const shared = answer.headers?.['x-ratelimit-scope'] === 'shared';
    if (limits.barred(answer.status, shared)) answer = tooMany(3_600_000, 'global', { 'content-type': 'text/html' });
    const about = { request: sent, ms: core.clock.now() - begun, ...(interaction !== undefined && { interaction }) };
    write(core, request, response, answer, name, about);
  };

  return async (...call) => {
    core.calls.under += 1;
    try {
      await serve(...call);
    } finally {
      core.calls.under -= 1;
      if (core.calls.under === 0) for (const tell of core.calls.waiting.splice(0)) tell();
    }
  };
}

/** What a plan of faults knows the call by: the interaction it belongs to, else its channel or server. */
function subjectOf(core: Core, { params }: Match): string {
  const token = params['token'];
  if (token !== undefined) return `#${core.state.asked.get(token)?.ordinal ?? '?'}`;
  return params['channel'] ?? params['guild'] ?? '';
}

function run(core: Core, route: Route, call: Call, json: unknown): Answer {
  if (route.form !== undefined) {
    try {
      core.judge(call, route.form, json);
    } catch (error) {
      const asked = core.state.asked.get(call.params['token'] ?? '');
      if (asked && error instanceof ApiError) asked.refusal = sentenceOf(error);
      throw error;
    }
  }
  return route.run(call);
}

function authorise(core: Core, request: IncomingMessage): void {
  if (request.headers.authorization !== `Bot ${core.state.token}`) throw unauthorised();
}

function answerOf(core: Core, error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.status, body: error.body };
  core.log.write(
    'rest',
    `the emulator itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
}

/** The route with its ids; a token is shortened, since logs are shown and kept. */
function nameOf({ route, params }: Match): string {
  const path = route.path.replaceAll(/:(\w+)/gu, (_, key: string) => {
    const value = params[key] ?? '';
    return key === 'token' ? `${value.slice(0, 4)}…` : value;
  });
  return `${route.method} ${path}`;
}

function write(
  core: Core,
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  name: string,
  about: Partial<LogEntry>,
): void {
  const { status, body, headers, spoilt } = answer;
  const id = isObject(body) ? textOf(body['id']) : '';
  core.log.write('rest', `${name} → ${spoilt === 'cut' ? 'cut' : status}`, {
    status,
    ...about,
    response: body,
    ...(id !== '' && { message: id }),
  });
  if (spoilt === 'cut') request.socket.destroy();
  if (response.destroyed || spoilt === 'cut') return;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { ...(text !== '' && { 'content-type': 'application/json' }), ...headers });
  // The length is left open on purpose, so that half an answer still ends as a whole one.
  response.end(spoilt === 'half' ? text.slice(0, Math.floor(text.length / 2)) : text);
}
