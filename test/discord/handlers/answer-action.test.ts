import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import { dispatch } from '../../../src/discord/handlers/handler.ts';
import { componentHandlers } from '../../../src/discord/handlers/registry.ts';
import { renderCard } from '../../../src/discord/rendering/render-card.ts';
import type { HandlerContext } from '../../../src/discord/interactions/reply.ts';
import { buildIndex } from '../../../src/search/story-search.ts';
import { openStore } from '../../../src/store/store.ts';
import { scripted } from '@factdesk/discord-emulator';
import { ask, buttonsOf } from '../sample-commands.ts';
import { answersAt } from '../unheard-replies.ts';
import { desk, ids, joined, type Joined, requests, textIn, until } from '../joined-bot.ts';
import { allIds, idOf, labels, long, type Shown } from '../press-buttons.ts';

const EVENING = Temporal.Instant.from('2031-03-16T20:00:00Z');
const clock = { now: () => EVENING };
const store = await openStore({ file: ':memory:' }, { clock, secret: 'for a test' });
afterAll(async () => store.close());

const STORY = 'harbour-flood';
const WHERE = { story: STORY, server: ids.harbour, limit: 100 };

const press = async (
  person: Joined['reporter'],
  message: Shown,
  label: string,
): ReturnType<Joined['reporter']['press']> => person.press(message ?? '', idOf(message, label));

describe('the buttons of an answer', () => {
  it('stand in one order: pages, to post it, its source; what is rare comes last', async () => {
    await using it = await joined({ store });
    const one = await it.reporter.slash('who', { name: 'edda-brandt' });
    expect(labels(one.message)).toEqual(['Post here', 'Show source', 'Wrong answer?']);
    const miss = await it.reporter.slash('who', { name: 'the astronaut' });
    expect(labels(miss.message)).toEqual(['Post here', 'Log as an open question', 'Wrong answer?']);
    const many = await it.reporter.slash('timeline');
    expect(labels(many.message).at(-1)).toBe('Wrong answer?');
  });

  it('ask for nothing to be remembered where there is no store', async () => {
    await using it = await joined();
    const miss = await it.reporter.slash('who', { name: 'the astronaut' });
    expect(labels(miss.message)).toEqual(['Post here']);
  });

  it('are not on an answer that a second asking would change', async () => {
    await using it = await joined({ store });
    const seen = await it.room.as(ids.administrator).in(ids.desk).slash('settings', { theme: 'light' });
    expect(allIds(seen.message)).toEqual([]);
    await it.room.as(ids.administrator).in(ids.desk).slash('settings', { theme: 'dark' });
  });
});

describe('Show source', () => {
  it('shows the snippets in their paragraphs, with the line, to the presser alone', async () => {
    await using it = await joined({ store });
    await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    const [shared = null] = it.editor.messages();
    await it.restart();
    const shown = await press(it.editor, shared, 'Show source');
    expect(shown.kind).toBe('message');
    expect(textIn(shown.message)).toContain('Where it stands in the source');
    expect(textIn(shown.message)).toMatch(/line \d/);
    expect(labels(shown.message)).toEqual(['Post here']);
    expect(it.reporter.messages()).toHaveLength(1);
  });

  it('can be posted, turned and asked again after a restart, and is still the source', async () => {
    await using it = await joined({ store });
    const many = await it.reporter.slash('timeline');
    const source = await press(it.reporter, many.message, 'Show source');
    await it.restart();
    const posted = await press(it.reporter, source.message, 'Post here');
    expect(textIn(posted.message)).toContain('Where it stands in the source');
    expect(textIn(it.editor.messages()[0] ?? null)).toContain('Asked by **Mara (reporter)**: /timeline');
  });

  it('is of the facts of the open page', async () => {
    await using it = await joined({ store });
    const of = async (message: Shown): Promise<string[]> => {
      const source = await press(it.reporter, message, 'Show source');
      return textIn(source.message).match(/`[\w-]+`/g) ?? [];
    };
    const first = await it.reporter.slash('timeline');
    const one = await of(first.message);
    const second = await press(it.reporter, first.message, 'Next');
    const other = await of(second.message);
    expect(one.length).toBeGreaterThan(0);
    expect(other.length).toBeGreaterThan(0);
    expect(one.filter((id) => other.includes(id))).toEqual([]);
    for (const id of other) expect(textIn(second.message)).toContain(id);
  });
});

