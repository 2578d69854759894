import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drawPlan } from '@factdesk/discord-emulator';
import { noPostgres, startPostgres } from '../../../store/postgres-server.ts';
import { ids, textIn } from '../../joined-bot.ts';
import { idOf } from '../../press-buttons.ts';
import { newsroom, quay, SECOND, STORY, THIRD } from './newsroom.ts';

const folder = mkdtempSync(join(tmpdir(), 'factdesk-spread-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MARK = 'CORRECTED Mon 17 March 2031';
const CHANNELS = [ids.desk, SECOND, THIRD, ids.morning];
type Newsroom = Awaited<ReturnType<typeof newsroom>>;

/** A fact in three answers and in the brief; after it, each of the four messages that show it. */
async function fourMessages(room: Newsroom): Promise<string[]> {
  for (const channel of [ids.desk, SECOND, THIRD]) await room.share(channel);
  await room.run('PT30M');
  await room.it.room.idle();
  const shown = await room.store.shown.of(STORY, 'h03');
  expect(new Set(shown.map(({ channel }) => channel))).toStrictEqual(new Set(CHANNELS));
  expect(shown).toHaveLength(4);
  return shown.map(({ message }) => message);
}

/** Discord renumbers the components of a message with each edit. */
const withoutNumbers = (components: unknown): unknown =>
  JSON.parse(JSON.stringify(components), (key, value: unknown) => (key === 'id' ? undefined : value));

let files = 0;
const newFile = (): { file: string } => {
  files += 1;
  return { file: join(folder, `${files}.db`) };
};

const marked = (room: Newsroom, messages: readonly string[]): string[] =>
  messages.filter((id) => textIn(room.it.room.stored(id)?.message ?? null).includes(MARK));

const notices = (room: Newsroom, channel: string): string[] =>
  room.texts(channel).filter((text) => text.includes('Corrected: '));

describe('a correction', () => {
  it('marks the four messages that showed the error within a minute, and is told once in each channel', async () => {
    await using room = await newsroom({ place: newFile() });
    const messages = await fourMessages(room);
    const before = messages.map((id) => room.it.room.stored(id)?.message.components);
    await room.change('h03', quay);
    await room.run('PT15S', 'PT15S', 'PT15S', 'PT15S');
    expect(marked(room, messages)).toStrictEqual(messages);
    for (const [at, id] of messages.entries()) {
      const [mark, ...rest] = room.it.room.stored(id)?.message.components ?? [];
      expect(mark).toMatchObject({ type: 10, content: expect.stringContaining('opened again in part') });
      expect(withoutNumbers(rest)).toStrictEqual(withoutNumbers(before[at]));
    }
    for (const channel of CHANNELS) {
      expect(notices(room, channel)).toHaveLength(1);
      const told = room.stored(channel).find(({ message }) => textIn(message).includes('Corrected: '));
      expect(messages).toContain(told?.message.message_reference?.message_id);
      expect(told?.pings).toStrictEqual([]);
    }
    expect(room.texts(ids.corrections)).toStrictEqual([]);
    await room.restart();
    await room.run('PT15S', 'PT1H', 'PT8H');
    await Promise.all([room.another().tick(), room.another().tick()]);
    expect(CHANNELS.map((channel) => notices(room, channel).length)).toStrictEqual([1, 1, 1, 1]);
    const edits = room.it.room.log.filter(({ summary }) => summary.startsWith('PATCH /channels'));
    expect(edits).toHaveLength(4);
    expect(await room.store.corrections.openCorrections()).toStrictEqual([]);
    expect(room.reports.filter((report) => 'error' in report)).toStrictEqual([]);
  });

  it('leaves the buttons of a marked answer as they were', async () => {
    await using room = await newsroom();
    const message = await room.share(ids.desk);
    await room.change('h03', quay);
    await room.run('PT15S');
    const shown = room.it.room.stored(message)?.message ?? null;
    expect(textIn(shown)).toContain(MARK);
    const pressed = await room.it.reporter.press(message, idOf(shown, 'Show source'));
    expect(textIn(pressed.message)).toContain('Quay');
  });

  it('lists to the editors, once, what was deleted, what is forbidden and which channel is gone', async () => {
    await using room = await newsroom();
    const messages = await fourMessages(room);
    const at = new Map((await room.store.shown.of(STORY, 'h03')).map(({ channel, message }) => [channel, message]));
    await room.remove(ids.desk, at.get(ids.desk) ?? '');
    room.it.room.change.except(SECOND, room.it.room.state.bot.id, [], ['ReadMessageHistory']);
    room.it.room.change.deleteChannel(THIRD);
    await room.change('h03', quay);
    await room.run('PT15S', 'PT15S', 'PT15S', 'PT15S');
    expect(marked(room, messages)).toStrictEqual([at.get(ids.morning)]);
    await room.run('PT1M', 'PT3M', 'PT9M', 'PT30M', 'PT1H');
    await room.restart();
    await room.run('PT15S', 'PT8H');
    const lists = room.texts(ids.corrections);
    expect(lists).toHaveLength(1);
    for (const said of ['it was deleted', 'may not do that there (50013)', 'cannot see that channel (10003)']) {
      expect(lists[0]).toContain(said);
    }
    expect(lists[0]).toContain(`/channels/${ids.harbour}/${ids.desk}/${at.get(ids.desk)}`);
    // A deleted message does not prevent the notice in its channel.
    expect(notices(room, ids.desk)).toHaveLength(1);
    expect(notices(room, SECOND)).toHaveLength(1);
  });

  it('is not spread of a misspelling, nor to who saw the fact with it', async () => {
    await using room = await newsroom();
    await room.share(ids.desk);
    await room.change('h03', { says: 'The North Quay was opened again!' });
    await room.run('PT15S');
    await room.share(SECOND);
    await room.change('h03', quay);
    await room.share(THIRD);
    await room.run('PT15S', 'PT2M');
    expect([ids.desk, SECOND, THIRD].map((channel) => notices(room, channel).length)).toStrictEqual([1, 1, 0]);
  });

  it('reaches what a process showed that had not heard of it yet', async () => {
    await using room = await newsroom();
    const old = room.story().facts.get('h03')?.version ?? '';
    await room.change('h03', quay);
    await room.run('PT15S');
    const message = await room.share(ids.desk);
    const here = { server: ids.harbour, channel: ids.desk, message, at: room.clock.now() };
    await room.store.shown.add(here, [{ story: STORY, fact: 'h03', version: old }]);
    await room.run('PT15S', 'PT15S', 'PT15S', 'PT15S');
    expect(textIn(room.it.room.stored(message)?.message ?? null)).toContain(MARK);
  });

  it('waits where Discord wants no more edits of old messages for now', async () => {
    const tooMany = { kind: 'answer', status: 400, code: 30_046, message: 'Maximum number of edits' } as const;
    let left = 2;
    const rest = ({ route }: { readonly route: string }) => {
      if (route !== 'PATCH /channels/:channel/messages/:message' || left === 0) return null;
      left -= 1;
      return tooMany;
    };
    await using room = await newsroom({ room: { plan: { rest, gateway: () => null, connection: () => null } } });
    const message = await room.share(ids.desk);
    await room.change('h03', quay);
    await room.run('PT15S', 'PT15S', 'PT15S');
    expect([left, marked(room, [message])]).toStrictEqual([1, []]);
    await room.run('PT45S', 'PT1M');
    expect(marked(room, [message])).toStrictEqual([message]);
    expect(room.texts(ids.corrections)).toStrictEqual([]);
  });

  it('says of a retracted fact that it is not to be used, and puts a second correction over the first', async () => {
    await using room = await newsroom();
    const message = await room.share(ids.desk);
    await room.change('h03', quay);
    await room.run('PT15S');
    await room.change('h03', { status: 'retracted', because: 'The council has withdrawn it.' });
    await room.run('PT15S', 'PT15S');
    const [first, second] = room.it.room.stored(message)?.message.components ?? [];
    expect(first).toMatchObject({ content: expect.stringMatching(/RETRACTED Mon 17 March 2031.*do not use/) });
    expect(second).toMatchObject({ content: expect.stringContaining(MARK) });
    expect(room.texts(ids.desk).filter((text) => text.includes('Retracted: '))).toHaveLength(1);
  });
});

const seed = process.env['FACTDESK_SEED'] ?? '20310317';
const seeds = process.env['FACTDESK_FULL'] === '1' ? 40 : 4;

describe(`a correction while Discord fails (seed ${seed}; FACTDESK_SEED sets another)`, () => {
  it.each(Array.from({ length: seeds }, (_, n) => `${seed}-${n}`))(
    'ends right under the plan %s',
    async (name) => {
      let failing = false;
      const drawn = drawPlan(name, { rest: 0.5, gateway: 0, connection: 0, hangMs: 20 });
      await using room = await newsroom({
        room: {
          plan: {
            // A server that asks for a pause of a second is asked again after a second, by discord.js itself.
            rest: (one) => (failing ? withoutLongPauses(drawn.rest(one)) : null),
            gateway: () => null,
            connection: () => null,
          },
        },
      });
      const messages = await fourMessages(room);
      failing = true;
      await room.change('h03', quay);
      for (let tick = 0; tick < 12; tick += 1) await room.run('PT15S');
      for (let tick = 0; tick < 6; tick += 1) await room.run('PT2M');
      failing = false;
      await room.run('PT5M', 'PT15S');
      expect(marked(room, messages)).toStrictEqual(messages);
      for (const id of messages) {
        expect(textIn(room.it.room.stored(id)?.message ?? null).split(MARK)).toHaveLength(2);
      }
      expect(CHANNELS.map((channel) => notices(room, channel).length)).toStrictEqual([1, 1, 1, 1]);
    },
    60_000,
  );
});

const withoutLongPauses = <Fault extends { readonly kind: string }>(fault: Fault | null): Fault | null =>
  fault !== null && (fault.kind.startsWith('limit') || fault.kind === 'delay') ? null : fault;

describe.skipIf(noPostgres !== null)(`on PostgreSQL${noPostgres === null ? '' : ` (skipped: ${noPostgres})`}`, () => {
  it('a correction is told once by two processes, and not again after a hard stop', async () => {
    const server = await startPostgres();
    {
      await using room = await newsroom({ place: { url: await server.database() } });
      const messages = await fourMessages(room);
      await room.change('h03', quay);
      const others = [room.another(), room.another()];
      room.clock.pass('PT15S');
      await Promise.all(others.map(async (schedule) => schedule.tick()));
      await server.stop('immediate');
      await server.start();
      await room.restart();
      await room.run('PT15S', 'PT2M', 'PT15S', 'PT15S');
      expect(marked(room, messages)).toStrictEqual(messages);
      expect(CHANNELS.map((channel) => notices(room, channel).length)).toStrictEqual([1, 1, 1, 1]);
      const edits = room.it.room.log.filter(({ summary }) => summary.startsWith('PATCH /channels'));
      expect(edits).toHaveLength(4);
    }
    await server.remove();
  });
});
