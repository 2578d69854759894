import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Handler } from '../../../src/discord/handlers/handler.ts';
import { componentHandlers, modalHandlers } from '../../../src/discord/handlers/registry.ts';
import { openStore } from '../../../src/store/store.ts';
import { answersAt } from '../unheard-replies.ts';
import { desk, ids } from '../joined-bot.ts';

/**
 * Custom ids as a bot of 16 March 2031 put them on its messages, copied from there and never to be changed: the bot of
 * today must still read them. That bot ran the version of before handlers had a registry.
 */
const WHO = ['1.post.0.0.EVET.tdnarb-adde=eman||BG-ne|08uxxv|ohw.', '1.src.0.1.EVET..', '1.bad..2.EVET..'];
const SHARED = ['1.src.0.0.EVET.tdnarb-adde=eman||BG-ne|08uxxv|ohw.', '1.del..1.EVET..', '1.bad..2.EVET..'];
const TIMELINE = [
  '1.page.-1.0.dSZ5.|BG-ne|08uxxv|enilemit.',
  '1.page.0.1.dSZ5..',
  '1.page.1.2.dSZ5..',
  '1.post.0.3.dSZ5..',
  '1.src.0.4.dSZ5..',
  '1.bad..5.dSZ5..',
];
const MISSED = ['1.post.0.0.nV4Y.tuanortsa eht=eman||BG-ne|08uxxv|ohw.', '1.log..1.nV4Y..', '1.bad..2.nV4Y..'];
const NEAR = [
  '1.ask.-4fG.0.A-x4.robrah=eman||BG-ne|08uxxv|ohw.',
  '1.post.0.1.A-x4..',
  '1.src.0.2.A-x4..',
  '1.log..3.A-x4..',
  '1.bad..4.A-x4..',
];
const WHICH = [
  '1.ask..0.Ku5H.dnarb=eman||BG-ne|08uxxv|ohw.',
  '1.post.0.1.Ku5H..',
  '1.src.0.2.Ku5H..',
  '1.bad..3.Ku5H..',
];
const PASSAGES = ['1.post.0.0.S2sl.tdnarb-adde=eman||BG-ne|08uxxv|0+ohw.'];
const PROPOSE = [
  '1.form..0.yMlU.1s=ecruos|etats=dnik|esoporp=noitca||BG-ne|08uxxv|tcaf.',
  '1.form.says.1.yMlU..',
  '1.form.snippet.2.yMlU..',
  '1.form.when.3.yMlU..',
  '1.form.reason.4.yMlU..',
];
const REJECT = [
  '1.form..0.XxKc.1.1WaxMPunO-2J5ze1=lasoporp|tcejer=noitca|doolf-ruobrah|BG-ne|08uxxv|tcaf.',
  '1.form.why.1.XxKc..',
];

const ASKED_AT = '2031-03-16T20:00:00Z';
const store = await openStore({ file: ':memory:' }, { clock: desk.clock, secret: 'for a test' });
const context = answersAt({ ...desk, store });

const inRows = (customIds: readonly string[]) => [
  { type: 1, components: customIds.map((id) => ({ type: 2, custom_id: id })) },
];

interface Press {
  readonly id: string;
  readonly on?: readonly string[];
  /** What was chosen in a select menu. */
  readonly chosen?: string;
  /** Whether everybody sees the message. */
  readonly shared?: boolean;
}

/** The handler that a custom id reaches, and what it reads there. */
function read<Interaction extends APIMessageComponentInteraction | APIModalSubmitInteraction>(
  interaction: Interaction,
  handlers: readonly Handler<Interaction>[],
) {
  const reached = handlers.filter(({ prefix }) => interaction.data.custom_id.startsWith(prefix));
  expect(reached.length).toBeLessThanOrEqual(1);
  const [handler] = reached;
  if (handler === undefined) return { prefix: null };
  const parsed = handler.parse(interaction, context);
  return 'refused' in parsed
    ? { prefix: handler.prefix, ...parsed }
    : { prefix: handler.prefix, ...parsed, entry: handler.entry(parsed.value) };
}

