import {
  assert,
  array,
  constantFrom,
  dictionary,
  oneof,
  property,
  record,
  string,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it, test } from 'vitest';
import { checkStory } from '../../../src/data/check.ts';
import { commentsOf } from '../../../src/data/yaml/edit-yaml.ts';
import type { StoryFiles } from '../../../src/data/files/read-folder.ts';
import {
  applyRevisions as revised,
  checkRevised,
  dryRun,
  type Change,
  type Fields,
  type Revision,
  type Yaml,
} from '../../../src/data/revisions/revision.ts';
import { filesOf, SMALL_STORY } from '../small-story.ts';

const files = filesOf(SMALL_STORY);
let laid = 0;

const applyRevisions = (given: StoryFiles, revisions: readonly Revision[]): StoryFiles =>
  revised(given, revisions).files;

function revision(part: Partial<Revision> & { change: Change }): Revision {
  laid += 1;
  const fixed = { seq: laid, id: `p${laid}`, story: 'aurelia', act: 'correct', reason: 'It was misheard.' } as const;
  return { ...fixed, was: null, at: '2031-03-17T23:30:00Z', by: 'K. Vale and T. Roan', ...part };
}

const fact = (id: string, fields: Fields, base?: Fields): Change => ({
  on: 'fact',
  id,
  fields,
  ...(base === undefined ? {} : { base }),
});

function textsOf({ yaml }: StoryFiles): Record<string, string> {
  return Object.fromEntries(
    [...yaml].map(([name, stored]) => [name, 'bytes' in stored ? new TextDecoder().decode(stored.bytes) : '']),
  );
}

const changed = (...revisions: Revision[]) => textsOf(applyRevisions(files, revisions));

function storyOf(given: StoryFiles) {
  const checked = checkStory(given);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems, null, 2));
  return checked.story;
}

/** The lines that only one of two texts has. */
function differing(before: string, after: string): { gone: string[]; come: string[] } {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const without = (lines: string[], other: string[]) => lines.filter((line) => !other.includes(line));
  return { gone: without(left, right), come: without(right, left) };
}

