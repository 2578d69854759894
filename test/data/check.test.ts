import { describe, expect, test } from 'vitest';
import { checkStory } from '../../src/data/check.ts';
import { inflict, type Damage } from './damage.ts';
import { DATES_AND_FILES } from './damages/dates-and-files.ts';
import { FIELDS } from './damages/fields.ts';
import { QUOTATIONS } from './damages/quotations.ts';
import { RULES } from './damages/rules.ts';
import { YAML } from './damages/yaml.ts';
import { filesOf, SMALL_STORY } from './small-story.ts';

const ALL: Readonly<Record<string, readonly Damage[]>> = {
  quotations: QUOTATIONS,
  YAML,
  fields: FIELDS,
  'the rules of the desk': RULES,
  'dates and files': DATES_AND_FILES,
};

const problemsOf = (texts: Readonly<Record<string, string | Uint8Array>>) => {
  const checked = checkStory(filesOf(texts));
  return 'problems' in checked ? checked.problems : [];
};

test('a story without mistakes passes: what the damages are measured against', () => {
  expect(problemsOf(SMALL_STORY)).toEqual([]);
});

test('there are damages enough to call the checker tried', () => {
  expect(Object.values(ALL).flat().length).toBeGreaterThanOrEqual(100);
});

describe.each(Object.entries(ALL))('%s', (_group, damages) => {
  test.each(damages.map((damage) => [damage.name, damage] as const))(
    '%s is reported at its own place, and nothing else is',
    (_name, damage) => {
      const { problems, expected } = inflict(damage);
      const [main, ...others] = problems.toSorted(
        (a, b) => Number(b.message === expected.message) - Number(a.message === expected.message),
      );
      expect(main).toMatchObject(expected);
      expect(main?.cure).toMatch(/\S/);
      expect(main?.cure).toBe(damage.cure ?? main?.cure);
      expect(others.map(({ message }) => message)).toEqual(damage.also ?? []);
    },
  );
});

test('all mistakes are told at once, across all files, in the order of reading', () => {
  const texts = {
    ...SMALL_STORY,
    'facts.yml': (SMALL_STORY['facts.yml'] ?? '')
      .replace('who: [harbour-office]', 'whom: [harbour-office]')
      .replace('in fog off Port', 'in smog off Port')
      .replace('told: coast-radio', 'told: coast-tv'),
    'where.yml': (SMALL_STORY['where.yml'] ?? '').replace('38.7', '380.7'),
    'story.yml': 'title: "Never closed\n',
  };
  expect(problemsOf(texts).map(({ file, line, message }) => `${file}:${line} ${message.slice(0, 38)}`)).toEqual([
    "aurelia/facts.yml:5 There is no field called 'whom' in a f",
    'aurelia/facts.yml:17 The quote is not in s1: the quote has ',
    "aurelia/facts.yml:28 There is no 'coast-tv': an entry of wh",
    'aurelia/story.yml:1 The quotation mark that is opened here',
    "aurelia/where.yml:6 'lat' cannot be '380.7'.",
  ]);
});

test('a mistake in one field does not hide the mistakes in the other fields of the same fact', () => {
  const facts = (SMALL_STORY['facts.yml'] ?? '')
    .replace('kind: event', 'kind: evnt')
    .replace('where: [port-sillan]', 'where: [port-sillen]')
    .replace('when: 2031-03-14', 'when: 2031-03-32');
  expect(problemsOf({ ...SMALL_STORY, 'facts.yml': facts }).map(({ line }) => line)).toEqual([3, 6, 8]);
});

test('a file that cannot be read is told once, and nobody is accused of pointing into it', () => {
  const problems = problemsOf({ ...SMALL_STORY, 'who.yml': '- id: "mara-teel\n' });
  expect(problems.map(({ file }) => file)).toEqual(['aurelia/who.yml']);
});

