import { randomUUID } from 'node:crypto';
import type { APIApplication, RESTGetAPIGatewayBotResult } from 'discord-api-types/v10';
import { Events, GatewayDispatchEvents, type REST, Routes } from 'discord.js';
import type { Shard } from '../config.ts';
import type { Desk } from '../commands/command.ts';
import type { ReaderError } from '../errors.ts';
import { isRecord } from '../is-record.ts';
import { checkCredentials } from './connection/credentials.ts';
import type { GatewayServers } from './connection/server-list.ts';
import { createClient, createInteractionRest, guardDispatches, ignoreSocketErrors } from './connection/client.ts';
import { createInteractionResponder } from './interactions/responder.ts';
import { messageCommandsOf } from './registration/command-diff.ts';
import { GATEWAY_SILENCE_MS } from './limits.ts';
import { describeError, type Log } from './log.ts';
import { sessionLimitError, toStartError, unreachableError } from './connection/connection-errors.ts';
import type { ChannelApi } from './delivery/channel-api.ts';
import { clientChannelApi } from './delivery/rest-channel-api.ts';
import { register } from './registration/register.ts';
import { handleInteraction } from './handlers/router.ts';
import { createDeduplicator } from './connection/deduplicate.ts';
import { createTurnQueue } from './interactions/turn-queue.ts';
import type { DrawPicture } from './attachments/uploads.ts';
import { watchConnection } from './connection/watchdog.ts';
import { withTimeout } from './with-timeout.ts';

export interface BotOptions {
  readonly token: string;
  /** `https://discord.com/api`, or an emulator on a loopback address. */
  readonly api: string;
  /** The part of the servers that this process serves; all if it is left out. */
  readonly shard?: Shard | null;
  readonly desk: Desk;
  readonly log: Log;
  /** Follows which servers the bot is in; left out on the machine of whoever runs it. */
  readonly servers?: GatewayServers;
  /** Called when the bot was removed from a server. Must not reject. */
  readonly onServerLeft?: (server: string) => Promise<void>;
  /** Draws the pictures of answers; without it answers have no pictures. */
  readonly draw?: DrawPicture;
  /** Called once if the connection is lost for good. The process should end with the message of the error. */
  readonly onLost: (reason: ReaderError) => void;
  /** Called when the card of a proposal may be out of date. Must not reject. */
  readonly onProposalChange?: (proposal: string) => Promise<void>;
  /** How long an answer may take before it is deferred, in ms. */
  readonly deferAfterMs?: number;
  /** How long an answer waits for its pictures, in ms. */
  readonly drawTimeoutMs?: number;
  /** How long Discord may be silent before the bot counts as lost, in ms. */
  readonly silenceMs?: number;
  /** How long the start may take, in ms. */
  readonly startTimeoutMs?: number;
}

export interface Bot {
  readonly application: string;
  /** Whether the gateway is open. */
  isOpen(): boolean;
  /** Posts in channels as the bot. */
  readonly channelApi: ChannelApi;
  /** Takes no new interactions, finishes those that began, and disconnects. */
  stop(): Promise<void>;
}

/** A user sees a response within a second, and in a burst all can be deferred before Discord's 3 s are over. */
const DEFER_AFTER_MS = 1_000;
/** The text says what a picture shows, so an answer does not wait long for it. */
const DRAWING_MS = 1_500;
const STARTING_MS = 30_000;
/** How long disconnecting and finishing may take: together under the 10 s that `app.ts` gives. */
const LEAVING_MS = 2_000;
const FINISHING_MS = 6_000;
/** Sign-ins of a day that are kept in reserve. At zero Discord resets the token: https://docs.discord.com/developers/events/gateway#session-start-limit-object */
const SIGN_INS_KEPT = 10;

