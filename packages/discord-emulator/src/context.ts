import type { Bus } from './event-bus.ts';
import type { EmulatorClock } from './clock.ts';
import type { Occasions } from './faults/injector.ts';
import type { Extra } from './web-server/host-buttons.ts';
import type { JsonObject } from './json.ts';
import type { Log } from './traffic-log.ts';
import type { Nonces } from './messages/nonces.ts';
import type { Form } from './rules/openapi.ts';
import type { Settings } from './settings.ts';
import type { NewId } from './world/snowflake.ts';
import type { Guild, State, Upload } from './world/state.ts';

export interface Dispatch {
  /** The subject by which a fault plan names the event: the k-th interaction is `#k`. */
  readonly subject?: string;
  /** The server that the event belongs to; null for direct channels, which are the first shard's. */
  readonly guild: string | null;
  /** The intent without which the event is not sent; absent for events that everyone gets. */
  readonly intent?: number;
  /** What a session without the MESSAGE_CONTENT intent gets in place of the data. */
  readonly blank?: unknown;
}

export interface Gateway {
  dispatch(event: string, data: unknown, to: Dispatch): void;
  /** How many sockets have an identified session. */
  connected(): number;
  identifiesLeft(): number;
  /** Ends every socket with a close code, or half-opens them: for tests of what a bot does then. */
  closeAll(code: number): void;
  reconnectAll(): void;
  invalidateAll(resumable: boolean): void;
  /** Acknowledges heartbeats from now on, or stops. */
  acknowledge(on: boolean): void;
  /** Shows a server to the sessions of its shard, as GUILD_CREATE. */
  greet(guild: Guild): void;
  /** Forgets every session, so that the next RESUME is refused. */
  forgetSessions(): void;
}

export interface Call {
  readonly core: Core;
  readonly method: string;
  /** The parts of the path that the route names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body; an empty object where there is none. */
  readonly body: JsonObject;
  /** The JSON body where it is a list. */
  readonly list: readonly JsonObject[] | null;
  readonly files: ReadonlyMap<string, Upload>;
}

/**
 * Validates the body of a request before anything is done: Discord's published description, and the rules that
 * it misses. Throws the refusal that names everything that is wrong.
 */
export type Judge = (call: Call, form: Form, json: unknown) => void;

/** What every part of the emulator is given. No module has state. */
export interface Core {
  readonly state: State;
  readonly clock: EmulatorClock;
  readonly newId: NewId;
  /** An unguessable word of url-safe letters. */
  readonly secretWord: () => string;
  readonly bus: Bus;
  readonly log: Log;
  readonly settings: Settings;
  readonly occasions: Occasions;
  readonly gateway: Gateway;
  readonly nonces: Nonces;
  /** REST calls in progress, and the callers that wait until there are none. */
  readonly calls: { under: number; readonly waiting: (() => void)[] };
  readonly judge: Judge;
  readonly extras: readonly Extra[];
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  readonly origin: () => string;
  /** The part of the page's address that a stranger cannot know. */
  readonly secret: string;
}
