import { describe, expect, it } from 'vitest';
import { BOARD, curating, fill, STORY, type Curating } from '../curation-newsroom.ts';
import { ids, textIn, until } from '../joined-bot.ts';
import { idOf, labels } from '../press-buttons.ts';

const WHY = 'The council gave another number.';

const card = (it: Curating) => it.cards().at(-1) ?? null;
const press = async (it: Curating, user: string, label: string) =>
  it.room
    .as(user)
    .in(BOARD)
    .press(card(it) ?? '', idOf(card(it), label));

/** Mara asks for a change, fills in its window, and it waits on the board. */
async function wanted(it: Curating, act: string, options: Record<string, string>, written: Record<string, string>) {
  const window = await it.reporter.slash(`fact ${act}`, options);
  expect(window.kind).toBe('modal');
  const answer = await fill(it.reporter, window.modal, written);
  await until(() => it.cards().length > 0);
  return { window: JSON.stringify(window.modal), text: textIn(answer.message) };
}

const recordOf = async (it: Curating, fact: string, who = it.editor): Promise<string> =>
  textIn((await who.slash('fact show', { fact })).message).replaceAll('\\\\', '');

describe('a correction', () => {
  const SNIPPET = 'Two boats were torn from the quay';

  it('begins with the fact as it is, and shows the words that go and those that come', async () => {
    await using it = await curating();
    const { window } = await wanted(
      it,
      'correct',
      { fact: 'h02' },
      {
        says: 'The North Quay stays closed until the water is gone.',
        snippet:
          'Harbour master Edda Brandt said that the North Quay had been closed since then and would stay so until the water was gone.',
        when: '2031-03-14/..',
        reason: WHY,
      },
    );
    expect(window).toContain('The North Quay is closed until the water is gone.');
    expect(window).toContain('would stay so until the water was gone.');
    const text = textIn(card(it));
    expect(text).toContain('Proposed: correction of `h02`');
    expect(text).toContain('Sentence: The North Quay ~~is~~ __stays__ closed until the water is gone.');
    expect(text).toContain(`Reason: ${WHY}`);
    await press(it, ids.editor, 'Approve');
    const record = await recordOf(it, 'h02');
    expect(record).toContain('The North Quay stays closed');
    expect(record).toMatch(/correction by \*\*Mara \(reporter\)\*\*, \*\*Tomas \(editor\)\*\*/);
    expect(record).toContain(`Reason: ${WHY}`);
    expect(record).toContain('~~is~~ __stays__');
    expect(record).toContain(SNIPPET.length > 0 ? 'in the base' : '');
  });

  it('without any change is not made', async () => {
    await using it = await curating();
    const window = await it.reporter.slash('fact correct', { fact: 'h03' });
    const { message } = await fill(it.reporter, window.modal, {
      says: 'The North Quay was opened again.',
      snippet: 'The North Quay was opened again this morning.',
      when: '2031-03-16',
      reason: WHY,
    });
    expect(textIn(message)).toContain('there is nothing to propose');
    expect(it.cards()).toEqual([]);
  });

  it('cannot be approved once the fact was changed by another one; written anew it can', async () => {
    await using it = await curating();
    const anew = (says: string) => ({
      says,
      snippet: 'The North Quay was opened again this morning.',
      when: '2031-03-16',
      reason: WHY,
    });
    await wanted(it, 'correct', { fact: 'h03' }, anew('The North Quay was reopened.'));
    const first = card(it);
    const window = await it.reporter.slash('fact correct', { fact: 'h03' });
    await fill(it.reporter, window.modal, anew('The North Quay opened again.'));
    await until(() => it.cards().length === 2);
    await press(it, ids.editor, 'Approve');
    const told = await it.room
      .as(ids.editor)
      .in(BOARD)
      .press(first ?? '', idOf(first, 'Approve'));
    expect(textIn(told.message)).toContain('was changed since this was proposed');
    expect(await it.store.revisions.list(STORY)).toHaveLength(1);
  });

  it('of a fact that is not there is told so', async () => {
    await using it = await curating();
    const told = await it.reporter.slash('fact correct', { fact: 'h99' });
    expect(textIn(told.message)).toContain('No fact of this story has the id “h99”');
  });
});

describe('an update', () => {
  it('is a new fact that overtakes the old one, which stays', async () => {
    await using it = await curating();
    await wanted(
      it,
      'update',
      { fact: 'h12', source: 's2' },
      {
        says: 'Edda Brandt opened the North Quay.',
        snippet: 'The North Quay was opened again this morning.',
        reason: WHY,
      },
    );
    const text = textIn(card(it));
    expect(text).toContain('new fact `h17`');
    expect(text).toContain('It overtakes');
    await press(it, ids.editor, 'Approve');
    expect(await recordOf(it, 'h12')).toContain('It is overtaken by');
    expect(await recordOf(it, 'h17')).toContain('It overtakes');
  });
});

