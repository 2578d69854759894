import { describe, expect, it } from 'vitest';
import type { ChannelApi } from '../../../src/discord/delivery/channel-api.ts';
import { daily, openDesk, seenIn } from '../digest-desk.ts';
import type { Discord } from '../digest-discord.ts';
import { ids, textIn } from '../joined-bot.ts';
import { newsroom, quay, STORY } from './corrections/newsroom.ts';

const TO_BRIEF = 'PT30M';
const TODAY = '2026-03-02 part 0';
const PNG = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
const galleries = (components: unknown): string[] =>
  [...JSON.stringify(components).matchAll(/"type":12.*?timeline\.png/g)].map(() => 'timeline.png');

type Newsroom = Awaited<ReturnType<typeof newsroom>>;
const brief = (room: Newsroom) => room.stored(ids.morning).map(({ message }) => message);

describe('the picture of a daily brief', () => {
  it('is posted with its first message, and stays when that is marked with a correction', async () => {
    await using room = await newsroom({ draw: () => Promise.resolve(PNG) });
    await room.run(TO_BRIEF);
    const [first, ...rest] = brief(room);
    expect(first?.attachments).toMatchObject([{ filename: 'timeline.png', size: PNG.length }]);
    expect(first?.attachments[0]?.description).toContain('Brief: ');
    expect(galleries(first?.components)).toHaveLength(1);
    expect(rest.flatMap(({ attachments }) => attachments)).toStrictEqual([]);
    // The picture on the first message includes facts of the second.
    const shown = await Promise.all(['h01', 'h13'].map(async (fact) => room.store.shown.of(STORY, fact)));
    for (const places of shown) expect(places.map(({ message }) => message)).toContain(first?.id);
    await room.change('h03', quay);
    await room.run('PT15S');
    const [marked] = brief(room);
    expect(textIn(marked ?? null)).toContain('CORRECTED');
    expect(galleries(marked?.components)).toHaveLength(1);
    expect(marked?.attachments).toHaveLength(1);
  });

  it.each([
    ['cannot be drawn', () => Promise.reject(new Error('no fonts'))],
    ['is not drawn in time', () => new Promise<Uint8Array>(() => {})],
    ['is larger than is kept', () => Promise.resolve(new Uint8Array(300 * 1024 + 1))],
  ])('is left out where it %s', async (_why, draw) => {
    await using room = await newsroom({ draw });
    await room.run(TO_BRIEF);
    const [first] = brief(room);
    expect(textIn(first ?? null)).toContain('Brief: ');
    expect(first?.attachments).toStrictEqual([]);
  });

  it('is left out where the bot may not attach files, or Discord finds it too large', async () => {
    const large = { kind: 'answer', status: 413, code: 40_005, message: 'Request entity too large' } as const;
    for (const forbidden of [true, false]) {
      let failing = false;
      const rest = ({ route }: { readonly route: string }) => {
        const fails = failing && route === 'POST /channels/:channel/messages';
        failing = failing && !fails;
        return fails ? large : null;
      };
      await using room = await newsroom({
        draw: () => Promise.resolve(PNG),
        room: { plan: { rest, gateway: () => null, connection: () => null } },
      });
      if (forbidden) room.it.room.change.except(ids.morning, room.it.room.state.bot.id, [], ['AttachFiles']);
      else failing = true;
      await room.run(TO_BRIEF, 'PT15S', 'PT2M');
      const [first, ...more] = brief(room);
      expect(textIn(first ?? null)).toContain('Brief: ');
      expect([first?.attachments, galleries(first?.components)]).toStrictEqual([[], []]);
      expect(more.filter((message) => textIn(message).includes('ref '))).toHaveLength(more.length);
      expect(new Set(brief(room).map((message) => textIn(message))).size).toBe(brief(room).length);
    }
  });
});

describe('a part with a picture', () => {
  it('comes once, with the same nonce, however its attempts end', async () => {
    for (const fault of ['lost', 'applied', 'late', 'very late', 'refused'] as const) {
      for (const length of [1, 2, 3]) {
        const nonces: unknown[] = [];
        const through = (discord: Discord): ChannelApi => ({
          ...discord,
          post(channel, body, signal, files) {
            nonces.push(body['nonce']);
            return discord.post(channel, body, signal, files);
          },
        });
        let posts = 0;
        const { run, discord } = await openDesk({
          pictures: true,
          through,
          fault: (_n, call) => {
            if (call !== 'post') return null;
            posts += 1;
            return posts <= length ? fault : null;
          },
        });
        await run(TO_BRIEF, 'PT15S', 'PT15S', 'PT30S', 'PT1M', 'PT1M', 'PT2M', 'PT5M');
        expect(seenIn(discord, daily.channel).map((text) => text.replace(' late', ''))).toStrictEqual([TODAY]);
        expect(new Set(nonces).size).toBe(1);
        const [message] = discord.messages;
        // A refusal is followed by words at once, two attempts that came to nothing by words from then on.
        const words = fault === 'refused' ? length % 2 === 1 : fault === 'lost' && length > 1;
        if (words) expect(message?.files).toStrictEqual([]);
        else if (length === 1) expect(message?.files).toStrictEqual(['timeline.png']);
      }
    }
  });
});