describe('a revision', () => {
  it('corrects a field and says what it was, and leaves every other line as it is', () => {
    const correct = revision({
      change: fact('f003', { says: 'About 41 passengers were taken ashore.' }),
      was: 'About 40 passengers were taken ashore.',
    });
    const after = changed(correct);
    expect(differing(SMALL_STORY['facts.yml'] ?? '', after['facts.yml'] ?? '')).toStrictEqual({
      gone: ['  says: About 40 passengers were taken ashore.'],
      come: [
        '  says: About 41 passengers were taken ashore.',
        '  corrected:',
        '    - on: 2031-03-17',
        '      was: About 40 passengers were taken ashore.',
        '      because: It was misheard.',
        '      by: K. Vale and T. Roan',
      ],
    });
    const { facts: _, ...others } = { ...after, facts: after['facts.yml'] };
    expect({ ...others, 'facts.yml': '' }).toStrictEqual({ ...textsOf(files), 'facts.yml': '' });
    expect(storyOf(applyRevisions(files, [correct])).facts.get('f003')?.says).toContain('41');
  });

  it('keeps a comment of the line that changes, above it', () => {
    const after = changed(revision({ change: fact('f001', { when_how: 'stated' }) }));
    expect(differing(SMALL_STORY['facts.yml'] ?? '', after['facts.yml'] ?? '')).toStrictEqual({
      gone: ['  when_how: inferred # the Friday before s1'],
      come: ['  # the Friday before s1', '  when_how: stated'],
    });
  });

  it('is dated by the clock of the story', () => {
    const late = { change: fact('f006', {}), was: 'x', at: '2031-07-01T23:30:00Z' };
    expect(changed(revision(late))['facts/later.yml']).toContain('- on: 2031-07-02');
  });

  it('says nothing of what it was where no notice is due', () => {
    const after = changed(revision({ change: fact('f006', { says: 'The ferry was built in the year 1998.' }) }));
    expect(after['facts/later.yml']?.match(/- on:/g)).toHaveLength(1);
  });

  it('retracts with the reason, and verifies with name and day', () => {
    const rows = [
      revision({ act: 'retract', change: fact('f001', { checked: null }) }),
      revision({ act: 'verify', change: fact('f006', {}), by: '\u202eAna\u200b  Ruiz ' }),
      revision({ act: 'verify', change: fact('f004', {}), by: '' }),
    ];
    const { facts } = storyOf(applyRevisions(files, rows));
    expect(facts.get('f001')).toMatchObject({ status: 'retracted', because: 'It was misheard.' });
    expect(facts.get('f001')).not.toHaveProperty('checked');
    expect(facts.get('f006')?.checked).toStrictEqual({ by: 'Ana Ruiz', on: '2031-03-17' });
    expect(facts.get('f004')?.checked).toStrictEqual({ by: 'the desk', on: '2031-03-17' });
  });

  it('puts a new fact behind the others, its quotation in a block', () => {
    const fields = {
      kind: 'state',
      says: 'The ferry was built in 1998, it is said.',
      status: 'reported',
      cite: [
        { source: 's1', quote: 'The ferry was built in 1998. The pilot had left the ship, the harbour office said.' },
      ],
      supersedes: ['f006'],
    };
    const after = changed(revision({ act: 'update', change: fact('f100', fields) }));
    expect(after['facts.yml']).toBe(`${SMALL_STORY['facts.yml']}- id: f100
  kind: state
  says: The ferry was built in 1998, it is said.
  status: reported
  cite:
    - source: s1
      quote: |-
        The ferry was built in 1998. The pilot had left the ship, the harbour office said.
  supersedes: [ f006 ]
`);
  });

  it('opens another file when no file has room', () => {
    const large = `${SMALL_STORY['facts.yml']}#${'.'.repeat(200_000)}\n`;
    const { 'facts/later.yml': later = '', ...rest } = SMALL_STORY;
    const full = filesOf({ ...rest, 'facts.yml': large, 'facts/later.yml': `${later}#${'.'.repeat(200_000)}\n` });
    const fields = { kind: 'state', says: 'x', status: 'reported' };
    const rows = [1, 2].map((n) => revision({ act: 'add', change: fact(`n${n}`, fields) }));
    const after = textsOf(applyRevisions(full, rows));
    expect(after['facts/desk-1.yml']).toMatch(/^- id: n1\n[^]*\n- id: n2\n/);
    expect(applyRevisions(full, rows).yaml.get('facts.yml')).toBe(full.yaml.get('facts.yml'));
  });

  it('writes a contradiction to both facts and takes it from both', () => {
    const there = storyOf(
      applyRevisions(files, [revision({ change: fact('f006', { contradicts: ['f001', 'f007'] }) })]),
    );
    expect(['f001', 'f007', 'f006'].map((id) => there.facts.get(id)?.contradicts)).toStrictEqual([
      ['f006'],
      ['f006'],
      ['f001', 'f007'],
    ]);
    const gone = revision({ change: fact('f004', { contradicts: null, status: 'reported' }) });
    const other = revision({ change: fact('f003', { status: 'reported' }) });
    expect(storyOf(applyRevisions(files, [gone, other])).facts.get('f003')?.contradicts).toStrictEqual([]);
  });

  it('adds a name once', () => {
    const alias = (name: string, language = 'pt') =>
      revision({ act: 'alias', change: { on: 'who', id: 'mara-teel', language, name } });
    const { who } = storyOf(applyRevisions(files, [alias('Mara T.'), alias('Mara Têl'), alias('Мара', 'sr-Cyrl')]));
    expect(who.get('mara-teel')?.names).toStrictEqual({ pt: ['Mara Têl', 'Mara T.'], 'sr-Cyrl': ['Мара Тил', 'Мара'] });
  });

  it('lets what was deleted by hand be', () => {
    const rows = [
      revision({ change: fact('f999', { says: 'x' }), was: 'y' }),
      revision({ act: 'alias', change: { on: 'where', id: 'nowhere', language: 'en', name: 'x' } }),
    ];
    expect(applyRevisions(files, rows)).toBe(files);
  });

  it('leaves a file alone that cannot be read', () => {
    const broken = filesOf({ ...SMALL_STORY, 'facts.yml': '- id: f003\n  says: "never closed\n' });
    expect(applyRevisions(broken, [revision({ change: fact('f003', { says: 'x' }) })])).toBe(broken);
  });

  it('is not merged into a fact of the same id that somebody wrote into the files', () => {
    const fields = { kind: 'state', says: 'It had rained.', status: 'reported', cite: [{ source: 's1', quote: 'x' }] };
    const add = revision({ act: 'add', change: fact('f006', fields) });
    expect(revised(files, [add]).files).toBe(files);
    expect(checkRevised(files, [add])).toMatchObject({
      problems: [
        { file: `${files.folder}/facts/later.yml`, sourceLine: '- id: f006', code: 'id-taken', mentions: ['f006'] },
      ],
    });
    // Nor into one that was approved before it, though both give the same fields.
    const first = revision({ act: 'add', change: fact('f100', fields) });
    const second = revision({ act: 'update', change: fact('f100', { ...fields, says: 'It had snowed.' }) });
    const { files: once, conflicts } = revised(files, [first, second]);
    expect(conflicts).toMatchObject([{ code: 'id-taken' }]);
    expect(textsOf(once)['facts.yml']).toContain('It had rained.');
    expect(textsOf(once)['facts.yml']).not.toContain('It had snowed.');
  });

  it('is known by what an export has written of it before it was cut off, with the correction that followed', () => {
    const cite = [{ source: 's1', quote: 'The ferry was built in 1998.' }];
    const rows = [
      revision({ act: 'add', change: fact('f100', { kind: 'state', says: 'It is old.', status: 'reported', cite }) }),
      revision({ change: fact('f100', { says: 'It is of 1998.' }, { says: 'It is old.' }), was: 'x' }),
      revision({ act: 'retract', change: fact('f100', {}, { status: 'reported', because: null }) }),
    ];
    const once = revised(files, rows);
    expect(once.conflicts).toStrictEqual([]);
    expect(revised(once.files, rows)).toStrictEqual({ files: once.files, conflicts: [], missing: [] });
    expect(storyOf(once.files).facts.get('f100')).toMatchObject({ says: 'It is of 1998.', status: 'retracted' });
  });

  it('does not overwrite what was edited by hand since, and says both values', () => {
    const fields = { says: 'The ferry dates from 1998.', when: '1998' };
    const row = revision({ change: fact('f006', fields, { says: 'The ferry was built in 1998.', when: '1998' }) });
    const edited = filesOf({
      ...SMALL_STORY,
      'facts/later.yml': (SMALL_STORY['facts/later.yml'] ?? '').replace('was built in 1998.', 'is of 1998.'),
    });
    const { files: written, conflicts } = revised(edited, [row]);
    expect(written).toBe(edited);
    expect(conflicts).toMatchObject([
      { code: 'edited-by-hand', file: `${files.folder}/facts/later.yml`, mentions: ['f006'] },
    ]);
    expect(conflicts[0]?.sourceLine).toContain('is of 1998.');
    for (const value of ['dates from 1998.', 'is of 1998.', 'was built in 1998.']) {
      expect(conflicts[0]?.message).toContain(value);
    }
    // The same row where nobody edited, and an old one, which does not say what it replaced.
    expect(revised(files, [row]).conflicts).toStrictEqual([]);
    expect(
      storyOf(applyRevisions(edited, [revision({ change: fact('f006', fields) })])).facts.get('f006')?.says,
    ).toContain('dates from');
  });

  it('says what it replaces when it is tried', () => {
    const rest = { act: 'correct', reason: null, was: null, at: '2031-03-17T10:00:00Z', by: 'K. Vale' } as const;
    const change = fact('f006', { says: 'The ferry dates from 1998.', when: '1998', contradicts: ['f001'] });
    expect(dryRun(files, [], { ...rest, change }).base).toStrictEqual({
      says: 'The ferry was built in 1998.',
      when: '1998',
    });
  });

  it('is named where its fact was deleted by hand', () => {
    const gone = revision({ change: fact('f999', { says: 'x' }), was: 'y' });
    expect(revised(files, [gone])).toStrictEqual({ files, conflicts: [], missing: [gone] });
  });

  it('is tried with the words of the checker', () => {
    const change = { act: 'correct', change: fact('f002', { words: 'We heard the bell' }), was: null } as const;
    const rest = { reason: null, at: '2031-03-17T10:00:00Z', by: 'K. Vale' };
    expect(dryRun(files, [], { ...change, ...rest })).toHaveProperty('story');
    const wrong = dryRun(files, [], { ...change, ...rest, change: fact('f002', { words: 'We rang the bell' }) });
    expect(wrong).toMatchObject({
      problems: [{ message: 'These words are not in a quote of the fact, sign for sign.' }],
    });
  });
});

