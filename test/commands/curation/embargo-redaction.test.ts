import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/commands/command.ts';
import { dryRun, type ProposedChange } from '../../../src/commands/curation/context.ts';
import { redactEmbargoed } from '../../../src/commands/curation/embargo-redaction.ts';
import { problemOf, type Problem } from '../../../src/data/model/problem.ts';
import type { DryRun } from '../../../src/data/revisions/revision.ts';
import { BOARD, curating, fill, FOLDER, openDeskOf, STORY, type Curating } from '../../discord/curation-newsroom.ts';
import { ids, textIn, until } from '../../discord/joined-bot.ts';
import { idOf } from '../../discord/press-buttons.ts';

const SNIPPET = 'The North Quay was opened again this morning.';

/** The highest number of the story is under embargo: nothing that is shown tells that it is taken. */
const HELD = `- id: h17
  kind: event
  says: The quay was opened by Jonas Brandt.
  who: [jonas-brandt]
  where: [vessmouth]
  where_how: inferred
  when: 2031-03-17
  when_how: inferred
  status: attributed
  said_by: jonas-brandt
  basis: said
  cite:
    - source: s2
      quote: |-
        ${SNIPPET}
`;

/** The stories of the fixtures, with the second source under embargo for years. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-back-'));
  cpSync(FOLDER, folder, { recursive: true });
  const file = join(folder, STORY, 'sources.yml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(- id: s2\n)/, '$1  embargo: 2041-01-01T00:00:00Z\n'));
  const people = join(folder, STORY, 'facts/people.yml');
  writeFileSync(people, `${readFileSync(people, 'utf8')}\n${HELD}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function answerTo(
  it: Curating,
  options: Record<string, string>,
  written: Record<string, string>,
): Promise<string> {
  const window = await it.reporter.slash('fact propose', { kind: 'event', ...options });
  return textIn((await fill(it.reporter, window.modal, written)).message).replace(/[\w-]{16}\.1/g, '');
}

describe('what is under embargo', () => {
  it('is not found out by proposing: its source, its text, its facts and its people are as good as nowhere', async () => {
    await using it = await curating({ folder });
    const says = 'The quay was opened.';
    // Each beside something that is nowhere at all: but for what was typed, the answers are the same.
    const pairs: readonly (readonly [string, string])[] = [
      [
        await answerTo(it, { source: 's2' }, { says, snippet: SNIPPET }),
        await answerTo(it, { source: 's9' }, { says, snippet: SNIPPET }),
      ],
      [
        await answerTo(it, { source: 's1', contradicts: 'h03' }, { says, snippet: 'after two days of rain' }),
        await answerTo(it, { source: 's1', contradicts: 'h93' }, { says, snippet: 'after two days of rain' }),
      ],
    ];
    // Each proposal has a number of its own.
    const bare = (text: string): string => text.replaceAll(/s2|s9|h03|h93/g, 'X').replaceAll(/`h\d+`/g, '`N`');
    for (const [held, nowhere] of pairs) {
      expect(bare(held)).toBe(bare(nowhere));
      expect(bare(held)).toContain('This story has no “X”');
    }
    const elsewhere = await answerTo(it, { source: 's1' }, { says, snippet: SNIPPET });
    expect(elsewhere).toContain('The quote is not in s1');
    expect(elsewhere).not.toContain('s2');
    expect(it.cards()).toEqual([]);
  });

  it('has its numbers, which a new fact does not take', async () => {
    await using it = await curating({ folder });
    const text = await answerTo(it, { source: 's1' }, { says: 'It had rained.', snippet: 'after two days of rain' });
    expect(text).toContain('It waits for an editor');
    const known = (await it.history?.at(STORY, Temporal.Instant.from('2031-03-16T20:01:00Z')))?.story.facts.size ?? 0;
    expect(text).toContain(`· ${known + 1} facts`);
  });

  it('keeps the highest number, and nothing of its fact comes into the new one', async () => {
    await using it = await curating({ folder });
    const text = await answerTo(it, { source: 's1' }, { says: 'It had rained.', snippet: 'after two days of rain' });
    expect(text).toContain('`h18`');
    for (const held of ['h17', 'Jonas Brandt', '17 March', 'already taken']) expect(text).not.toContain(held);
    await until(() => it.cards().length > 0);
    const [card = null] = it.cards();
    await it.room
      .as(ids.editor)
      .in(BOARD)
      .press(card ?? '', idOf(card, 'Approve'));
    const shown = textIn((await it.reporter.slash('fact show', { fact: 'h18' })).message);
    expect(shown).toContain('It had rained.');
    for (const held of ['h17', 'Jonas Brandt', '17 March']) expect(shown).not.toContain(held);
    const after = await it.history?.at(STORY, Temporal.Instant.from('2031-03-16T20:05:00Z'));
    expect(after?.story.facts.get('h18')).toMatchObject({ says: 'It had rained.', who: [], where: [] });
    expect(after?.story.facts.has('h17')).toBe(false);
  });
});

describe('a number that a fact under embargo takes while a proposal waits', () => {
  it('is refused at the approval without a word of that fact, and an edit gives the next number', async () => {
    const own = mkdtempSync(join(tmpdir(), 'held-later-'));
    cpSync(folder, own, { recursive: true });
    const people = join(own, STORY, 'facts/people.yml');
    const withHeld = readFileSync(people, 'utf8');
    writeFileSync(people, withHeld.replace(HELD, ''));
    await using it = await curating({ folder: own });
    const text = await answerTo(it, { source: 's1' }, { says: 'It had rained.', snippet: 'after two days of rain' });
    expect(text).toContain('`h17`');
    await until(() => it.cards().length > 0);
    writeFileSync(people, withHeld);
    await it.history?.refresh();
    const editor = it.room.as(ids.editor).in(BOARD);
    const [card = null] = it.cards();
    const refused = textIn((await editor.press(card ?? '', idOf(card, 'Approve'))).message);
    expect(refused).toContain('no longer free');
    for (const held of ['Jonas Brandt', 'people.yml', 's2', 'taken']) expect(refused).not.toContain(held);
    expect(await it.store.revisions.list(STORY)).toEqual([]);
    const window = await editor.press(card ?? '', idOf(card, 'Edit'));
    const edited = textIn(
      (await fill(editor, window.modal, { says: 'It had rained.', snippet: 'after two days of rain' })).message,
    );
    expect(edited).toContain('`h18`');
    expect(edited).not.toContain('Jonas Brandt');
    rmSync(own, { recursive: true });
  });
});

/** Every sentence and cure of the checker is another one, and tells the ids that it told. */
function reworded(checked: DryRun): DryRun {
  if (!('problems' in checked)) return checked;
  const problems = checked.problems.map((problem) => {
    const told = problem.mentions.join(' and ');
    return { ...problem, message: `Changed words about ${told}!`, cure: `Look at ${told}.`, sourceLine: told };
  });
  return { ...checked, problems };
}

