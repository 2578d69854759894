import { randomBytes } from 'node:crypto';
import { openBus } from './event-bus.ts';
import { changesOf, type Changes } from './world/admin-changes.ts';
import { systemClock, type EmulatorClock } from './clock.ts';
import type { Core, Gateway } from './context.ts';
import { defaultWorld } from './world/default-world.ts';
import { personIn, type Person } from './test-user.ts';
import type { Extra } from './web-server/host-buttons.ts';
import { openOccasions } from './faults/injector.ts';
import type { FaultPlan } from './faults/plan.ts';
import { openGateway } from './gateway/gateway.ts';
import { listen } from './http.ts';
import { strict } from './validate.ts';
import { openLog, type LogEntry } from './traffic-log.ts';
import { openNonces } from './messages/nonces.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import { settle } from './world/build-state.ts';
import { snowflakes } from './world/snowflake.ts';
import type { State, Stored } from './world/state.ts';
import { looksReal } from './real-token.ts';
import type { World } from './world/world.ts';

export interface EmulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** What the bot logs in with; made up unless given. One that looks like a real token is refused. */
  readonly token?: string;
  readonly world?: World;
  readonly plan?: FaultPlan;
  readonly clock?: EmulatorClock;
  readonly settings?: Partial<Settings>;
  /** Buttons of the page beside Discord's own. */
  readonly extras?: readonly Extra[];
  /** How many entries of the log are kept: 20,000. */
  readonly logLimit?: number;
}

export interface Emulator {
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
  /** What a message's JSON does not say: its one reader, if private, and who would be pinged. */
  stored(message: string): Stored | undefined;
  /** Resolves once no REST call is in progress, hanging and late ones included. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a Discord of one's own on 127.0.0.1. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const secretWord = (): string => randomBytes(16).toString('base64url');
  const token = options.token ?? `local-${secretWord()}`;
  if (looksReal(token)) {
    throw new Error("This token looks like one of Discord's own: the local emulator must never hear it. Leave it out.");
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