function pressed({ id, on = [id], chosen, shared = false }: Press) {
  const interaction = {
    user: { id: ids.reporter },
    locale: 'en-GB',
    data: { custom_id: id, component_type: chosen === undefined ? 2 : 3, values: chosen === undefined ? [] : [chosen] },
    message: {
      flags: shared ? 32_768 : 32_832,
      components: inRows(on),
      interaction_metadata: { user: { id: ids.reporter } },
    },
  };
  return read(interaction as unknown as APIMessageComponentInteraction, componentHandlers);
}

function submitted(id: string, fields: Readonly<Record<string, string>>, on: readonly string[] = []) {
  const components = Object.entries(fields).map(([name, value]) => ({
    type: 18,
    component: { type: 4, custom_id: name, value },
  }));
  const interaction = { locale: 'en-GB', data: { custom_id: id, components }, message: { components: inRows(on) } };
  return read(interaction as unknown as APIModalSubmitInteraction, modalHandlers);
}

/** A question as the ids hold it: the instant as text, so that it can be compared. */
const asked = (command: string, options: object, more: object = {}) =>
  expect.objectContaining({
    command,
    options,
    locale: 'en-GB',
    story: null,
    now: expect.toSatisfy((now) => String(now) === ASKED_AT),
    ...more,
  }) as unknown;

describe('a custom id of an earlier version', () => {
  const brandt = asked('who', { name: 'edda-brandt' });
  const timeline = asked('timeline', {});

  it.each<[string, Press, string, object]>([
    ['a page', { id: '1.page.1.2.dSZ5..', on: TIMELINE }, '1.page.', { argument: '1', ask: timeline }],
    ['a page before the first', { id: TIMELINE[0] ?? '', on: TIMELINE }, '1.page.', { argument: '-1', ask: timeline }],
    ['to post it', { id: WHO[0] ?? '', on: WHO }, '1.post.', { argument: '0', ask: brandt, isOwn: true }],
    ['its source', { id: '1.src.0.1.EVET..', on: WHO }, '1.src.', { argument: '0', ask: brandt }],
    ['a wrong answer', { id: '1.bad..2.EVET..', on: WHO }, '1.bad.', { argument: '', ask: brandt }],
    [
      'to delete it',
      { id: '1.del..1.EVET..', on: SHARED, shared: true },
      '1.del.',
      { argument: '', ask: brandt, isSeenByAll: true },
    ],
    [
      'an open question',
      { id: '1.log..1.nV4Y..', on: MISSED },
      '1.log.',
      { argument: '', ask: asked('who', { name: 'the astronaut' }) },
    ],
    [
      'a suggestion',
      { id: NEAR[0] ?? '', on: NEAR },
      '1.ask.',
      { argument: '-4fG', ask: asked('who', { name: 'harbor' }) },
    ],
    [
      'a choice of two',
      { id: WHICH[0] ?? '', on: WHICH, chosen: 'T-p_' },
      '1.ask.',
      { argument: 'T-p_', ask: asked('who', { name: 'brand' }) },
    ],
    [
      'to post the passages of an answer',
      { id: PASSAGES[0] ?? '', on: PASSAGES },
      '1.post.',
      { argument: '0', ask: asked('who', { name: 'edda-brandt' }, { passages: 0 }) },
    ],
  ])('under an answer still means the same: %s', (_what, press, prefix, value) => {
    const entry = `button:${prefix.slice(2, -1)}`;
    expect(pressed(press)).toMatchObject({ prefix, value, entry });
  });

  it.each(['approve', 'edit', 'reject', 'withdraw'])('under a proposal still means the same: %s', (action) => {
    expect(pressed({ id: `deed.${action}.1ez5J2-OnuPMxaW1.1` })).toEqual({
      prefix: 'deed.',
      value: { action, id: '1ez5J2-OnuPMxaW1', version: '1' },
      entry: `button:${action}`,
    });
  });

  it.each(['there', 'again'])('under the notice of an uncertain brief still means the same: %s', (verdict) => {
    expect(pressed({ id: `doubt.${verdict}.AXP3Rv-0_q` })).toEqual({
      prefix: 'doubt.',
      value: { verdict, posting: 'AXP3Rv-0_q' },
      entry: 'button:doubt',
    });
  });

  it('of a modal for feedback still names its message', () => {
    expect(submitted('1.bad.EVET', { expected: ' Somebody else. ' }, WHO)).toMatchObject({
      prefix: '1.bad.',
      value: { ask: brandt, expected: 'Somebody else.' },
      entry: 'form:bad',
    });
  });

  it('of a modal for a draft still names its command, and its fields their options', () => {
    const found = submitted('1.draft.check', { text: 'It rained.', day: '15 March 2031' });
    expect(found).toMatchObject({ prefix: '1.draft.', entry: 'form:check', value: { ask: { command: 'check' } } });
    const written = new Map([
      ['text', 'It rained.'],
      ['day', '15 March 2031'],
    ]);
    expect(found).toMatchObject({ value: { written } });
  });

  it('of a modal of a command still holds the question, and its fields the options', () => {
    const [id = '', says = '', snippet = '', when = '', reason = ''] = PROPOSE;
    const found = submitted(id, { [says]: 'It rained.', [snippet]: 'rain', [when]: '', [reason]: '' });
    const options = { action: 'propose', kind: 'state', source: 's1' };
    expect(found).toMatchObject({
      prefix: '1.form.',
      entry: 'form:fact.propose',
      value: { ask: asked('fact', options) },
    });
    const written = new Map([
      ['says', 'It rained.'],
      ['snippet', 'rain'],
      ['when', ''],
      ['reason', ''],
    ]);
    expect(found).toMatchObject({ value: { written } });
  });

  it('of a modal of a button under a proposal holds the story of the proposal', () => {
    const [id = '', why = ''] = REJECT;
    const options = { action: 'reject', proposal: '1ez5J2-OnuPMxaW1.1' };
    expect(submitted(id, { [why]: 'Not in the source.' })).toMatchObject({
      entry: 'form:fact.reject',
      value: {
        ask: asked('fact', options, { story: 'harbour-flood' }),
        written: new Map([['why', 'Not in the source.']]),
      },
    });
  });
});