describe('Log as an open question', () => {
  it('puts what was typed among the open questions of the desk, once', async () => {
    await using it = await joined({ store });
    const miss = await it.reporter.slash('who', { name: 'the astronaut' });
    await it.restart();
    for (const _ of [1, 2]) {
      const told = await press(it.reporter, miss.message, 'Log as an open question');
      expect(textIn(told.message)).toContain('among the open questions of the desk');
      expect(it.editor.messages()).toHaveLength(0);
    }
    const open = (await store.questions.list(WHERE)).filter(({ asks }) => asks === 'the astronaut');
    expect(open).toMatchObject([
      { story: STORY, server: ids.harbour, askers: [{ channel: ids.desk, asker: store.users.hash(ids.reporter) }] },
    ]);
  });

  it('says so when it cannot be kept', async () => {
    const broken = await openStore({ file: ':memory:' }, { clock, secret: 'for a test' });
    await using it = await joined({
      store: {
        ...broken,
        questions: { ...broken.questions, open: () => Promise.reject(new Error('the disk is full')) },
      },
    });
    const miss = await it.reporter.slash('who', { name: 'the astronaut' });
    const told = await press(it.reporter, miss.message, 'Log as an open question');
    expect(textIn(told.message)).toContain('Something went wrong here.');
    expect(JSON.stringify(it.log)).not.toContain('astronaut');
    await broken.close();
  });
});

describe('Wrong answer?', () => {
  const kept = async (): Promise<readonly { readonly expected: string | null }[]> => store.feedback.list(WHERE);

  it('asks what was expected, keeps it for the desk, and thanks', async () => {
    await using it = await joined({ store });
    const seen = await it.reporter.slash('who', { name: 'edda-brandt' });
    const window = await press(it.reporter, seen.message, 'Wrong answer?');
    expect(window.kind).toBe('modal');
    await it.restart();
    const thanks = await it.reporter.submit(window.modal ?? {}, { expected: 'She resigned @everyone on Friday.' });
    expect(thanks.kind).toBe('message');
    expect(textIn(thanks.message)).toContain('Thank you.');
    expect(it.editor.messages()).toHaveLength(0);
    const all = await kept();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      kind: 'wrong',
      command: 'who',
      asked: 'edda-brandt',
      expected: 'She resigned @everyone on Friday.',
      channel: ids.desk,
      asker: store.users.hash(ids.reporter),
    });
    expect(JSON.stringify(it.log)).not.toMatch(/resigned|edda/);
  });

  it('takes a thousand letters and no more', async () => {
    await using it = await joined({ store });
    const seen = await it.reporter.slash('who', { name: 'edda-brandt' });
    const first = await press(it.reporter, seen.message, 'Wrong answer?');
    await it.reporter.submit(first.modal ?? {}, { expected: 'x'.repeat(1_000) });
    expect((await kept()).some(({ expected }) => expected?.length === 1_000)).toBe(true);
    const second = await press(it.reporter, seen.message, 'Wrong answer?');
    await expect(it.reporter.submit(second.modal ?? {}, { expected: 'x'.repeat(1_001) })).rejects.toThrow('too long');
  });

  it('keeps nothing when its message answers something else by then', async () => {
    await using it = await joined({ store });
    const before = (await kept()).length;
    const miss = await it.reporter.slash('who', { name: 'North Quay' });
    const window = await press(it.reporter, miss.message, 'Wrong answer?');
    await press(it.reporter, miss.message, 'North Quay');
    const told = await it.reporter.submit(window.modal ?? {}, { expected: 'a quay' });
    expect(textIn(told.message)).toContain('no longer fits the answer');
    expect(await kept()).toHaveLength(before);
  });

  it('is understood after its page was turned', async () => {
    await using it = await joined({ store });
    const many = await it.reporter.slash('timeline');
    const window = await press(it.reporter, many.message, 'Wrong answer?');
    await press(it.reporter, many.message, 'Next');
    const thanks = await it.reporter.submit(window.modal ?? {}, { expected: 'more' });
    expect(textIn(thanks.message)).toContain('Thank you.');
  });
});