const NASTY = [
  '',
  ' ',
  'null',
  '~',
  'true',
  '12:00',
  '# no comment',
  'a # b',
  'a: b',
  '- a',
  '[x',
  '{',
  '&a',
  '*a',
  '!x',
  '%',
  '@',
  '`',
  "it's",
  '"',
  '|-',
  '>',
  'a\nb',
  'a\n\n  b',
  ' a',
  'a ',
  'a\n',
  '\ta',
  'a\r\nb',
  '\0',
  '\u{85}',
  '\u{2028}',
  '\u{feff}',
  '…“x”',
  '🛟',
  '?',
  ':',
  'a:',
  ',',
  'x, y',
  '---',
  '...',
  'a\n---\nb',
  'a\n# b',
  '\ud800',
  '\u200b',
  '\\',
  'a\n \nb',
];
const word: Arbitrary<string> = oneof(constantFrom(...NASTY), string({ unit: 'binary', maxLength: 12 }));
const some = array(word, { maxLength: 3 });
const fieldsOf: Arbitrary<Record<string, Yaml | null>> = record(
  {
    says: word,
    note: oneof(word, constantFrom(null)),
    when_how: oneof(word, constantFrom(null)),
    who: some,
    asks: some,
    words: word,
    figure: record({ value: word, unit: word }),
    cite: array(record({ source: word, quote: word }), { maxLength: 2 }),
    contradicts: array(constantFrom('f001', 'f002', 'f003', 'f004'), { maxLength: 3 }),
    names: dictionary(constantFrom('en', 'pt'), array(word, { minLength: 1, maxLength: 2 }), { minKeys: 1 }),
  },
  { requiredKeys: [] },
);
const STYLES = [
  SMALL_STORY['facts.yml']
    ?.replace('contradicts: [f004]', 'contradicts: [f001]')
    .replace('  status: confirmed\n', '  status: confirmed\n  contradicts: [f003] # both\n'),
  '[]\n',
  '',
  '# nothing yet',
  '[{id: f001, says: x}, # one\n {id: f002, says: "y"}]\n',
  '- {id: f001, says: x} # one\n# two\n- id: f002 # three\n  says: y\n  # four\n\n  who:\n    # five\n    - a # six\n    - b\n# seven',
  '  - id: f001\n    note: >-\n      folded\n      words # no comment\n    cite:\n    - quote: |-\n        a\n\n        # b\n      source: s1\n\n  - id: f003\n    told:\n    says: x',
].map((text) => text ?? '');

