import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curating, fill, FOLDER, STORY, type Curating } from '../../discord/curation-newsroom.ts';
import { textIn } from '../../discord/joined-bot.ts';

const SNIPPET = 'The North Quay was opened again this morning.';

/** The stories of the fixtures, with the second source under embargo for years. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-back-'));
  cpSync(FOLDER, folder, { recursive: true });
  const file = join(folder, STORY, 'sources.yml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(- id: s2\n)/, '$1  embargo: 2041-01-01T00:00:00Z\n'));
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
});
