import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Core, Dispatch, Gateway } from '../context.ts';
import { shardOf } from '../world/snowflake.ts';
import { attend, type Connection, type Desk } from './connection.ts';
import { isCompression } from './encoder.ts';
import { guildCreate, guildsOf } from './ready-events.ts';
import { push, type Session } from './session.ts';
import { INTENT } from '../discord-codes.ts';

const RECONNECT = { op: 7, d: null, s: null, t: null };

/** The connection stays open without a session: the client may resume or identify on it. */
function invalidate(connection: Connection | undefined, resumable: boolean): void {
  if (connection?.session) connection.session.send = null;
  if (connection) connection.session = null;
  connection?.send({ op: 9, d: resumable, s: null, t: null });
}

/** Without a close frame the client sees 1006: nobody may send that code. */
function drop(connection: Connection | undefined, code: number): void {
  if (code === 1006) connection?.socket.terminate();
  else connection?.close(code, 'closed by the emulator');
}

export interface GatewayServer extends Gateway {
  /** Upgrades a connection to a web socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  end(): void;
}

/** The gateway of one emulator; `core` is a function because the two refer to each other. */
export function openGateway(core: () => Core): GatewayServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: 65_536 });
  let opened: Desk | null = null;
  const desk = (): Desk => {
    opened ??= {
      core: core(),
      sessions: new Map(),
      connections: new Set(),
      acks: true,
      identifies: core().settings.identifies,
    };
    return opened;
  };
  const url = (): string => `${core().origin().replace('http', 'ws')}/gateway`;

  const wants = (session: Session, to: Dispatch): boolean =>
    (to.guild === null ? session.shard[0] === 0 : shardOf(to.guild, session.shard[1]) === session.shard[0]) &&
    (to.intent === undefined || (session.intents & to.intent) !== 0);

  /** Applies the plan's fault to a session after a dispatch. */
  const disturb = (session: Session, event: string, data: string, subject: string): void => {
    const { occasions, settings, clock, state } = core();
    const fault = occasions.gateway(event, subject);
    if (!fault) return;
    const connection = [...desk().connections].find((one) => one.session === session);
    switch (fault.kind) {
      case 'again': {
        const last = session.kept.at(-1);
        if (!fault.sameSequence) push(session, event, data, settings.replay);
        else if (last) session.send?.(last.frame);
        return;
      }
      case 'close':
        return drop(connection, fault.code);
      case 'reconnect':
        return connection?.send(RECONNECT);
      case 'invalidate':
        if (!fault.resumable) desk().sessions.delete(session.id);
        return invalidate(connection, fault.resumable);
      case 'outage': {
        const guilds = guildsOf(state, session);
        for (const { api } of guilds) {
          push(session, 'GUILD_DELETE', JSON.stringify({ id: api.id, unavailable: true }), settings.replay);
        }
        clock.after(fault.ms, () => {
          for (const guild of guilds) {
            push(session, 'GUILD_CREATE', JSON.stringify(guildCreate(state, guild, session.intents)), settings.replay);
          }
        });
      }
    }
  };

  return {
    dispatch(event, data, to) {
      const { log, settings } = core();
      const whole = JSON.stringify(data);
      for (const session of desk().sessions.values()) {
        if (!wants(session, to)) continue;
        const sees = to.blank === undefined || (session.intents & INTENT.messageContent) !== 0;
        const text = sees ? whole : JSON.stringify(to.blank);
        push(session, event, text, settings.replay);
        disturb(session, event, text, to.subject ?? '');
      }
      log.write('gateway', event, { request: data });
    },
    connected: () => [...desk().connections].filter((one) => one.session !== null).length,
    identifiesLeft: () => desk().identifies,
    closeAll(code) {
      for (const one of desk().connections) drop(one, code);
    },
    reconnectAll() {
      for (const one of desk().connections) one.send(RECONNECT);
    },
    invalidateAll(resumable) {
      if (!resumable) desk().sessions.clear();
      for (const one of desk().connections) invalidate(one, resumable);
    },
    acknowledge(on) {
      desk().acks = on;
    },
    greet(guild) {
      for (const session of desk().sessions.values()) {
        if (!wants(session, { guild: guild.api.id })) continue;
        push(
          session,
          'GUILD_CREATE',
          JSON.stringify(guildCreate(core().state, guild, session.intents)),
          core().settings.replay,
        );
      }
    },
    forgetSessions() {
      desk().sessions.clear();
    },
    upgrade(request, socket, head) {
      const query = new URLSearchParams(request.url?.split('?')[1] ?? '');
      const compression = query.get('compress') ?? 'none';
      server.handleUpgrade(request, socket, head, (client) => {
        if (query.get('v') !== '10') return client.close(4012, 'Invalid API version.');
        if (query.get('encoding') !== 'json' || !isCompression(compression))
          return client.close(4002, 'Unknown encoding.');
        attend(desk(), client, compression, url);
      });
    },
    end() {
      for (const one of desk().connections) one.socket.terminate();
      server.close();
    },
  };
}
