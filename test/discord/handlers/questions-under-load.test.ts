import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/commands/command.ts';
import { ReaderError } from '../../../src/errors.ts';
import { scripted } from '@factdesk/discord-emulator';
import { card, line } from '../sample-commands.ts';
import { bodiesSent, ids, joined, requests, textIn, until } from '../joined-bot.ts';

const CALLBACK = 'POST /interactions/:interaction/:token/callback';
const EDIT = 'PATCH /webhooks/:app/:token/messages/:message';

const SECRET_WORDS = 'the mayor of nowhere';

const command = (name: string, answer: Command['answer'], complete?: Command['autocomplete']): Command => ({
  definition: {
    name,
    description: 'For a test',
    options: [
      { type: 3, name: 'words', description: 'Words', autocomplete: true },
      { type: 5, name: 'share', description: 'Show it to all' },
    ],
  },
  queryOption: 'words',
  answer,
  ...(complete && { autocomplete: complete }),
});

const broken = command(
  'broken',
  () => {
    throw new TypeError(`cannot read ${SECRET_WORDS}`);
  },
  () => {
    throw new TypeError(`cannot complete ${SECRET_WORDS}`);
  },
);
const refusing = command('refusing', () => {
  throw new ReaderError('The 31 of April is not a day. Type another.');
});

