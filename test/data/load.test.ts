import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkStory } from '../../src/data/check.ts';
import type { Citation, Story } from '../../src/data/model/fact.ts';
import { loadStories, loadStory } from '../../src/data/load.ts';
import { ReaderError } from '../../src/errors.ts';
import { filesOf, sha256, SMALL_STORY, type Texts } from './small-story.ts';

function passed(texts: Texts): Story {
  const checked = checkStory(filesOf(texts));
  if ('problems' in checked) throw new Error(checked.problems.map(({ message }) => message).join('\n'));
  return checked.story;
}

const edit = (file: string, from: string, to: string): Texts => ({
  ...SMALL_STORY,
  [file]: (SMALL_STORY[file] ?? '').replace(from, () => to),
});

describe('a story that passed', () => {
  const story = passed(SMALL_STORY);

  test('has every scalar as text, and only what the model makes of it', () => {
    expect(story).toMatchObject({ id: 'aurelia', title: 'The Aurelia aground', shelf_life: { state: 7, figure: 2 } });
    expect(story.facts.get('f001')).toMatchObject({ time: '23:05', when: '2031-03-14', status: 'confirmed' });
    expect(story.facts.get('f006')?.when).toBe('1998');
    expect(story.where.get('port-sillan')).toMatchObject({ lat: 38.7, lon: -9.2, in: 'sillan-bay' });
    expect(story.who.get('the-pilot')?.unnamed).toBe(true);
    expect(story.who.get('mara-teel')).toMatchObject({ unnamed: false, names: { 'sr-Cyrl': ['Мара Тил'] } });
    expect(story.sources.get('s1')).toMatchObject({ title: null, outlet: 'Coast Radio', licence: null });
  });

  test('keeps the order of its files', () => {
    expect([...story.facts.keys()]).toEqual(['f001', 'f002', 'f003', 'f004', 'f005', 'f006', 'f007']);
    expect([...story.sources.keys()]).toEqual(['s1', 's2', 's3']);
  });

  test('holds its texts byte for byte', () => {
    expect(story.sources.get('s2')?.body).toBe(SMALL_STORY['sources/s2.txt']);
    expect(story.sources.get('s3')?.body).toBeNull();
  });

  test('counts offsets in code points and lines from 1', () => {
    // The sign before the second sentence is one code point and two UTF-16 units.
    expect(story.facts.get('f001')?.citations[1]).toMatchObject({ start: 2, end: 58, line: 1 });
    expect(story.facts.get('f002')?.citations[0]).toMatchObject({ line: 3 });
    expect(story.facts.get('f007')?.citations).toEqual([
      { source: 's3', quote: 'the pilot went ashore at nine', start: 0, end: 0, line: 0 },
    ]);
  });

  test('cites the place that the words behind it name', () => {
    const citation = story.facts.get('f005')?.citations[0];
    const body = SMALL_STORY['sources/s2.txt'] ?? '';
    expect(citation?.start).toBe(Array.from(body.slice(0, body.indexOf('the third accident'))).length);
  });
});

describe('offsets', () => {
  const sign = fc.constantFrom('a', 'b', ' ', '\n', 'č', 'Ж', '’', '…', '🛟', '𝒜', 'e\u0301', '\u00a0');

  test('lead back to the quote in any text of any signs', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), fc.array(sign, { maxLength: 60 }), (head, tail) => {
        const body = `${head.join('')} [the quote 🛟 of it] ${tail.join('')}`;
        const citation = citationOf(body, '[the quote 🛟 of it]');
        expect([...body].slice(citation.start, citation.end).join('')).toBe('[the quote 🛟 of it]');
        expect(citation.line).toBe(head.join('').split('\n').length);
      }),
    );
  });

  test('would be told from UTF-16 offsets', () => {
    expect(citationOf('🛟🛟 [x]', '[x]')).toMatchObject({ start: 3, end: 6 });
  });

  test.each([
    ['\r\n', 3],
    ['\n', 3],
    ['\r', 3],
  ])('lines that end in %j are counted once', (end, line) => {
    expect(citationOf(`one${end}two${end}[x]`, '[x]').line).toBe(line);
  });

  function citationOf(body: string, quote: string): Citation {
    const source = `- id: t1\n  text: sources/t.txt\n  sha256: ${sha256(body)}\n  language: en\n`;
    const fact = [
      '- id: t2',
      '  kind: state',
      '  says: It is so.',
      '  status: reported',
      `  cite: [{source: t1, quote: ${JSON.stringify(quote)}}]`,
    ];
    const story = passed({
      ...SMALL_STORY,
      'sources.yml': `${SMALL_STORY['sources.yml'] ?? ''}${source}`,
      'sources/t.txt': body,
      'facts/t.yml': fact.join('\n'),
    });
    const [citation] = story.facts.get('t2')?.citations ?? [];
    if (!citation) throw new Error('no citation');
    return citation;
  }
});

