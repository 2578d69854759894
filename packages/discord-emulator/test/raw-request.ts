import { WebSocket } from 'ws';
import type { Emulator } from '../src/emulator.ts';
import { isObject, type JsonObject } from '../src/json.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer; an empty object where there is none. */
  readonly json: JsonObject;
  readonly list: readonly JsonObject[];
}

/** One call as a bot without any library makes it. `body` may be a FormData. */
export async function call(
  emulator: Emulator,
  method: string,
  path: string,
  body?: unknown,
  token = emulator.token,
): Promise<Answered> {
  const form = body instanceof FormData;
  const response = await fetch(`${emulator.api}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${token}`,
      ...(body !== undefined && !form && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {};
  return {
    status: response.status,
    headers: response.headers,
    json: isObject(json) ? json : {},
    list: Array.isArray(json) ? json.filter(isObject) : [],
  };
}

/** A gateway connection by hand: frames as they come, in order. */
export interface Line {
  readonly socket: WebSocket;
  /** The next frame; waits for it. */
  next(): Promise<JsonObject>;
  /** The next frame that is a dispatch of this name. */
  event(name: string): Promise<JsonObject>;
  send(frame: unknown): void;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
}

export function connect(emulator: Emulator, query = 'v=10&encoding=json', headers: Record<string, string> = {}): Line {
  const socket = new WebSocket(`${emulator.api.replace('http', 'ws').replace('/api', '/gateway')}?${query}`, {
    headers,
  });
  const frames: JsonObject[] = [];
  const waiting: ((frame: JsonObject) => void)[] = [];
  socket.on('message', (raw: Buffer, binary) => {
    if (binary) return;
    const frame: unknown = JSON.parse(raw.toString('utf8'));
    if (!isObject(frame)) return;
    const first = waiting.shift();
    if (first) first(frame);
    else frames.push(frame);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  socket.on('error', () => {
    // A refused upgrade: the close that follows is what a test looks at.
  });
  const next = (): Promise<JsonObject> => {
    const frame = frames.shift();
    if (frame) return Promise.resolve(frame);
    return new Promise((resolve) => {
      waiting.push(resolve);
    });
  };
  return {
    socket,
    next,
    async event(name) {
      for (;;) {
        const frame = await next();
        if (frame['t'] === name) return frame;
      }
    },
    send: (frame) => socket.send(JSON.stringify(frame)),
    closed,
  };
}

/** HELLO heard, IDENTIFY sent, READY read. */
export async function identified(
  emulator: Emulator,
  more: JsonObject = {},
): Promise<{ line: Line; ready: JsonObject }> {
  const line = connect(emulator);
  await line.next();
  line.send({ op: 2, d: identify(emulator, more) });
  const ready = await line.event('READY');
  return { line, ready: isObject(ready['d']) ? ready['d'] : {} };
}

export function identify(emulator: Emulator, more: JsonObject = {}): JsonObject {
  return { token: emulator.token, intents: 1, properties: { os: 'linux', browser: 'x', device: 'x' }, ...more };
}