describe('files', () => {
  test.each(['story.yml', 'sources.yml', 'who.yml', 'where.yml', 'questions.yml'])('%s is missed by name', (name) => {
    const texts = Object.fromEntries(Object.entries(SMALL_STORY).filter(([other]) => other !== name));
    expect(problemsOf(texts)).toMatchObject([{ file: `aurelia/${name}`, line: 1, message: 'The file is missing.' }]);
  });

  test('facts may stand in facts/ alone', () => {
    const { 'facts.yml': facts = '', ...others } = SMALL_STORY;
    expect(problemsOf({ ...others, 'facts/first.yml': facts })).toEqual([]);
    expect(problemsOf(others).some(({ file }) => file === 'aurelia/facts.yml')).toBe(false);
    const without = Object.fromEntries(Object.entries(others).filter(([name]) => !name.startsWith('facts')));
    expect(problemsOf(without)).toContainEqual(
      expect.objectContaining({ file: 'aurelia/facts.yml', message: 'The file is missing.' }),
    );
  });

  test('a file under another name is not passed over in silence', () => {
    expect(problemsOf({ ...SMALL_STORY, 'fact.yml': '[]', 'facts/more.yaml': '[]' })).toMatchObject([
      {
        file: 'aurelia/fact.yml',
        message: "A story has no file called 'fact.yml'.",
        cure: "Did you mean 'facts.yml'?",
      },
      { file: 'aurelia/facts/more.yaml', cure: "Did you mean 'facts/more.yml'?" },
    ]);
  });

  test('a file that is no list, or holds nothing but comments', () => {
    const damaged = problemsOf({ ...SMALL_STORY, 'questions.yml': 'q1: How many?\n' });
    expect(damaged).toMatchObject([{ file: 'aurelia/questions.yml', line: 1, message: 'This file must be a list.' }]);
    const { 'facts.yml': facts = '' } = SMALL_STORY;
    const unasked = facts.replace('  question: q1\n', '');
    expect(problemsOf({ ...SMALL_STORY, 'facts.yml': unasked, 'questions.yml': '# none yet\n' })).toEqual([]);
  });

  test('the folder names the story', () => {
    const checked = checkStory(filesOf(SMALL_STORY, 'The Aurelia'));
    expect('problems' in checked && checked.problems[0]?.message).toBe(
      "The folder's name 'The Aurelia' cannot be the id of a story.",
    );
  });

  const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
  const who = SMALL_STORY['who.yml'] ?? '';

  test.each([
    ['UTF-16', bytes(`\ufeff${who}`, 'utf16le'), 1, 1, 'The file is written in UTF-16.'],
    ['UTF-16 without a mark', bytes(who, 'utf16le'), 1, 2, 'The file holds NUL bytes'],
    ['a byte order mark', bytes(`\ufeff${who}`, 'utf8'), 1, 1, 'The file begins with a byte order mark'],
    ['Latin-1', bytes(who.replaceAll(/[^\0-\u00ff]/gu, ''), 'latin1'), 4, 22, 'Here stand bytes that are not UTF-8.'],
  ] as const)('%s is told in words', (_name, content, line, column, message) => {
    const [problem, ...others] = problemsOf({ ...SMALL_STORY, 'who.yml': content });
    expect(problem).toMatchObject({ file: 'aurelia/who.yml', line, column });
    expect(problem?.message).toContain(message);
    expect(others).toEqual([]);
  });

  test('an archived text may have a byte order mark and the line ends of Windows, but must be UTF-8', () => {
    const kept = bytes('Line one.\r\nLine two.\r\n', 'latin1');
    const source = (file: string, hash: string) =>
      `${SMALL_STORY['sources.yml'] ?? ''}- id: s9\n  text: ${file}\n  sha256: ${hash}\n  language: en\n`;
    const wrong = problemsOf({
      ...SMALL_STORY,
      'sources.yml': source('sources/s9.txt', '0'.repeat(64)),
      'sources/s9.txt': kept,
    });
    expect(wrong).toHaveLength(1);
    const hash = /write (\w{64})/u.exec(wrong[0]?.cure ?? '')?.[1] ?? '';
    const right = { ...SMALL_STORY, 'sources.yml': source('sources/s9.txt', hash) };
    expect(problemsOf({ ...right, 'sources/s9.txt': kept })).toEqual([]);
    expect(problemsOf({ ...right, 'sources/s9.txt': bytes('Line one.\nLine \xff\n', 'latin1') })).toMatchObject([
      { file: 'aurelia/sources/s9.txt', line: 2, column: 6 },
    ]);
  });
});
