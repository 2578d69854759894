import { describe, expect, it } from 'vitest';
import { BOARD, curating, fill, STORY, type Curating } from '../curation-newsroom.ts';
import { ids, textIn, until } from '../joined-bot.ts';
import { idOf, labels } from '../press-buttons.ts';

/** Two sentences of the sources that no fact says yet. */
const RAIN = {
  says: 'It had rained in the hills for two days before the flood.',
  snippet: 'The river Tessel flooded the harbour of Vessmouth on Friday night after two days of rain.',
};

/** Mara proposes a fact, and it waits on the board. */
async function proposed(it: Curating, written = RAIN, options = {}): Promise<void> {
  const window = await it.reporter.slash('fact propose', { kind: 'state', source: 's1', ...options });
  const { message } = await fill(it.reporter, window.modal, written);
  expect(textIn(message)).toContain('It waits for an editor in');
  await until(() => it.cards().length > 0);
}

const card = (it: Curating) => it.cards().at(-1) ?? null;
const onBoard = (it: Curating, user: string) => it.room.as(user).in(BOARD);
const press = async (it: Curating, user: string, label: string) =>
  onBoard(it, user).press(card(it) ?? '', idOf(card(it), label));

describe('a fact that is proposed', () => {
  it('waits in the channel of proposals, as it will be shown, with who wants it', async () => {
    await using it = await curating();
    await proposed(it);
    const text = textIn(card(it));
    expect(text).toContain('Proposed: new fact `h17`');
    expect(text).toContain('Proposed by **Mara');
    expect(text).toContain(RAIN.says);
    expect(text).toContain(RAIN.snippet);
    expect(text).toContain('line 1 · `h17`');
    expect(labels(card(it))).toEqual(['Approve', 'Edit', 'Reject']);
    expect(await it.store.revisions.list(STORY)).toEqual([]);
  });

  it('is in the base once an editor approves it, and its card says who and when', async () => {
    await using it = await curating();
    await proposed(it);
    const answer = await press(it, ids.editor, 'Approve');
    expect(textIn(answer.message)).toContain('is in the base within seconds');
    await until(() => textIn(card(it)).includes('APPROVED by **Tomas'));
    expect(textIn(card(it))).toContain('Sun 16 March 2031, 20\\\\:00');
    expect(labels(card(it))).toEqual([]);
    const { message } = await it.stranger.slash('fact show', { fact: 'h17' });
    expect(textIn(message)).toContain(RAIN.says);
  });

  it('is read by its date, its places and its people, and by who said it', async () => {
    await using it = await curating();
    const said = {
      says: 'She let nobody else set foot on it first.',
      snippet: '“Nobody sets foot on the quay before I do,” she told the Courier.',
    };
    await proposed(it, said, { kind: 'position', speaker: 'harbour master', when: '15 March 2031' });
    const text = textIn(card(it));
    expect(text).toContain('**ATTRIBUTED** · **Edda Brandt**: She let nobody');
    expect(text).toContain('Sat 15 March 2031');
    await press(it, ids.editor, 'Approve');
    const [revision] = await it.store.revisions.list(STORY);
    expect(revision?.change).toMatchObject({ fields: { who: ['vessmouth-courier'], said_by: 'edda-brandt' } });
  });

  it('can be rejected with a reason, which its proposer finds on the card', async () => {
    await using it = await curating();
    await proposed(it);
    const window = await press(it, ids.editor, 'Reject');
    expect(window.kind).toBe('modal');
    await it.restart();
    const told = await fill(onBoard(it, ids.editor), window.modal, { why: 'The hills are not in the source.' });
    expect(textIn(told.message)).toContain('Rejected');
    await until(() => textIn(card(it)).includes('REJECTED'));
    expect(textIn(card(it))).toContain('The hills are not in the source.');
    expect(labels(card(it))).toEqual([]);
  });

  it('can be edited by an editor, who then cannot approve it', async () => {
    await using it = await curating();
    await proposed(it);
    const window = await press(it, ids.editor, 'Edit');
    expect(JSON.stringify(window.modal)).toContain(RAIN.says);
    const says = 'It had rained for two days before the flood.';
    const before = card(it);
    await fill(onBoard(it, ids.editor), window.modal, { ...RAIN, says });
    await until(() => textIn(card(it)).includes(says));
    expect(it.cards()).toHaveLength(1);
    const own = await press(it, ids.editor, 'Approve');
    expect(textIn(own.message)).toContain('Nobody approves what they proposed or wrote themselves');
    expect(await it.store.revisions.list(STORY)).toEqual([]);
    expect(idOf(before, 'Approve')).not.toBe(idOf(card(it), 'Approve'));
    await press(it, ids.administrator, 'Approve');
    const [revision] = await it.store.revisions.list(STORY);
    expect(revision?.change).toMatchObject({ fields: { says } });
  });

  it('can be withdrawn by its proposer only', async () => {
    await using it = await curating();
    const window = await it.reporter.slash('fact propose', { kind: 'state', source: 's1' });
    const { message } = await fill(it.reporter, window.modal, RAIN);
    await until(() => it.cards().length === 1);
    const id = idOf(message, 'Withdraw').split('.')[2] ?? '';
    const other = await it.editor.slash('fact withdraw', { proposal: id });
    expect(textIn(other.message)).toContain('somebody else’s proposal');
    const own = await it.reporter.press(message ?? '', idOf(message, 'Withdraw'));
    expect(own.kind).toBe('update');
    expect(textIn(own.message)).toContain('Withdrawn');
    await until(() => textIn(card(it)).includes('Withdrawn by'));
  });
});