describe('versions', () => {
  const version = (texts: Texts, id = 'f006') => passed(texts).facts.get(id)?.version;
  const before = version(SMALL_STORY);

  test.each([
    ['the sentence', edit('facts/later.yml', 'says: The ferry was', 'says: The ferry Aurelia was')],
    ['the status', edit('facts/later.yml', 'status: reported', 'status: unverified')],
    ['the date', edit('facts/later.yml', 'when: 1998', 'when: 1998~')],
    ['a correction', edit('facts/later.yml', 'Two digits', 'The last two digits')],
  ])('change with %s', (_what, texts) => {
    expect(version(texts)).toMatch(/^[0-9a-f]{16}$/);
    expect(version(texts)).not.toBe(before);
    expect(version(texts, 'f001')).toBe(version(SMALL_STORY, 'f001'));
    expect(passed(texts).version).not.toBe(passed(SMALL_STORY).version);
  });

  test.each([
    ['search words', edit('facts/later.yml', '[age of the ship]', '[how old is the ferry]')],
    ['a note of the desk', edit('facts/later.yml', 'status: reported', 'status: reported\n  note: Ask the yard.')],
    ['a comment', edit('facts/later.yml', '- id: f006', '# built\n- id: f006')],
    [
      'the order of the fields',
      edit('facts/later.yml', '  when: 1998\n  when_how: stated\n', '  when_how: stated\n  when: 1998\n'),
    ],
  ])('of facts do not change with %s', (_what, texts) => {
    expect(texts).not.toEqual(SMALL_STORY);
    expect(version(texts)).toBe(before);
    expect(passed(texts).version).not.toBe(passed(SMALL_STORY).version);
  });
});

