import { randomBytes } from 'node:crypto';
import { openBus } from './bus.ts';
import { changesOf, type Changes } from './change.ts';
import { systemClock, type RoomClock } from './clock.ts';
import type { Core, Gateway } from './core.ts';
import { defaultWorld } from './default-world.ts';
import { personIn, type Person } from './driver.ts';
import type { Extra } from './extras.ts';
import { openOccasions } from './faults/occasions.ts';
import type { FaultPlan } from './faults/plan.ts';
import { openGateway } from './gateway/gateway.ts';
import { listen } from './http.ts';
import { strict } from './judge.ts';
import { openLog, type LogEntry } from './log.ts';
import { openNonces } from './nonces.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import { settle } from './settle.ts';
import { snowflakes } from './snowflake.ts';
import type { State, Stored } from './state.ts';
import { looksReal } from './token.ts';
import type { World } from './world.ts';

export type { FaultPlan } from './faults/plan.ts';
export type { LogEntry } from './log.ts';
export type { Person, Seen } from './driver.ts';

export interface RoomOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** What the bot logs in with; made up unless given. One that looks like a real token is refused. */
  readonly token?: string;
  readonly world?: World;
  readonly plan?: FaultPlan;
  readonly clock?: RoomClock;
  readonly settings?: Partial<Settings>;
  /** Buttons of the page beside Discord's own. */
  readonly extras?: readonly Extra[];
  /** How many entries of the log are kept: 20,000. */
  readonly logLimit?: number;
}

export interface Room {
  /** For `new Client({ rest: { api } })`. */
  readonly api: string;
  /** The page, with its secret; ends with a slash. */
  readonly address: string;
  readonly token: string;
  readonly applicationId: string;
  readonly state: State;
  readonly log: readonly LogEntry[];
  readonly gateway: Gateway;
  readonly change: Changes;
  /** A user of the world, in a channel. */
  as(user: string): { in(channel: string): Person };
  /** What a message's JSON does not say: who alone sees it, and who would be pinged. */
  stored(message: string): Stored | undefined;
  /** Resolves once no REST call is under way: hanging ones and late ones are done then. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a Discord of one's own on 127.0.0.1. */
export async function startRoom(options: RoomOptions = {}): Promise<Room> {
  const secretWord = (): string => randomBytes(16).toString('base64url');
  const token = options.token ?? `local-${secretWord()}`;
  if (looksReal(token)) {
    throw new Error("This token looks like one of Discord's own: the local room must never hear it. Leave it out.");
  }
  const clock = options.clock ?? systemClock;
  const settings: Settings = { ...DEFAULTS, ...options.settings };
  const newId = snowflakes(() => clock.now());
  const state = settle(options.world ?? defaultWorld, token, newId);
  const gateway = openGateway(() => core);
  const log = openLog(clock, options.logLimit ?? 20_000);
  let port = 0;
  const core: Core = {
    state,
    clock,
    newId,
    secretWord,
    bus: openBus(),
    log,
    settings,
    occasions: openOccasions(options.plan ?? null, log),
    gateway,
    nonces: openNonces({ clock, settings }),
    calls: { under: 0, waiting: [] },
    judge: strict,
    extras: options.extras ?? [],
    origin: () => `http://127.0.0.1:${port}`,
    secret: secretWord(),
  };
  const server = await listen(() => core, gateway, options.port ?? 0);
  port = server.port;
  return {
    api: `${core.origin()}/api`,
    address: `${core.origin()}/${core.secret}/`,
    token,
    applicationId: state.application.id,
    state,
    log: log.entries,
    gateway,
    change: changesOf(core),
    as: (user) => ({ in: (channel) => personIn(core, user, channel) }),
    stored(message) {
      for (const messages of state.messages.values()) {
        const found = messages.get(message);
        if (found) return found;
      }
      return undefined;
    },
    idle: () =>
      new Promise((resolve) => {
        if (core.calls.under === 0) resolve();
        else core.calls.waiting.push(resolve);
      }),
    async close() {
      for (const asked of state.asked.values()) asked.settle();
      await server.close();
    },
  };
}
