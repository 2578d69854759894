import { createInterface } from 'node:readline';
import { REST } from 'discord.js';
import type { Clock } from '../../../src/clock.ts';
import type { ChannelApi } from '../../../src/discord/delivery/channel-api.ts';
import { restChannelApi } from '../../../src/discord/delivery/rest-channel-api.ts';
import { createScheduler } from '../../../src/discord/jobs/scheduler.ts';
import { openStore } from '../../../src/store/store.ts';
import type { Task, Turn } from './digest-kill.ts';

/**
 * A process of its own that posts briefs with discord.js, to be killed at any moment. Its first line is the task; each line
 * after it sets the clock and asks for one look at it, and is answered by a line.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const lines = createInterface(process.stdin);
const queue = lines[Symbol.asyncIterator]();
const read = async <Value>(): Promise<Value | null> => {
  const next = await queue.next();
  return next.done === true ? null : (JSON.parse(next.value) as Value);
};

say('ready');
const task = await read<Task>();
if (task === null) process.exit(0);

let now = 0;
const clock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now) };
const rest = new REST({ api: task.api, version: '10' }).setToken(task.token);
const outlet = restChannelApi(rest, task.self, () => Promise.resolve(true));

/** The controls: one half of the protocol is taken away, and briefs must double. */
const halved: ChannelApi = {
  ...outlet,
  post: (channel, body, signal) =>
    outlet.post(channel, task.without === 'nonce' ? { ...body, enforce_nonce: false } : body, signal),
  history: (channel, after, limit, signal) =>
    task.without === 'look back'
      ? Promise.resolve({ is: 'read', messages: [] })
      : outlet.history(channel, after, limit, signal),
};

let turn = await read<Turn>();
if (turn === null) process.exit(0);
now = turn.now;
const store = await openStore(task.place, { clock });
const schedule = createScheduler({
  store,
  channelApi: halved,
  clock,
  briefWriter: {
    brief: ({ date }) => {
      const parts = turn?.parts ?? 1;
      const messages = Array.from({ length: parts }, (_, part) => ({
        body: { content: `${date} part ${part + 1} of ${parts}` },
        facts: [{ story: 'kosovo', fact: `f${part}`, version: date }],
      }));
      return Promise.resolve({ messages, memo: date });
    },
    notice: () => Promise.resolve(null),
  },
  report: (report) => 'error' in report && say(`error ${String(report.error)}`),
});

for (; turn !== null; turn = await read<Turn>()) {
  now = turn.now;
  await schedule.tick();
  const last = await store.outbox.last(task.channel);
  say(last?.memo === turn.date ? 'done' : 'open');
}
lines.close();
await store.close();
