import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Core, Dispatch, Gateway } from '../core.ts';
import { shardOf } from '../snowflake.ts';
import { attend, type Desk } from './connection.ts';
import { isCompression } from './encoder.ts';
import { push, type Session } from './session.ts';
import { INTENT } from '../codes.ts';

export interface GatewayServer extends Gateway {
  /** Takes over a connection that asks to become a web socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  end(): void;
}

/** The gateway of one room; `core` is asked for late, because the two know each other. */
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
  let dispatched = 0;

  const wants = (session: Session, to: Dispatch): boolean =>
    (to.guild === null ? session.shard[0] === 0 : shardOf(to.guild, session.shard[1]) === session.shard[0]) &&
    (to.intent === undefined || (session.intents & to.intent) !== 0);

  /** What a plan does to a session once it has been sent a dispatch. */
  const disturb = (session: Session, event: string, data: string): void => {
    const { faults, log, settings } = core();
    dispatched += 1;
    const fault = faults?.gateway({ n: dispatched, event });
    if (!fault) return;
    log.write('fault', `${event} (dispatch ${dispatched}): ${JSON.stringify(fault)}`);
    const connection = [...desk().connections].find((one) => one.session === session);
    if (fault.kind === 'again') {
      const last = session.kept.at(-1);
      if (!fault.sameSequence) push(session, event, data, settings.replay);
      else if (last) session.send?.(last.frame);
    } else if (fault.kind === 'close') {
      // Without a close frame the client sees 1006: nobody may send that code.
      if (fault.code === 1006) connection?.socket.terminate();
      else connection?.close(fault.code, 'fault');
    } else if (fault.kind === 'reconnect') {
      connection?.send({ op: 7, d: null, s: null, t: null });
    } else {
      if (!fault.resumable) desk().sessions.delete(session.id);
      connection?.send({ op: 9, d: fault.resumable, s: null, t: null });
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
        disturb(session, event, text);
      }
      log.write('gateway', event, { request: data });
    },
    connected: () => [...desk().connections].filter((one) => one.session !== null).length,
    identifiesLeft: () => desk().identifies,
    closeAll(code) {
      for (const one of desk().connections) {
        if (code === 1006) one.socket.terminate();
        else one.close(code, 'asked for by the room');
      }
    },
    reconnectAll() {
      for (const one of desk().connections) one.send({ op: 7, d: null, s: null, t: null });
    },
    invalidateAll(resumable) {
      if (!resumable) desk().sessions.clear();
      for (const one of desk().connections) one.send({ op: 9, d: resumable, s: null, t: null });
    },
    acknowledge(on) {
      desk().acks = on;
    },
    forgetSessions() {
      desk().sessions.clear();
    },
    upgrade(request, socket, head) {
      const query = new URL(request.url ?? '/', core().origin()).searchParams;
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