describe('a custom id that no version made', () => {
  it.each<[string, Press]>([
    ['a part is missing', { id: '1.page.1.2.dSZ5..', on: TIMELINE.slice(1) }],
    ['its message is another', { id: '1.page.1.2.dSZ5..', on: WHO }],
    [
      'one letter of the question is another',
      { id: '1.src.0.1.EVET..', on: [WHO[0]?.replace('adde', 'edde') ?? '', ...WHO.slice(1)] },
    ],
    ['the action of the proposal is unknown', { id: 'deed.publish.1ez5J2-OnuPMxaW1.1' }],
    ['the proposal has no version', { id: 'deed.approve.1ez5J2-OnuPMxaW1' }],
    ['the verdict is unknown', { id: 'doubt.never.AXP3Rv-0_q' }],
  ])('is refused by its handler: %s', (_what, press) => {
    expect(pressed(press)).toEqual({ prefix: expect.any(String) as string, refused: 'door.stale' });
  });

  it('is refused where everybody sees already what it would post', () => {
    expect(pressed({ id: WHO[0] ?? '', on: WHO, shared: true })).toMatchObject({ refused: 'door.posted' });
  });

  it.each(['1.pages.1.2.dSZ5..', '2.page.1.2.dSZ5..', 'page', ''])('reaches no handler: “%s”', (id) => {
    expect(pressed({ id })).toEqual({ prefix: null });
  });

  it('of a modal is refused by its handler', () => {
    const [id = '', says = ''] = PROPOSE;
    expect(submitted(id, { [says]: 'It rained.', '1.form.snippet.2.aaaa..': '' })).toMatchObject({
      refused: 'door.stale',
    });
    expect(submitted('1.bad.EVET', { expected: 'x' }, TIMELINE)).toMatchObject({ refused: 'door.stale' });
    expect(submitted('1.bad.EVETX', { expected: 'x' }, WHO)).toMatchObject({ refused: 'door.stale' });
    expect(submitted('1.draft.chess', { text: 'x' })).toMatchObject({ refused: 'door.unknown' });
    expect(submitted('1.draft.Check', { text: 'x' })).toMatchObject({ refused: 'door.stale' });
  });
});

describe('the prefixes', () => {
  it.each([
    ['components', componentHandlers.map(({ prefix }) => prefix)],
    ['modals', modalHandlers.map(({ prefix }) => prefix)],
  ])('of %s end with a dot, and none begins another', (_kind, prefixes) => {
    for (const prefix of prefixes) {
      expect(prefix).toMatch(/\.$/);
      expect(prefixes.filter((other) => other.startsWith(prefix))).toEqual([prefix]);
    }
  });
});