describe('from the disk', () => {
  let root = '';

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'stories-'));
    await write('aurelia', SMALL_STORY);
  });

  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  async function write(folder: string, texts: Texts): Promise<void> {
    for (const [name, text] of Object.entries(texts)) {
      await mkdir(dirname(join(root, folder, name)), { recursive: true });
      await writeFile(join(root, folder, name), text);
    }
  }

  async function problems(): Promise<readonly string[]> {
    const told = await loadStory(join(root, 'aurelia'));
    return 'problems' in told ? told.problems.map(({ file, line, message }) => `${file}:${line} ${message}`) : [];
  }

  test('a story is read as from memory', async () => {
    const told = await loadStory(join(root, 'aurelia'));
    expect('story' in told && told.story.version).toBe(passed(SMALL_STORY).version);
  });

  test('it cannot be changed, not even its maps', async () => {
    const { stories } = await loadStories(root);
    const story = stories.get('aurelia');
    const facts = story?.facts as Map<string, unknown>;
    expect(() => facts.set('f001', null)).toThrow(TypeError);
    expect(() => facts.clear()).toThrow(TypeError);
    expect(() => facts.delete('f001')).toThrow(TypeError);
    expect(() => Object.assign(story?.facts.get('f001') ?? {}, { says: 'Nothing.' })).toThrow(TypeError);
    expect(() => Object.assign(story?.facts.get('f001')?.citations[0] ?? {}, { line: 9 })).toThrow(TypeError);
    expect(() => (stories as Map<string, unknown>).clear()).toThrow(TypeError);
  });

  test('a checked story can be sent to another thread', () => {
    const checked = checkStory(structuredClone(filesOf(SMALL_STORY)));
    expect(structuredClone(checked)).toEqual(checked);
  });

  test('a story that does not pass keeps no other from being loaded', async () => {
    await write('broken', { ...SMALL_STORY, 'who.yml': '- id: "x' });
    await write('notes', { 'readme.txt': 'Not a story.' });
    await write('.git', { 'story.yml': 'Not a story.' });
    await writeFile(join(root, 'stray.yml'), 'x');
    const { stories, refusals } = await loadStories(root);
    expect([...stories.keys()]).toEqual(['aurelia']);
    expect(refusals).toMatchObject([{ id: 'broken', problems: [{ file: join(root, 'broken/who.yml') }] }]);
  });

  test('a folder that is not there is told in one sentence', async () => {
    await expect(loadStories(join(root, 'nowhere'))).rejects.toThrow(ReaderError);
    await expect(loadStories(join(root, 'aurelia', 'who.yml'))).rejects.toThrow(/cannot be read. Set STORIES_DIR/);
  });

  test('links that lead out are refused, for texts and for facts', async () => {
    const outside = join(root, 'outside');
    await writeFile(outside, SMALL_STORY['sources/s1.txt'] ?? '');
    await rm(join(root, 'aurelia/sources/s1.txt'));
    await symlink(outside, join(root, 'aurelia/sources/s1.txt'));
    await symlink(outside, join(root, 'aurelia/facts/more.yml'));
    expect(await problems()).toEqual([
      `${root}/aurelia/facts/more.yml:1 This link leads out of the story's folder.`,
      `${root}/aurelia/sources.yml:5 sources/s1.txt: This link leads out of the story's folder.`,
    ]);
  });

  test('a folder of texts that is a link out is refused as well', async () => {
    await mkdir(join(root, 'elsewhere'));
    await writeFile(join(root, 'elsewhere/s1.txt'), SMALL_STORY['sources/s1.txt'] ?? '');
    await writeFile(join(root, 'elsewhere/s2.txt'), SMALL_STORY['sources/s2.txt'] ?? '');
    await rm(join(root, 'aurelia/sources'), { recursive: true });
    await symlink(join(root, 'elsewhere'), join(root, 'aurelia/sources'));
    expect(await problems()).toEqual([
      `${root}/aurelia/sources.yml:5 sources/s1.txt: This link leads out of the story's folder.`,
      `${root}/aurelia/sources.yml:13 sources/s2.txt: This link leads out of the story's folder.`,
    ]);
  });

  test('a link inside the story, or to nothing, is what it leads to', async () => {
    await symlink(join(root, 'aurelia/sources/s1.txt'), join(root, 'aurelia/sources/same.txt'));
    await symlink(join(root, 'nowhere'), join(root, 'aurelia/facts/gone.yml'));
    expect(await problems()).toEqual([`${root}/aurelia/facts/gone.yml:1 This link leads nowhere.`]);
  });

  test('a folder that is a link, and folders inside facts/, are not passed over in silence', async () => {
    await symlink(join(root, 'aurelia'), join(root, 'linked'));
    await write('aurelia', { 'facts/april/more.yml': '[]' });
    const { stories, refusals } = await loadStories(root);
    expect(stories.size).toBe(0);
    expect(refusals).toMatchObject([
      {
        id: 'aurelia',
        problems: [
          { file: join(root, 'aurelia/facts/april'), message: expect.stringContaining('would not be read') as string },
        ],
      },
      {
        id: 'linked',
        problems: [{ file: join(root, 'linked'), message: expect.stringContaining('not followed') as string }],
      },
    ]);
  });

  test('files have their limits', async () => {
    await writeFile(join(root, 'aurelia/facts/big.yml'), `# ${'x'.repeat(256 * 1024)}\n`);
    await writeFile(join(root, 'aurelia/facts/fits.yml'), `#${'x'.repeat(256 * 1024 - 2)}\n`);
    await writeFile(join(root, 'aurelia/sources/s2.txt'), 'x'.repeat(2 * 1024 * 1024 + 1));
    expect(await problems()).toEqual([
      `${root}/aurelia/facts/big.yml:1 The file has 257 KB; at most 256 KB are read.`,
      `${root}/aurelia/sources.yml:13 sources/s2.txt: The file has 2049 KB; at most 2048 KB are read.`,
    ]);
  });
});