describe('the sentences of the checker', () => {
  const cite = [{ source: 's1', quote: SNIPPET }];
  const fields = { kind: 'state', says: 'The quay was opened.', status: 'reported', cite };
  const add = (id: string): ProposedChange => ({
    act: 'add',
    change: { on: 'fact', id, fields },
    reason: null,
    was: null,
  });

  it('may change, and tell no more of what is under embargo', async () => {
    const now = Temporal.Instant.from('2031-03-16T20:01:00Z');
    const told = async (stories: string, wanted: ProposedChange): Promise<Problem[]> => {
      const opened = await openDeskOf(undefined, stories);
      const { store, knows } = opened;
      const { history } = knows;
      const index = knows.stories.get(STORY)?.(now);
      if (!history || !index) throw new Error('no story');
      const planted: NonNullable<Desk['history']> = {
        at: async (story, instant) => history.at(story, instant),
        refresh: async () => history.refresh(),
        dryRun: async (story, change) => {
          const checked = await history.dryRun(story, change);
          return checked && reworded(checked);
        },
      };
      const desk = { ...knows, store, history: planted } as Partial<Desk> as Desk;
      const checked = await dryRun({ desk, index, language: 'en', now }, wanted);
      await opened.close();
      return 'problems' in checked ? [...checked.problems] : [];
    };
    const elsewhere = await told(folder, add('h18'));
    expect(elsewhere.map(({ code }) => code)).toEqual(['quote-missing']);
    expect(JSON.stringify(elsewhere)).not.toContain('s2');
    // Without the embargo the planted sentence comes through: it was there to be told.
    const open = await told(FOLDER, add('h18'));
    expect(open).toMatchObject([{ code: 'quote-elsewhere', message: 'Changed words about s1 and s2!' }]);

    // A number that is taken: the same words for a fact that is shown and for one that is not.
    const [hidden, shown] = [await told(folder, add('h17')), await told(folder, add('h15'))].map((problems) =>
      problems.filter(({ code }) => code === 'id-taken').map(({ message, cure }) => `${message} ${cure}`),
    );
    expect(hidden).toHaveLength(1);
    expect(hidden?.[0]?.replaceAll('h17', 'h15')).toBe(shown?.[0]);
    expect(hidden?.[0]).not.toContain('Changed');
  });

  it('may not tell a place in the files', () => {
    const problem = { ...problemOf('/x/facts/people.yml', 'Wrong.', 'Right it.'), line: 12, sourceLine: HELD };
    const story = { sources: new Map(), who: new Map(), where: new Map(), facts: new Map(), questions: new Map() };
    const redacted = redactEmbargoed(problem, add('h18').change, story);
    expect(redacted).toEqual(problemOf('', 'Wrong.', 'Right it.'));
  });
});
