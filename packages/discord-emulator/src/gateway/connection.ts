import type { WebSocket } from 'ws';
import type { Core } from '../context.ts';
import { INTENT } from '../discord-codes.ts';
import { isObject, listOf, numberOf, objectOf, textOf, type JsonObject } from '../json.ts';
import { plainEncoder, streamEncoder, type Compression, type Encoder } from './encoder.ts';
import { guildCreate, guildsOf, memberJson, ready } from './ready-events.ts';
import { missed, openSession, push, type Session } from './session.ts';
import { looksReal } from '../real-token.ts';

/** Bits that need Discord's consent: GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT. */
const PRIVILEGED = INTENT.members | 256 | INTENT.messageContent;
const KNOWN_INTENTS = 0x331ffff;
/** A client may send 120 frames in 60 s (gateway.mdx, "Rate Limiting"). */
const SENDS = { most: 120, withinMs: 60_000 };

/** What the connections of one gateway share. */
export interface Desk {
  readonly core: Core;
  readonly sessions: Map<string, Session>;
  readonly connections: Set<Connection>;
  acks: boolean;
  identifies: number;
}

export interface Connection {
  readonly socket: WebSocket;
  session: Session | null;
  send(frame: unknown): void;
  close(code: number, reason: string): void;
}

/** Speaks gateway v10 with one client, from HELLO until the socket closes. */
export function attend(desk: Desk, socket: WebSocket, compression: Compression, url: () => string): void {
  const { core } = desk;
  const fault = core.occasions.connection();
  let deflate = false;
  const encoder: Encoder =
    compression === 'none' ? plainEncoder(socket, () => deflate) : streamEncoder(socket, compression);
  const sent: number[] = [];
  const connection: Connection = {
    socket,
    session: null,
    send: (frame) => encoder.send(JSON.stringify(frame)),
    close(code, reason) {
      core.log.write('gateway', `closed with ${code} ${reason}`);
      socket.close(code, reason);
    },
  };
  desk.connections.add(connection);

  let stopWaiting = (): void => {};
  /** A client that has not been heard for two intervals is gone: 4009, and it may resume. */
  const expectBeat = (): void => {
    stopWaiting();
    stopWaiting = core.clock.after(2 * core.settings.heartbeatMs, () => connection.close(4009, 'Session timed out.'));
  };

  const greet = (session: Session): void => {
    session.keep();
    session.send = (frame) => encoder.send(frame);
    connection.session = session;
  };

  const identify = (data: JsonObject): void => {
    if (connection.session) return connection.close(4005, 'Already authenticated.');
    if (data['token'] !== core.state.token) {
      const hint = looksReal(textOf(data['token'])) ? ' (a real token does not belong in a local emulator)' : '';
      return connection.close(4004, `Authentication failed.${hint}`);
    }
    const intents = data['intents'];
    if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0)
      return connection.close(4013, 'Invalid intents.');
    if (intents & PRIVILEGED & ~core.settings.privileged) return connection.close(4014, 'Disallowed intents.');
    const shard = data['shard'] === undefined ? [0, 1] : listOf(data['shard']).map(numberOf);
    const [index = -1, count = 0] = shard;
    if (index < 0 || index >= count) return connection.close(4010, 'Invalid shard.');
    desk.identifies -= 1;
    deflate = data['compress'] === true;
    const session = openSession(core.secretWord(), intents, [index, count]);
    desk.sessions.set(session.id, session);
    greet(session);
    const { replay } = core.settings;
    const packed = compression !== 'none' ? `, ${compression}` : deflate ? ', compressed' : '';
    core.log.write('gateway', `IDENTIFY shard ${index} of ${count}, intents ${intents}${packed}`);
    push(session, 'READY', JSON.stringify(ready(core.state, session, url())), replay);
    for (const guild of guildsOf(core.state, session)) {
      const data = guild.available ? guildCreate(core.state, guild, intents) : { id: guild.api.id, unavailable: true };
      push(session, guild.available ? 'GUILD_CREATE' : 'GUILD_DELETE', JSON.stringify(data), replay);
    }
    core.bus.tell({ type: 'state' });
  };

  const resume = (data: JsonObject): void => {
    const session = data['token'] === core.state.token ? desk.sessions.get(textOf(data['session_id'])) : undefined;
    const frames = session && fault?.kind !== 'refuse-resume' ? missed(session, numberOf(data['seq'])) : null;
    if (!session || !frames) {
      core.log.write('gateway', 'RESUME refused: no such session, or its frames are gone');
      return connection.send({ op: 9, d: false, s: null, t: null });
    }
    core.log.write('gateway', `RESUME, ${frames.length} frames replayed`);
    greet(session);
    for (const frame of frames) encoder.send(frame);
    push(session, 'RESUMED', '{}', core.settings.replay);
    core.bus.tell({ type: 'state' });
  };

  const members = (session: Session, data: JsonObject): void => {
    const guild = core.state.guilds.get(textOf(data['guild_id']));
    if (!guild) return;
    const wanted = data['user_ids'] === undefined ? null : [data['user_ids']].flat().map(textOf);
    const prefix = textOf(data['query']).toLowerCase();
    const found = [...guild.members.values()].filter((one) =>
      wanted ? wanted.includes(one.user.id) : one.user.username.toLowerCase().startsWith(prefix),
    );
    const limit = numberOf(data['limit']);
    const chunk = {
      guild_id: guild.api.id,
      members: (wanted || limit === 0 ? found : found.slice(0, limit)).map(memberJson),
      chunk_index: 0,
      chunk_count: 1,
      ...(wanted && { not_found: wanted.filter((id) => !guild.members.has(id)) }),
      ...(typeof data['nonce'] === 'string' && { nonce: data['nonce'] }),
    };
    push(session, 'GUILD_MEMBERS_CHUNK', JSON.stringify(chunk), core.settings.replay);
  };

  const hear = (frame: JsonObject): void => {
    const data = objectOf(frame['d']);
    switch (frame['op']) {
      case 1:
        expectBeat();
        if (desk.acks && fault?.kind !== 'silent') connection.send({ op: 11 });
        return;
      case 2:
      case 6:
        if (fault?.kind === 'close') return connection.close(fault.code, 'closed by the emulator');
        if (frame['op'] === 2) return identify(data);
        return connection.session ? connection.close(4005, 'Already authenticated.') : resume(data);
      case 3:
      case 4:
        return connection.session ? undefined : connection.close(4003, 'Not authenticated.');
      case 8:
        return connection.session ? members(connection.session, data) : connection.close(4003, 'Not authenticated.');
      default:
        return connection.close(4001, 'Unknown opcode.');
    }
  };

  socket.on('message', (raw: Buffer) => {
    const now = core.clock.now();
    sent.push(now);
    while ((sent[0] ?? now) <= now - SENDS.withinMs) sent.shift();
    if (sent.length > SENDS.most) return connection.close(4008, 'Rate limited.');
    // Discord: "if a payload exceeds 4,096 bytes, the connection will be closed with 4002" (gateway.mdx).
    if (raw.length > 4096) return connection.close(4002, 'Payload too large.');
    let frame: unknown;
    try {
      frame = JSON.parse(raw.toString('utf8'));
    } catch {
      return connection.close(4002, 'Decode error.');
    }
    if (!isObject(frame)) return connection.close(4002, 'Decode error.');
    hear(frame);
  });
  socket.on('error', () => {
    // ws reports a broken peer here and then closes; the close below does what is needed.
  });
  socket.on('close', (code) => {
    desk.connections.delete(connection);
    if (connection.session) core.log.write('gateway', `connection ended with ${code}`);
    stopWaiting();
    encoder.close();
    const { session } = connection;
    if (!session) return;
    session.send = null;
    session.keep = core.clock.after(core.settings.resumeMs, () => desk.sessions.delete(session.id));
    // A client that says goodbye (1000, 1001) gives its session up.
    if (code === 1000 || code === 1001) desk.sessions.delete(session.id);
    core.bus.tell({ type: 'state' });
  });
  const hello = { op: 10, d: { heartbeat_interval: core.settings.heartbeatMs, _trace: [] }, s: null, t: null };
  expectBeat();
  if (fault?.kind === 'late-hello') core.clock.after(fault.ms, () => connection.send(hello));
  else connection.send(hello);
}
