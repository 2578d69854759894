import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, sentenceOf, unauthorised } from '../api-error.ts';
import { pause } from '../clock.ts';
import type { Core } from '../core.ts';
import type { RestFault } from '../faults.ts';
import { isObject, textOf } from '../json.ts';
import { asList, asObject, readBody } from './body.ts';
import { callbackRoutes } from './callback.ts';
import { commandRoutes } from './commands.ts';
import { openLimits, tooMany } from './limits.ts';
import { messageRoutes } from './messages.ts';
import { peopleRoutes } from './people.ts';
import { routesOf, type Answer, type Call, type Match, type Route } from './route.ts';
import { webhookRoutes } from './webhooks.ts';

export type ServeRest = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: string,
) => Promise<void>;

/** Answers calls under `/api/v10`: finds the route, looks at who asks, counts, judges, acts, and writes it all down. */
export function serveRest(core: Core): ServeRest {
  const find = routesOf([...peopleRoutes, ...commandRoutes, ...messageRoutes, ...callbackRoutes, ...webhookRoutes]);
  const limits = openLimits(core.clock);
  let calls = 0;

  return async (request, response, path, query) => {
    const method = request.method ?? 'GET';
    calls += 1;
    let sent: unknown;
    let answer: Answer;
    let fault: RestFault | null = null;
    let name = path;
    try {
      const match = find(method, path);
      name = nameOf(match);
      fault = core.faults?.rest({ n: calls, method, route: match.route.path }) ?? null;
      if (fault) core.log.write('fault', `${method} ${name} (call ${calls}): ${JSON.stringify(fault)}`);
      if (fault?.kind === 'delay') await pause(core.clock, fault.ms);
      // The body is read before anything is answered: a client that is still sending would lose an early answer.
      const body = await readBody(request);
      sent = body.json;
      const instead = fault && notApplied(fault);
      if (fault?.kind === 'cut' && !fault.applied) return cut(core, request, `${method} ${name}`, sent);
      if (instead) {
        answer = instead;
      } else {
        if (match.route.open !== true) authorise(core, request);
        const { refused, headers } = core.settings.limits ? limits.take(match) : { refused: null, headers: {} };
        if (fault?.kind === 'hang') await pause(core.clock, fault.ms);
        const { json, files } = body;
        const call = { core, method, params: match.params, query: new URLSearchParams(query), files };
        answer = refused ?? run(core, match.route, { ...call, body: asObject(json), list: asList(json) }, json);
        answer = { ...answer, headers: { ...headers, ...answer.headers } };
      }
    } catch (error) {
      answer = answerOf(core, error);
    }
    if (fault?.kind === 'cut') return cut(core, request, `${method} ${name}`, sent);
    if (fault?.kind === 'applied')
      answer = { status: fault.status, body: { message: `${fault.status}: fault`, code: 0 } };
    const shared = answer.headers?.['x-ratelimit-scope'] === 'shared';
    if (limits.barred(answer.status, shared)) answer = { ...tooMany(3_600_000, 'global'), body: '<html>banned</html>' };
    write(core, response, answer, `${method} ${name}`, sent, fault?.kind === 'truncated');
  };
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

/** What a fault answers without anything having been done. */
function notApplied(fault: RestFault): Answer | null {
  if (fault.kind === 'answer') {
    return { status: fault.status, body: { message: fault.message, code: fault.code } };
  }
  if (fault.kind === 'limit') return tooMany(fault.afterMs, fault.scope);
  if (fault.kind === 'limit-html') {
    const headers = { 'retry-after': String(Math.ceil(fault.afterMs / 1_000)), 'content-type': 'text/html' };
    return { status: 429, body: '<!doctype html><title>Access denied</title>', headers };
  }
  return null;
}

function answerOf(core: Core, error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.status, body: error.body };
  core.log.write(
    'rest',
    `the room itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
}

function cut(core: Core, request: IncomingMessage, name: string, sent: unknown): void {
  core.log.write('rest', `${name} → cut`, { request: sent });
  request.socket.destroy();
}

/** The route with its ids; a token is shortened, since logs are shown and kept. */
function nameOf({ route, params }: Match): string {
  return route.path.replaceAll(/:(\w+)/gu, (_, key: string) => {
    const value = params[key] ?? '';
    return key === 'token' ? `${value.slice(0, 4)}…` : value;
  });
}

function write(
  core: Core,
  response: ServerResponse,
  answer: Answer,
  name: string,
  sent: unknown,
  truncated: boolean,
): void {
  const { status, body, headers } = answer;
  const id = isObject(body) ? textOf(body['id']) : '';
  core.log.write('rest', `${name} → ${status}`, {
    status,
    request: sent,
    response: body,
    ...(id !== '' && { message: id }),
  });
  if (response.destroyed) return;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { ...(text !== '' && { 'content-type': 'application/json' }), ...headers });
  // The length is left open on purpose, so that half an answer still ends as a whole one.
  response.end(truncated ? text.slice(0, Math.floor(text.length / 2)) : text);
}