describe('a proposal that the checker would not have', () => {
  const retyped = { ...RAIN, snippet: RAIN.snippet.replace('Friday', 'Thursday') };

  it('is answered at once in the words of the checker, and kept as a draft that nobody else sees', async () => {
    await using it = await curating();
    const window = await it.reporter.slash('fact propose', { kind: 'state', source: 's1' });
    const { message } = await fill(it.reporter, window.modal, retyped);
    const text = textIn(message);
    expect(text).toContain('The quote is not in s1');
    expect(text).toContain('Copy it from the archived text, which reads there');
    expect(text).toContain('nothing that you wrote is lost');
    expect(labels(message)).toEqual(['Edit', 'Withdraw']);
    expect(it.cards()).toEqual([]);
    await it.restart();
    const again = await it.reporter.press(message ?? '', idOf(message, 'Edit'));
    expect(JSON.stringify(again.modal)).toContain('Thursday');
    const mended = await fill(it.reporter, again.modal, RAIN);
    expect(mended.kind).toBe('update');
    expect(textIn(mended.message)).toContain('It waits for an editor in');
    await until(() => it.cards().length === 1);
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['of a source that is not there', { source: 's9' }, RAIN, 'This story has no “s9”'],
    [
      'of a speaker that nobody knows',
      { speaker: 'The Man in the Moon' },
      RAIN,
      'This story has no “The Man in the Moon”',
    ],
    ['of a day that is none', { when: '31 February 2031' }, RAIN, '31 February 2031'],
    ['that disputes nothing', { status: 'disputed' }, RAIN, 'nothing contradicts it'],
    ['that is confirmed by one origin', { status: 'confirmed' }, RAIN, 'confirmed by one origin alone'],
    ['of a figure without its value', { kind: 'figure' }, RAIN, 'the figure is missing'],
  ])('is a draft: %s', async (_what, options, written, sentence) => {
    await using it = await curating();
    const window = await it.reporter.slash('fact propose', { kind: 'state', source: 's1', ...options });
    const { message } = await fill(it.reporter, window.modal, written);
    expect(textIn(message).replaceAll('\\\\', '').replaceAll("'", '&#39;')).toContain(sentence);
    expect(labels(message)).toEqual(['Edit', 'Withdraw']);
    expect(it.cards()).toEqual([]);
  });
});

describe('a fact that the base has already', () => {
  const again = {
    says: 'The New Customs House took people in.',
    snippet: 'The New Customs House on the hill stayed dry and took in people who had to leave.',
  };

  it('is shown first, and the second one is made only if it is wanted all the same', async () => {
    await using it = await curating();
    const window = await it.reporter.slash('fact propose', { kind: 'state', source: 's1' });
    const { message } = await fill(it.reporter, window.modal, again);
    expect(textIn(message)).toContain('Already in the base, and much the same');
    expect(textIn(message)).toContain('`h09`');
    expect(labels(message)).toEqual(['Propose all the same', 'Edit', 'Withdraw']);
    expect(it.cards()).toEqual([]);
    const told = await it.reporter.press(message ?? '', idOf(message, 'Propose all the same'));
    expect(told.kind).toBe('update');
    expect(textIn(told.message)).toContain('It waits for an editor in');
    await until(() => it.cards().length === 1);
  });
});

