import { describe, expect, it } from 'vitest';
import { BOARD, curating, fill, STORY, type Curating } from '../curation-newsroom.ts';
import { ids, textIn, until } from '../joined-bot.ts';
import { idOf, labels } from '../press-buttons.ts';

const ASKED = 'How high did the water stand in the cellar?';

const idOfQuestion = async (it: Curating): Promise<string> => {
  const [first] = await it.reporter.type('question own', 'question', 'how high');
  return String(first?.value ?? '');
};

describe('an open question', () => {
  it('is logged by anybody, taken over by a reporter, and listed with both', async () => {
    await using it = await curating();
    const told = await it.stranger.slash('question ask', { words: ASKED });
    expect(textIn(told.message)).toContain('Eingetragen');
    await it.reporter.slash('question ask', { words: ASKED });
    await it.reporter.slash('question own', { question: await idOfQuestion(it) });
    const list = textIn((await it.stranger.slash('question list')).message);
    expect(list).toContain(ASKED);
    expect(list).toContain('Mara (reporter)');
    expect(list).toContain('2 Personen wollen es wissen');
    // Of the files:
    expect(list).toContain('Did a sluice stand open');
  });

  it('is answered by a fact, or dropped, by an editor alone, and then no longer open', async () => {
    await using it = await curating();
    await it.reporter.slash('question ask', { words: ASKED });
    const question = await idOfQuestion(it);
    expect(textIn((await it.reporter.slash('question answer', { question, fact: 'h08' })).message)).toContain(
      'Only editors',
    );
    const told = await it.editor.slash('question answer', { question, fact: 'h08' });
    expect(textIn(told.message)).toContain('Answered by `h08`');
    expect(await it.store.questions.get(question)).toMatchObject({ state: 'answered', answer: 'h08' });
    expect(textIn((await it.editor.slash('question drop', { question })).message)).toContain('no longer open');
  });

  it('is answered by the approval of a proposal that names it', async () => {
    await using it = await curating();
    await it.reporter.slash('question ask', { words: ASKED });
    const question = await idOfQuestion(it);
    const window = await it.reporter.slash('fact propose', { kind: 'state', source: 's1', question });
    const answer = await fill(it.reporter, window.modal, {
      says: 'It had rained for two days.',
      snippet: 'after two days of rain',
    });
    expect(textIn(answer.message)).toContain(`It answers the open question: ${ASKED}`);
    await until(() => it.cards().length === 1);
    const card = it.cards()[0] ?? null;
    await it.room
      .as(ids.editor)
      .in(BOARD)
      .press(card ?? '', idOf(card, 'Approve'));
    expect(await it.store.questions.get(question)).toMatchObject({ state: 'answered', answer: 'h17' });
  });

  it('of another server, or one that is made up, is not known here', async () => {
    await using it = await curating();
    const other = await it.store.questions.open({
      story: STORY,
      server: ids.valley,
      channel: '1',
      asks: 'x',
      asker: 'y',
    });
    for (const question of [other, 'nonsense']) {
      expect(textIn((await it.editor.slash('question drop', { question })).message)).toContain('no such open question');
    }
    expect(await it.store.questions.get(other)).toMatchObject({ state: 'open' });
  });
});

describe('a query without an answer', () => {
  const miss = async (it: Curating, asked: string): Promise<unknown> =>
    it.store.feedback.add({
      kind: 'miss',
      story: STORY,
      server: ids.harbour,
      channel: ids.desk,
      command: 'who',
      asked,
      expected: null,
      locale: 'en',
      asker: 'somebody',
    });

  it('is listed for editors alone', async () => {
    await using it = await curating();
    await miss(it, 'Eda B.');
    expect(textIn((await it.editor.slash('question list')).message)).toContain('Eda B.');
    expect(textIn((await it.reporter.slash('question list')).message)).not.toContain('Eda B.');
    expect(await it.reporter.type('question link', 'words', '')).toEqual([]);
    // Not even where an editor shows the list to everybody.
    const own = await it.editor.slash('question list');
    const { message } = await it.editor.press(own.message ?? '', idOf(own.message, 'Post here'));
    expect(textIn(message)).toContain('open question');
    expect(textIn(message)).not.toContain('Eda B.');
  });

  it('becomes a name of somebody once another editor approves it', async () => {
    await using it = await curating();
    await miss(it, 'Еда Бранд');
    const [word] = await it.editor.type('question link', 'words', '');
    const [name] = await it.editor.type('question link', 'name', 'edda');
    const told = await it.editor.slash('question link', {
      words: word?.value ?? '',
      name: name?.value ?? '',
    });
    expect(textIn(told.message)).toContain('**Edda Brandt** will also be found as **Еда Бранд** (sr-Cyrl)');
    expect(labels(told.message)).toEqual(['Withdraw']);
    await until(() => it.cards().length === 1);
    const card = it.cards()[0] ?? null;
    expect(labels(card)).toEqual(['Approve', 'Reject']);
    await it.room
      .as(ids.administrator)
      .in(BOARD)
      .press(card ?? '', idOf(card, 'Approve'));
    const found = await it.reporter.slash('who', { name: 'Еда Бранд' });
    expect(textIn(found.message)).toContain('## Edda Brandt');
    const again = await it.editor.slash('question link', { words: 'Еда Бранд', name: 'edda-brandt' });
    expect(textIn(again.message)).toContain('is found as “Еда Бранд” already');
  });
});
