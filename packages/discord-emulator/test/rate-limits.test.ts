import type { TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { openLimits } from '../src/rest/rate-limits.ts';
import { ids, pair } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();

test('a bucket says what is left of it, and refuses the sixth post with the time to wait', async () => {
  const clock = handClock();
  const emulator = await start({ clock });
  const path = `/channels/${ids.desk}/messages`;
  for (const left of ['4', '3', '2', '1', '0']) {
    const { headers } = await call(emulator, 'POST', path, { content: 'x' });
    expect(headers.get('x-ratelimit-limit')).toBe('5');
    expect(headers.get('x-ratelimit-remaining')).toBe(left);
    expect(headers.get('x-ratelimit-reset-after')).toBe('5.000');
  }
  clock.move(2_000);
  const refused = await call(emulator, 'POST', path, { content: 'x' });
  expect(refused.status).toBe(429);
  expect(refused.json).toEqual({ message: 'You are being rate limited.', retry_after: 3, global: false });
  expect(refused.headers.get('retry-after')).toBe('3');
  expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
  expect((await call(emulator, 'POST', `/channels/${ids.morning}/messages`, { content: 'x' })).status).toBe(200);
  clock.move(3_000);
  expect((await call(emulator, 'POST', path, { content: 'x' })).status).toBe(200);
});

test('51 calls in a second are too many for all of the bot, except answers to interactions', async () => {
  const emulator = await start({ clock: handClock() });
  for (let n = 0; n < 50; n += 1) await call(emulator, 'GET', '/users/@me');
  const refused = await call(emulator, 'GET', '/users/@me');
  expect(refused.status).toBe(429);
  expect(refused.json['global']).toBe(true);
  expect(refused.headers.get('x-ratelimit-global')).toBe('true');
  expect((await call(emulator, 'POST', '/interactions/1/none/callback', { type: 5 })).json['code']).toBe(10062);
});

test('10,001 invalid calls in ten minutes bar the address', () => {
  const clock = handClock();
  const limits = openLimits(clock);
  const barred = (): boolean => limits.barred(401, false) || limits.barred(403, false) || limits.barred(429, false);
  for (let n = 0; n < 3_333; n += 1) expect(barred()).toBe(false);
  // What several share is nobody's own fault, and what is found is no fault at all.
  expect(limits.barred(429, true) || limits.barred(200, false) || limits.barred(404, false)).toBe(false);
  expect(limits.barred(401, false)).toBe(false);
  expect(limits.barred(401, false)).toBe(true);
  clock.move(600_000);
  expect(limits.barred(401, false)).toBe(false);
});

test('discord.js keeps inside the limits: ten posts at once, none refused', async () => {
  await using it = await pair();
  const channel = (await it.client.channels.fetch(ids.desk)) as TextChannel;
  await Promise.all(Array.from({ length: 6 }, (_, n) => channel.send(`${n}`)));
  expect(it.emulator.log.filter((one) => one.kind === 'rest' && one.status === 429)).toEqual([]);
  expect(it.emulator.as(ids.reporter).in(ids.desk).messages()).toHaveLength(6);
});