describe('a question', () => {
  it('is completed while it is typed, and answered to the asker alone', async () => {
    await using it = await joined();
    const choices = await it.reporter.type('who', 'name', 'edda');
    expect(choices[0]).toEqual({ name: 'Edda Brandt · harbour master, Vessmouth', value: 'edda-brandt' });
    const seen = await it.reporter.slash('who', { name: String(choices[0]?.value) });
    expect(seen.kind).toBe('message');
    expect(textIn(seen.message)).toContain('## Edda Brandt');
    expect(it.reporter.messages()).toHaveLength(1);
    expect(it.editor.messages()).toHaveLength(0);
  });

  it('is answered to all when it is asked so, saying who asked what', async () => {
    await using it = await joined();
    await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    const [shared] = it.editor.messages();
    expect(textIn(shared ?? null)).toContain('Asked by **Mara (reporter)**: /who edda-brandt');
  });

  it('can be asked in a direct message', async () => {
    await using it = await joined();
    const direct = it.room.state.directs.get(ids.reporter) ?? '';
    const seen = await it.room.as(ids.reporter).in(direct).slash('who', { name: 'edda-brandt' });
    expect(textIn(seen.message)).toContain('## Edda Brandt');
  });

  it('pings nobody, whatever is in it', async () => {
    await using it = await joined();
    for (const words of ['@everyone', `<@${ids.editor}>`, `<@&${ids.roles.editors}>`, '[x](https://evil.example)']) {
      const seen = await it.reporter.slash('search', { words, share: true });
      expect(seen.kind).toBe('message');
      expect(it.room.stored(seen.message?.id ?? '')?.pings).toEqual([]);
    }
    const sent = bodiesSent(it.room);
    expect(sent).toHaveLength(4);
    for (const body of sent) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('is answered once when Discord tells of it twice, in either way', async () => {
    for (const sameSequence of [true, false]) {
      const plan = scripted({ 'dispatch INTERACTION_CREATE': [{ kind: 'again', sameSequence }] });
      await using it = await joined({ room: { plan } });
      await it.reporter.slash('who', { name: 'edda-brandt', share: true });
      await it.reporter.slash('who', { name: 'jonas-brandt', share: true });
      expect(it.room.log.filter(({ kind }) => kind === 'fault')).toHaveLength(1);
      expect(it.editor.messages()).toHaveLength(2);
      expect(requests(it.room, /callback/)).toHaveLength(2);
    }
  });

  it('that is longer than its buttons can hold is refused with the reason', async () => {
    await using it = await joined();
    const long = { query: 'a'.repeat(100), from: 'b'.repeat(100), to: 'c'.repeat(100) };
    expect(textIn((await it.reporter.slash('timeline', long)).message)).toContain('This question is too long.');
  });
});

describe('a question that cannot be answered', () => {
  it('is refused with the sentence meant for the asker', async () => {
    await using it = await joined({ more: [refusing] });
    const seen = await it.reporter.slash('refusing', { share: true });
    expect(textIn(seen.message)).toContain('The 31 of April is not a day. Type another.');
    expect(it.editor.messages()).toHaveLength(0);
    expect(it.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('for a reason of ours is answered with one neutral sentence and logged without the words', async () => {
    await using it = await joined({ more: [broken] });
    const seen = await it.reporter.slash('broken', { words: SECRET_WORDS });
    expect(textIn(seen.message)).toContain('Something went wrong here.');
    expect(textIn(seen.message)).not.toContain('nowhere');
    const errors = it.log.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).toContain('TypeError');
    expect(JSON.stringify(it.log)).not.toContain('nowhere');
  });

  it('gets no choices, and the next key does', async () => {
    await using it = await joined({ more: [broken] });
    expect(await it.reporter.type('broken', 'words', SECRET_WORDS)).toEqual([]);
    expect(await it.reporter.type('who', 'name', 'edda')).not.toEqual([]);
    expect(JSON.stringify(it.log)).not.toContain('nowhere');
  });

  it('because the bot no longer knows the command is told so', async () => {
    await using it = await joined({ more: [refusing] });
    await it.bot.stop();
    await using other = await joined({ room: {}, bot: { token: it.room.token, api: it.room.api } });
    expect(other.lost).toEqual([]);
    expect(textIn((await it.reporter.slash('refusing')).message)).toContain('not known here any more');
  });
});

describe('a slow answer', () => {
  const slow = (): { readonly command: Command; readonly finish: (how?: Error) => void } => {
    const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof card>>();
    return {
      command: command('slow', () => promise),
      finish: (error) => (error === undefined ? resolve(card({ title: ['Here at last'] })) : reject(error)),
    };
  };

  it('is announced at once and filled in, as private as it was asked', async () => {
    for (const share of [false, true]) {
      const { command: late, finish } = slow();
      await using it = await joined({ more: [late], bot: { deferAfterMs: 1 } });
      const asked = it.reporter.slash('slow', { share });
      await until(() => requests(it.room, /callback → 20/).length === 1);
      expect(it.editor.messages()).toHaveLength(share ? 1 : 0);
      finish();
      const seen = await asked;
      expect(textIn(seen.message)).toContain('Here at last');
      expect(it.reporter.messages()).toHaveLength(1);
      expect(it.editor.messages()).toHaveLength(share ? 1 : 0);
    }
  });

  it('that fails ends in a sentence', async () => {
    const { command: late, finish } = slow();
    await using it = await joined({ more: [late], bot: { deferAfterMs: 1 } });
    const asked = it.reporter.slash('slow');
    await until(() => requests(it.room, /callback → 20/).length === 1);
    finish(new Error('the disk is full'));
    expect(textIn((await asked).message)).toContain('Something went wrong here.');
  });

  it.each([
    ['fails after the work', { kind: 'applied', status: 502 }],
    ['is cut', { kind: 'cut' }],
    ['is cut after the work', { kind: 'cut-applied' }],
    ['answers half', { kind: 'truncated' }],
    ['fails', { kind: 'answer', status: 500, code: 0, message: '500' }],
  ] as const)('arrives once though the edit %s', async (_how, fault) => {
    const { command: late, finish } = slow();
    await using it = await joined({
      more: [late],
      bot: { deferAfterMs: 1 },
      room: { plan: scripted({ [EDIT]: [fault] }) },
    });
    const asked = it.reporter.slash('slow');
    await until(() => requests(it.room, /callback → 20/).length === 1);
    finish();
    await asked;
    await it.bot.stop();
    expect(it.room.log.filter(({ kind }) => kind === 'fault')).toHaveLength(1);
    expect(it.reporter.messages()).toHaveLength(1);
    expect(textIn(it.reporter.messages()[0] ?? null)).toContain('Here at last');
  });
});

describe('an answer on a bad line', () => {
  it.each([
    ['fails after the work', { kind: 'applied', status: 500 }],
    ['fails', { kind: 'answer', status: 503, code: 0, message: '503' }],
    ['is cut', { kind: 'cut' }],
    ['is cut after the work', { kind: 'cut-applied' }],
    ['is limited', { kind: 'limit', scope: 'shared', afterMs: 100 }],
    ['hangs until it has been repeated', { kind: 'hang', ms: 2_000 }],
  ] as const)('is seen once though the callback %s', async (_how, fault) => {
    await using it = await joined({ room: { plan: scripted({ [CALLBACK]: [fault] }) } });
    const seen = await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    expect(textIn(seen.message)).toContain('## Edda Brandt');
    await it.bot.stop();
    expect(it.room.log.filter(({ kind }) => kind === 'fault')).toHaveLength(1);
    expect(it.editor.messages()).toHaveLength(1);
    expect(it.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });

  it('that comes too late is one line in the log, and nothing more is written', async () => {
    const gone = { kind: 'answer', status: 404, code: 10062, message: 'Unknown interaction' } as const;
    await using it = await joined({ room: { plan: scripted({ [CALLBACK]: [gone] }), settings: { ackMs: 200 } } });
    const seen = await it.reporter.slash('who', { name: 'edda-brandt' });
    expect(seen.kind).toBe('failed');
    await it.bot.stop();
    expect(requests(it.room, /callback|webhooks/)).toHaveLength(1);
    const told = it.log.filter(({ level }) => level === 'warn' || level === 'error');
    expect(told.map(({ message }) => message)).toEqual(['an answer came too late']);
    expect(JSON.stringify(it.log)).not.toContain('edda');
  });

  it('that another bot has already given makes ours say that there are two', async () => {
    const taken = { kind: 'answer', status: 400, code: 40060, message: 'Already acknowledged' } as const;
    await using it = await joined({ room: { plan: scripted({ [CALLBACK]: [taken] }), settings: { ackMs: 200 } } });
    await it.reporter.slash('who', { name: 'edda-brandt' });
    await it.bot.stop();
    expect(requests(it.room, /callback|webhooks/)).toHaveLength(1);
    expect(it.log.map(({ message }) => message)).toContainEqual(expect.stringContaining('does this bot run twice?'));
  });

  it('that Discord will not have is replaced by a sentence', async () => {
    const malformed = { kind: 'answer', status: 400, code: 50035, message: 'Invalid Form Body' } as const;
    await using it = await joined({ room: { plan: scripted({ [CALLBACK]: [malformed] }) } });
    const seen = await it.reporter.slash('who', { name: 'edda-brandt' });
    expect(textIn(seen.message)).toContain('Something went wrong here.');
  });

  it('that is only choices is tried once', async () => {
    const plan = scripted({ [CALLBACK]: [{ kind: 'answer', status: 500, code: 0, message: '500' }] });
    await using it = await joined({ room: { plan, settings: { ackMs: 200 } } });
    await it.reporter.type('who', 'name', 'edda');
    expect(requests(it.room, /callback/)).toHaveLength(1);
    expect(it.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });
});

describe('a burst of questions', () => {
  it('does not wait for the 50 requests a second that Discord does not count here', async () => {
    await using it = await joined({
      bot: { deferAfterMs: 0 },
      more: [command('soon', async () => card({ lead: [line('x')] }))],
    });
    const all = await Promise.all(Array.from({ length: 120 }, () => it.reporter.slash('soon')));
    expect(all.every(({ message }) => textIn(message).includes('Ana Petrova'))).toBe(true);
    expect(it.log.filter(({ message }) => message.includes('rate limit'))).toEqual([]);
  });
});