describe('the menu “Propose as fact”', () => {
  it('takes sentence and snippet from the message, and asks for the rest', async () => {
    await using it = await curating();
    const said = it.editor.say(RAIN.snippet);
    const window = await it.reporter.menu('Propose as fact', said.id);
    expect(window.kind).toBe('modal');
    expect(JSON.stringify(window.modal).split(RAIN.snippet)).toHaveLength(3);
    const { message } = await fill(it.reporter, window.modal, { kind: 'state', source: 's1', ...RAIN });
    expect(textIn(message)).toContain('It waits for an editor in');
  });

  it('is for reporters: nobody else gets the window', async () => {
    await using it = await curating();
    const said = it.editor.say(RAIN.snippet);
    const { message } = await it.stranger.menu('Propose as fact', said.id);
    expect(textIn(message)).toContain('nur Reporter');
  });
});

describe('a press on a card', () => {
  it('of an older version is refused, and changes nothing', async () => {
    await using it = await curating();
    await proposed(it);
    const old = idOf(card(it), 'Approve');
    const window = await press(it, ids.administrator, 'Edit');
    await fill(onBoard(it, ids.administrator), window.modal, { ...RAIN, says: 'It had rained for two days.' });
    await until(() => textIn(card(it)).includes('It had rained for two days.'));
    Object.assign(it.room.stored(card(it)?.id ?? '')?.message ?? {}, {
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Old', custom_id: old }] }],
    });
    const told = await onBoard(it, ids.editor).press(card(it) ?? '', old);
    expect(textIn(told.message)).toContain('an older version');
    expect(await it.store.revisions.list(STORY)).toEqual([]);
  });

  it('is refused for a reporter and for whoever has no role, who sees why', async () => {
    await using it = await curating();
    await proposed(it);
    for (const user of [ids.reporter, ids.stranger]) {
      for (const label of ['Approve', 'Reject']) {
        const told = await press(it, user, label);
        expect(told.kind).toBe('message');
        expect(textIn(told.message)).toMatch(/Only editors|Nur Redakteure|können nur Redakteure/);
      }
    }
    expect(await it.store.revisions.list(STORY)).toEqual([]);
  });

  it('is refused once the role is gone', async () => {
    await using it = await curating();
    await proposed(it);
    await it.store.settings.set('server', ids.harbour, { roles: { reporter: [], editor: [], administrator: [] } });
    const told = await press(it, ids.editor, 'Approve');
    expect(textIn(told.message)).toContain('Only editors');
  });

  it('by two editors at once approves it once, and the other is told who did', async () => {
    await using it = await curating();
    await proposed(it);
    const both = await Promise.all([press(it, ids.editor, 'Approve'), press(it, ids.administrator, 'Approve')]);
    const texts = both.map(({ message }) => textIn(message));
    expect(texts.filter((text) => text.includes('within seconds'))).toHaveLength(1);
    expect(texts.filter((text) => /was approved by|decided already/.test(text))).toHaveLength(1);
    expect(await it.store.revisions.list(STORY)).toHaveLength(1);
  });
});

describe('a card that was not posted', () => {
  it('is posted in the channel that the story has now', async () => {
    await using it = await curating();
    await it.store.curationClaims.claim(STORY, ids.harbour, '999');
    const window = await it.reporter.slash('fact propose', { kind: 'state', source: 's1' });
    await fill(it.reporter, window.modal, RAIN);
    await until(() => it.reports.length > 0);
    expect(it.reports).toMatchObject([{ kind: 'proposal', channel: '999', ending: { is: 'later' } }]);
    await it.store.curationClaims.claim(STORY, ids.harbour, BOARD);
    await it.another().tick();
    expect(it.cards()).toHaveLength(1);
    expect(labels(card(it))).toEqual(['Approve', 'Edit', 'Reject']);
  });
});