type Rows = readonly { id: string; act: 'add' | 'correct' | 'retract'; fields: Fields; was: string | null }[];

/** What becomes of the entries, made apart from the code under test: objects only, no text. */
function expected(text: string, rows: Rows): Record<string, unknown>[] {
  const entries = ((parse(text, { schema: 'failsafe' }) ?? []) as Record<string, unknown>[]).map((entry) =>
    Object.fromEntries(
      Object.entries(entry).map(([name, value]) => [name, value === '' && name === 'told' ? null : value]),
    ),
  );
  const listOf = (entry: Record<string, unknown>): string[] => [
    ...((entry['contradicts'] as string[] | undefined) ?? []),
  ];
  const put = (entry: Record<string, unknown>, list: string[]): void => {
    if (list.length > 0) entry['contradicts'] = list;
    else delete entry['contradicts'];
  };
  for (const { id, act, fields, was } of rows) {
    let entry = entries.find((one) => one['id'] === id);
    if (!entry) {
      if (act !== 'add') continue;
      entry = { id };
      entries.push(entry);
    }
    const before = listOf(entry);
    for (const [name, value] of Object.entries(fields)) {
      if (value === null || (Array.isArray(value) && value.length === 0)) delete entry[name];
      else
        entry[name] = JSON.parse(JSON.stringify(value).toWellFormed(), (_, part: unknown) =>
          typeof part === 'string' ? part.toWellFormed() : part,
        );
    }
    const on = '2031-03-17';
    if (act === 'correct' && was !== null) {
      const told = [...((entry['corrected'] as object[] | undefined) ?? [])];
      const isTold = told.some((one) => 'was' in one && one.was === was.toWellFormed() && 'on' in one && one.on === on);
      if (!isTold) entry['corrected'] = [...told, { on, was: was.toWellFormed(), because: 'why', by: 'A' }];
    }
    if (act === 'retract') Object.assign(entry, { status: 'retracted', because: 'why' });
    const after = listOf(entry);
    for (const other of entries) {
      const name = String(other['id']);
      if (name === id) continue;
      const known = listOf(other);
      if (after.includes(name) && !known.includes(id)) put(other, [...known, id].toSorted());
      if (!after.includes(name) && before.includes(name)) put(other, known.filter((one) => one !== id).toSorted());
    }
  }
  return entries;
}

