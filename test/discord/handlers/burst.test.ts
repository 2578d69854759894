import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startEmulator } from '@factdesk/discord-emulator';
import { ids, requests, textIn } from '../joined-bot.ts';

const MANY = 300;

it(
  `answers ${MANY} questions at once, though they are more work than Discord waits for`,
  { timeout: 120_000 },
  async () => {
    const room = await startEmulator({ settings: { limits: false } });
    const env = { ...process.env, ROOM_API: room.api, ROOM_TOKEN: room.token };
    // A process of its own, as in life: what keeps the bot busy does not keep Discord from listening.
    const child = fork(join(import.meta.dirname, 'busy-child.ts'), { env });
    await once(child, 'message');
    const reporter = room.as(ids.reporter).in(ids.desk);
    const all = await Promise.all(Array.from({ length: MANY }, async () => reporter.slash('busy')));
    expect(all.flatMap(({ reason }) => reason ?? [])).toEqual([]);
    expect(all.filter(({ message }) => textIn(message).includes('done'))).toHaveLength(MANY);
    expect(reporter.messages()).toHaveLength(MANY);
    // Some answers were late and deferred in time: otherwise they would have been lost.
    const late = room.log.filter(({ request }) => JSON.stringify(request ?? null).startsWith('{"type":5'));
    expect(late.length).toBeGreaterThan(0);
    expect(requests(room, /callback/)).toHaveLength(MANY);
    child.kill();
    await once(child, 'exit');
    await room.close();
  },
);