describe('a retraction', () => {
  it('takes two editors, and the card says how many have approved', async () => {
    await using it = await curating();
    await wanted(it, 'retract', { fact: 'h03' }, { reason: 'The quay is still closed.' });
    expect(textIn(card(it))).toContain('2 editors have to approve this.');
    const first = await press(it, ids.editor, 'Approve');
    expect(textIn(first.message)).toContain('one more editor has to approve');
    await until(() => textIn(card(it)).includes('Approved by 1 of 2: **Tomas'));
    expect(labels(card(it))).toEqual(['Approve', 'Edit', 'Reject']);
    const again = await press(it, ids.editor, 'Approve');
    expect(textIn(again.message)).toContain('The second editor has to be somebody else');
    expect(await it.store.revisions.list(STORY)).toEqual([]);
    await press(it, ids.administrator, 'Approve');
    await until(() => textIn(card(it)).includes('APPROVED by **Tomas'));
    const record = await recordOf(it, 'h03');
    expect(record).toContain('RETRACTED, do not use');
    expect(record).toContain('The quay is still closed.');
  });
});

describe('a verification', () => {
  it('signs the fact with the day and the editor', async () => {
    await using it = await curating();
    await wanted(it, 'verify', { fact: 'h03' }, { reason: 'Rang the harbour office.' });
    await press(it, ids.editor, 'Approve');
    const record = await recordOf(it, 'h03');
    expect(record).toContain('Last verified by Tomas');
    expect(record).toContain('0 days ago');
  });

  it('as confirmed takes a second proof and two editors', async () => {
    await using it = await curating();
    const window = await it.reporter.slash('fact verify', { fact: 'h03', status: 'confirmed' });
    const { message } = await fill(it.reporter, window.modal, { reason: 'Rang the harbour office.' });
    expect(textIn(message)).toContain('confirmed by one origin alone');
  });
});

describe('the record of a fact', () => {
  it('tells where it was shown to editors alone', async () => {
    await using it = await curating();
    await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    await until(() => it.room.log.length > 0);
    await it.restart();
    expect(await recordOf(it, 'h12')).toContain(`<#${ids.desk}>: Sun 16 March 2031`);
    expect(await recordOf(it, 'h12', it.reporter)).not.toContain('Where it was shown');
    expect(await recordOf(it, 'h12', it.stranger)).not.toContain('gezeigt');
  });

  it('shows what it is in dispute with, and what waits, to those who may know', async () => {
    await using it = await curating();
    expect(await recordOf(it, 'h04', it.stranger)).toContain('h05');
    await wanted(it, 'retract', { fact: 'h04' }, { reason: WHY });
    expect(await recordOf(it, 'h04', it.reporter)).toContain('retraction, proposed by **Mara');
    expect(await recordOf(it, 'h04', it.stranger)).not.toContain('Rückzug');
  });

  it('is found by its id or its words while that is typed', async () => {
    await using it = await curating();
    expect((await it.reporter.type('fact show', 'fact', 'h03'))[0]?.value).toBe('h03');
    expect((await it.reporter.type('fact show', 'fact', 'opened again')).map(({ value }) => value)).toContain('h03');
  });

  it('can be posted, and its pages turned, after a restart', async () => {
    await using it = await curating();
    const { message } = await it.editor.slash('fact show', { fact: 'h04' });
    await it.restart();
    const { message: posted } = await it.editor.press(message ?? '', idOf(message, 'Post here'));
    expect(textIn(posted)).toContain('The record of');
    await it.restart();
    const own = await it.editor.slash('fact show', { fact: 'h04' });
    expect(textIn(own.message)).toContain('Where it was shown to everybody');
    const shared = await it.editor.slash('fact show', { fact: 'h04', share: true });
    expect(textIn(shared.message)).not.toContain('Where it was shown to everybody');
  });
});

describe('the list of what waits', () => {
  it('is for reporters: what is open, and their own drafts', async () => {
    await using it = await curating();
    await wanted(it, 'retract', { fact: 'h03' }, { reason: WHY });
    const window = await it.reporter.slash('fact propose', { kind: 'state', source: 's1' });
    await fill(it.reporter, window.modal, { says: 'A draft.', snippet: 'These words are nowhere.' });
    const list = textIn((await it.reporter.slash('fact list')).message);
    expect(list).toContain('1 proposal waits for an editor');
    expect(list).toContain('Your drafts');
    expect(list).toContain('A draft.');
    expect(textIn((await it.editor.slash('fact list')).message)).not.toContain('A draft.');
    expect((await it.editor.type('fact approve', 'proposal', 'retract')).map(({ name }) => name)).toEqual([
      'retraction h03',
    ]);
    expect(await it.stranger.type('fact approve', 'proposal', '')).toEqual([]);
  });
});