test('any change of any file leaves what it does not name, keeps all comments, and is the same when laid twice', () => {
  const row = record({
    id: constantFrom('f001', 'f002', 'f003', 'f004'),
    act: constantFrom('add', 'correct', 'retract'),
    fields: fieldsOf,
    was: oneof(constantFrom(null), word),
  });
  const runs = process.env['FACTDESK_FULL'] === '1' ? 20_000 : 200;
  assert(
    property(tuple(constantFrom(...STYLES), array(row, { maxLength: 5 })), ([text, drawn]) => {
      // Nothing is approved of a fact before the fact is there.
      const there = new Set(['f001', 'f002', 'f003', 'f004'].filter((id) => text.includes(`id: ${id}`)));
      const rows = drawn.flatMap((row) => {
        const isNew = row.act === 'add' && !there.has(row.id);
        if (isNew) there.add(row.id);
        if (!there.has(row.id)) return [];
        const { contradicts } = row.fields;
        const known = Array.isArray(contradicts) ? contradicts.filter((id) => there.has(String(id))) : [];
        const links = contradicts === undefined ? {} : { contradicts: known };
        // What is there is not added again, and a new fact says something.
        const act = row.act === 'add' && !isNew ? ('correct' as const) : row.act;
        const needed = isNew ? { says: 'x', cite: [] } : {};
        return [{ ...row, act, fields: { ...needed, ...row.fields, ...links } }];
      });
      const story = filesOf({ 'story.yml': 'timezone: UTC\n', 'facts.yml': text });
      const revisions = rows.map(({ id, act, fields, was }) =>
        revision({ act, change: fact(id, fields), was, reason: 'why', by: 'A' }),
      );
      const once = applyRevisions(story, revisions);
      const written = textsOf(once)['facts.yml'] ?? '';
      expect(parse(written, { schema: 'failsafe' }) ?? []).toEqual(
        expected(text, rows).map((entry) => nothingAsEmpty(entry)),
      );
      const said = (yaml: string) =>
        commentsOf(yaml)
          .map((comment) => comment.text)
          .toSorted();
      expect(said(written)).toStrictEqual(said(text));
      expect(textsOf(applyRevisions(once, revisions))['facts.yml']).toBe(written);
    }),
    { numRuns: runs },
  );
});

/** The library reads a field with nothing behind it as an empty text. */
const nothingAsEmpty = (entry: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, value === null ? '' : value]));
