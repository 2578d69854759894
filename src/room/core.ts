import type { Bus } from './bus.ts';
import type { RoomClock } from './clock.ts';
import type { Occasions } from './faults/occasions.ts';
import type { Extra } from './extras.ts';
import type { Judge } from './judge.ts';
import type { Log } from './log.ts';
import type { Nonces } from './nonces.ts';
import type { NewId } from './snowflake.ts';
import type { Guild, State } from './state.ts';

/** What Discord documents or leaves open, as numbers that a test may change. Times in milliseconds. */
export interface Settings {
  /** Between two heartbeats; Discord says 41,250. */
  readonly heartbeatMs: number;
  /** An interaction must be acknowledged within this time: 3,000. */
  readonly ackMs: number;
  /** How long an interaction's token works: 15 minutes. */
  readonly tokenMs: number;
  /** How long a nonce is remembered. Discord says "the last few minutes": anything from 60,000 to 600,000 is right. */
  readonly nonceMs: number;
  /** Rate limits on or off. */
  readonly limits: boolean;
  /** How many shards `GET /gateway/bot` advises. */
  readonly shards: number;
  /** How many IDENTIFYs are left today: 1,000 at first. */
  readonly identifies: number;
  /** Privileged intents that the application may use, as bits; asking for another is answered by close 4014. */
  readonly privileged: number;
  /** Whether an interaction takes one callback alone, as Discord has it. Off, for tests that must see doubles. */
  readonly once: boolean;
  /** How long a session without a connection can be resumed. Discord says "in time"; 300,000 here. */
  readonly resumeMs: number;
  /** How many frames of a session are kept for RESUME. */
  readonly replay: number;
}

export const DEFAULTS: Settings = {
  heartbeatMs: 41_250,
  ackMs: 3_000,
  tokenMs: 900_000,
  nonceMs: 180_000,
  limits: true,
  shards: 1,
  identifies: 1_000,
  privileged: 0,
  once: true,
  resumeMs: 300_000,
  replay: 1_000,
};

export interface Dispatch {
  /** What a plan of faults knows the event by: the k-th interaction as `#k`. */
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
  /** From now on heartbeats are (not) acknowledged. */
  acknowledge(on: boolean): void;
  /** Shows a server to the sessions of its shard, as GUILD_CREATE. */
  greet(guild: Guild): void;
  /** Forgets every session, so that the next RESUME is refused. */
  forgetSessions(): void;
}

/** What every part of the room is given. Nothing is held in a module. */
export interface Core {
  readonly state: State;
  readonly clock: RoomClock;
  readonly newId: NewId;
  /** An unguessable word of url-safe letters. */
  readonly secretWord: () => string;
  readonly bus: Bus;
  readonly log: Log;
  readonly settings: Settings;
  readonly occasions: Occasions;
  readonly gateway: Gateway;
  readonly nonces: Nonces;
  /** REST calls under way, and who waits until there are none. */
  readonly calls: { under: number; readonly waiting: (() => void)[] };
  readonly judge: Judge;
  readonly extras: readonly Extra[];
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  readonly origin: () => string;
  /** The part of the page's address that a stranger cannot know. */
  readonly secret: string;
}