describe('Delete mine', () => {
  const deleted = async (it: Joined, message: Shown): Promise<void> => {
    void press(it.reporter, message, 'Delete mine');
    await until(() => it.room.stored(message?.id ?? '') === undefined);
  };

  it('deletes an answer that was shared at once, for the one who asked', async () => {
    await using it = await joined({ store });
    const shared = await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    expect(labels(shared.message)).toContain('Delete mine');
    await it.restart();
    await deleted(it, shared.message);
    expect(it.editor.messages()).toEqual([]);
  });

  it('deletes an answer that was posted later, for the one who posted it', async () => {
    await using it = await joined({ store });
    const own = await it.reporter.slash('who', { name: 'edda-brandt' });
    expect(labels(own.message)).not.toContain('Delete mine');
    const posted = await press(it.reporter, own.message, 'Post here');
    await deleted(it, posted.message);
    expect(it.editor.messages()).toEqual([]);
  });

  it('is refused to everybody else, administrators too', async () => {
    await using it = await joined({ store });
    const shared = await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    for (const who of [ids.editor, ids.administrator, ids.stranger]) {
      const told = await press(it.room.as(who).in(ids.desk), shared.message, 'Delete mine');
      expect(told.kind).toBe('message');
    }
    expect(textIn(it.editor.messages().at(-1) ?? null)).toContain('Only the person who asked');
    expect(it.room.stored(shared.message?.id ?? '')).toBeDefined();
  });

  it.each([
    ['fails', { kind: 'answer', status: 500, code: 0, message: '500' }],
    ['fails after the work', { kind: 'applied', status: 502 }],
    ['is cut', { kind: 'cut' }],
  ] as const)('succeeds though the request %s', async (_how, fault) => {
    const plan = scripted({ 'DELETE /webhooks/:app/:token/messages/:message': [fault] });
    await using it = await joined({ store, room: { plan } });
    const shared = await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    await deleted(it, shared.message);
    await it.bot.stop();
    expect(it.editor.messages()).toEqual([]);
    expect(it.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });
});

describe('several of one name', () => {
  const several = {
    definition: { name: 'several', description: 'For a test' },
    queryOption: null,
    answer: () => ({
      outcome: 'answer' as const,
      title: ['Thirty fit'],
      lead: [],
      sections: [],
      foot: [],
      entity: null,
      facts: [],
      related: [],
      checks: [],
      suggestions: Array.from({ length: 30 }, (_, n) => ({
        label: 'Edda Brandt',
        note: `harbour master ${n + 1}`,
        ask: { command: 'who', options: { name: n === 4 ? 'jonas-brandt' : `edda-brandt-${n}` } },
      })),
    }),
  };

  const menuOf = (message: Shown): { custom_id: string; options: { value: string; description?: string }[] } => {
    let found: unknown;
    JSON.stringify(message?.components ?? [], (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'type' in value && value.type === 3) found = value;
      return value;
    });
    return found as ReturnType<typeof menuOf>;
  };

  it('are offered in a menu that tells them apart', async () => {
    await using it = await joined();
    const two = await it.reporter.slash('who', { name: 'Brandt' });
    const { custom_id: id, options } = menuOf(two.message);
    expect(options).toMatchObject([
      { label: 'Edda Brandt', description: 'harbour master, Vessmouth' },
      { label: 'Jonas Brandt' },
    ]);
    await it.restart();
    const hit = await it.reporter.select(two.message ?? '', id, [options[1]?.value ?? '']);
    expect(hit.kind).toBe('update');
    expect(textIn(hit.message)).toContain('## Jonas Brandt');
  });

  it('are as many as a menu holds, each with a value of its own', async () => {
    await using it = await joined({ more: [several] });
    const seen = await it.reporter.slash('several');
    const { custom_id: id, options } = menuOf(seen.message);
    expect(options).toHaveLength(25);
    expect(new Set(options.map(({ value }) => value)).size).toBe(25);
    const hit = await it.reporter.select(seen.message ?? '', id, [options[4]?.value ?? '']);
    expect(textIn(hit.message)).toContain('## Jonas Brandt');
  });

  it('are refused when what was chosen is none of them', async () => {
    await using it = await joined({ more: [several] });
    const seen = await it.reporter.slash('several');
    const { custom_id: id, options } = menuOf(seen.message);
    Object.assign(options[0] ?? {}, { value: 'AAAA' });
    const told = await it.reporter.select(seen.message ?? '', id, ['AAAA']);
    expect(textIn(told.message)).toContain('no longer fits the answer');
  });
});

describe('a press', () => {
  it('that Discord tells of twice is answered once', async () => {
    for (const sameSequence of [true, false]) {
      const plan = scripted({ 'dispatch INTERACTION_CREATE': [null, { kind: 'again', sameSequence }] });
      await using it = await joined({ store, room: { plan } });
      const own = await it.reporter.slash('who', { name: 'edda-brandt' });
      await press(it.reporter, own.message, 'Post here');
      await it.reporter.slash('help');
      expect(it.room.log.filter(({ kind }) => kind === 'fault')).toHaveLength(1);
      expect(it.editor.messages()).toHaveLength(1);
      expect(requests(it.room, /callback/)).toHaveLength(3);
    }
  });

  it('in a direct message is answered there', async () => {
    await using it = await joined({ store });
    const direct = it.room.state.directs.get(ids.reporter) ?? '';
    const mara = it.room.as(ids.reporter).in(direct);
    const seen = await mara.slash('who', { name: 'edda-brandt' });
    const source = await press(mara, seen.message, 'Show source');
    expect(textIn(source.message)).toContain('Where it stands in the source');
    const posted = await press(mara, seen.message, 'Post here');
    expect(textIn(posted.message)).toContain('## Edda Brandt');
  });
});