/**
 * Joins Discord. The gateway comes last, so that a bot which cannot answer never signs in.
 * @throws ReaderError that says why it could not join.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const {
    token,
    api,
    desk,
    log,
    onLost: lost,
    deferAfterMs = DEFER_AFTER_MS,
    silenceMs: silence = GATEWAY_SILENCE_MS,
  } = options;
  checkCredentials(api, token);
  const client = createClient(api, options.shard);
  guardDispatches(client, (error) => log.error({ error: describeError(error) }, 'an event of Discord was dropped'));
  const webhooks = createInteractionRest(api);
  client.rest.setToken(token);
  // discord.js drops the token after one 401. `watchConnection` decides whether the token is really invalid.
  const own: Pick<REST, 'get' | 'post' | 'patch'> = {
    get: async (route, request) => client.rest.setToken(token).get(route, request),
    post: async (route, request) => client.rest.setToken(token).post(route, request),
    patch: async (route, request) => client.rest.setToken(token).patch(route, request),
  };
  const context = {
    desk,
    log,
    api,
    deferAfterMs,
    commands: new Map(desk.commands.map((command) => [command.definition.name, command])),
    menus: new Map(
      desk.commands.flatMap((command) => messageCommandsOf(command).map(({ name }) => [name, command] as const)),
    ),
    pictureOptions: { draw: options.draw ?? null, timeoutMs: options.drawTimeoutMs ?? DRAWING_MS, log },
    responder: createInteractionResponder(webhooks, log),
    turn: createTurnQueue(),
    updateProposalCard: async (proposal: string) => options.onProposalChange?.(proposal),
  };

  options.servers?.follow(client, (server) => void options.onServerLeft?.(server));
  const isNew = createDeduplicator();
  const begun = new Set<Promise<void>>();
  // The raw event, because discord.js's `interactionCreate` waits up to 15 s for all servers: too late to answer.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: unknown) => {
    if (!isNew(idOf(interaction))) return;
    const answer = handleInteraction(interaction, context).finally(() => begun.delete(answer));
    begun.add(answer);
  });

  let joined = false;
  let refusal: ReaderError | null = null;
  const unwatch = watchConnection(client, webhooks, token, {
    silence,
    log,
    lost: (reason) => {
      refusal = reason;
      if (joined) lost(reason);
    },
  });
  const leave = async (): Promise<void> => {
    unwatch();
    ignoreSocketErrors(client);
    await withTimeout(client.destroy(), LEAVING_MS);
    await withTimeout(Promise.all(begun), FINISHING_MS);
    webhooks.clearHashSweeper();
    webhooks.clearHandlerSweeper();
  };

  try {
    const start = async (): Promise<string> => {
      const { id } = (await client.rest.get(Routes.currentApplication())) as APIApplication;
      checkSignIns((await client.rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult, desk);
      const stories = [...desk.stories.values()].map((at) => at(desk.clock.now()).story);
      const isOpen = stories.some(({ open }) => open === true);
      await register({ rest: client.rest, application: id, commands: desk.commands, isOpen, log });
      await client.login(token);
      // After the login discord.js still waits up to 15 s for the servers.
      if (!client.isReady()) await new Promise((resolve) => client.once(Events.ClientReady, resolve));
      return id;
    };
    const application = await withTimeout(start(), options.startTimeoutMs ?? STARTING_MS);
    if (application === undefined) throw unreachableError(api);
    joined = true;
    log.info({ application }, 'joined');
    if (!client.isReady()) throw unreachableError(api);
    return { application, isOpen: () => client.isReady(), channelApi: clientChannelApi(client, own), stop: leave };
  } catch (error) {
    await leave();
    throw refusal ?? toStartError(error, api);
  }
}

/** A malformed interaction without an id is dropped by `handleInteraction`, as often as it comes. */
const idOf = (interaction: unknown): string =>
  isRecord(interaction) && typeof interaction['id'] === 'string' ? interaction['id'] : randomUUID();

function checkSignIns(
  { session_start_limit: { remaining, reset_after: ms } }: RESTGetAPIGatewayBotResult,
  desk: Desk,
): void {
  if (remaining <= SIGN_INS_KEPT) throw sessionLimitError(remaining, desk.clock.now().add({ milliseconds: ms }));
}