describe('a press on what only another person sees', () => {
  /** Discord sends no such press; a forger might. */
  const forged = (label: string, components: unknown, presser: string): APIMessageComponentInteraction =>
    ({
      id: '1',
      application_id: '2',
      type: 3,
      token: 't',
      version: 1,
      channel: { id: ids.desk, type: 0 },
      guild_id: ids.harbour,
      member: { user: { id: presser, username: 'x' }, permissions: '0', roles: [] },
      app_permissions: '0',
      locale: 'en-GB',
      data: {
        component_type: 2,
        custom_id:
          buttonsOf({ components: components as [] }).find((one) => one.label === label)?.id ?? '1.del..0.aaaa..',
      },
      message: { flags: 64 | 32_768, components, interaction_metadata: { user: { id: ids.reporter } } },
    }) as unknown as APIMessageComponentInteraction;

  const answers: HandlerContext = answersAt({ ...desk, store });

  it('changes nothing of theirs, and is answered to the presser alone', async () => {
    const asked = { ...ask({}, 'timeline'), from: { ...ask().from, channel: ids.desk } };
    const command = answers.commands.get('timeline');
    if (command === undefined) throw new Error('no /timeline');
    const { components } = renderCard(await command.answer(asked, answers.desk), asked);
    for (const [presser, update] of [
      [ids.reporter, true],
      [ids.stranger, false],
    ] as const) {
      const { reply, shared } = dispatch(forged('Next', components, presser), componentHandlers, answers);
      expect(shared).toBe(false);
      expect(await reply).toMatchObject({ update, message: { flags: 64 | 32_768 } });
    }
  });

  it('deletes nothing, for there is nothing to delete: the button is not on it', async () => {
    const { reply } = dispatch(forged('Delete mine', [], ids.stranger), componentHandlers, answers);
    expect(JSON.stringify(await reply)).toContain('no longer fits the answer');
  });
});

describe('an id that shows another story than the channel asks about', () => {
  const index = desk.stories.get(STORY)?.(EVENING);
  if (index === undefined) throw new Error('the story of the fixtures is not there');
  const other = { ...index.story, id: 'other-story', title: 'Another story' };
  const stories = new Map([[other.id, () => buildIndex(other)]]);

  it('is refused once the story of the channel was changed', async () => {
    const own = await openStore({ file: ':memory:' }, { clock, secret: 'for a test' });
    await using it = await joined({ store: own, stories });
    await own.settings.set('channel', ids.desk, { story: STORY });
    const first = await it.reporter.slash('timeline');
    const next = await press(it.reporter, first.message, 'Next');
    expect(next.kind).toBe('update');
    await own.settings.set('channel', ids.desk, { story: other.id });
    for (const label of ['Previous', 'Post here', 'Show source']) {
      const told = await press(it.reporter, next.message, label);
      expect(textIn(told.message)).toContain('no longer fits the answer');
    }
    const window = await press(it.reporter, next.message, 'Wrong answer?');
    const told = await it.reporter.submit(window.modal ?? {}, { expected: 'x' });
    expect(textIn(told.message)).toContain('no longer fits the answer');
    expect(it.editor.messages()).toEqual([]);
    await own.close();
  });

  it('is refused in another server, where another story is set', async () => {
    const own = await openStore({ file: ':memory:' }, { clock, secret: 'for a test' });
    await using it = await joined({ store: own, stories, more: [long] });
    await own.settings.set('server', ids.harbour, { story: STORY });
    await own.settings.set('server', ids.valley, { story: other.id });
    const here = await it.reporter.slash('who', { name: 'edda-brandt' });
    const there = it.room.as(ids.stranger).in(ids.valleyDesk);
    const seen = await there.slash('help');
    expect(seen.kind).toBe('message');
    Object.assign(it.room.stored(seen.message?.id ?? '')?.message ?? {}, { components: here.message?.components });
    const told = await there.press(seen.message ?? '', idOf(here.message, 'Post here'));
    expect(textIn(told.message)).toContain('passt nicht mehr zur Antwort');
    await own.close();
  });
});

describe('/forget-me', () => {
  it('answers the asker alone, without a button that would do it again, though answers are shared here', async () => {
    await using it = await joined({ store });
    await store.settings.set('channel', ids.desk, { share: true });
    const miss = await it.editor.slash('who', { name: 'the deep-sea diver' });
    await press(it.editor, miss.message, 'Log as an open question');
    const before = it.reporter.messages().length;
    const told = await it.editor.slash('forget-me');
    await store.settings.set('channel', ids.desk, { share: null });
    expect(textIn(told.message)).toContain('1 open question of the desk is no longer tied to you');
    expect(allIds(told.message)).toEqual([]);
    expect(it.reporter.messages()).toHaveLength(before);
  });
});
