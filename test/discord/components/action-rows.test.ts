import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/commands/command.ts';
import { encodeCustomIds } from '../../../src/discord/components/custom-id.ts';
import { encodeAsk } from '../../../src/discord/components/ask-state.ts';
import { ask, card } from '../sample-commands.ts';
import { ids, joined, type Joined, textIn } from '../joined-bot.ts';
import { idOf, labels, long, pageOf, type Shown } from '../press-buttons.ts';

describe('the page buttons', () => {
  it('turn the pages, there and back', async () => {
    await using it = await joined({ more: [long] });
    const first = await it.reporter.slash('long');
    expect(labels(first.message)).toEqual(['Previous', 'Page 1 of 3', 'Next', 'Post here']);
    const second = await it.reporter.press(first.message ?? '', idOf(first.message, 'Next'));
    expect(second.kind).toBe('update');
    expect(pageOf(second.message)).toBe('Page 2 of 3');
    const back = await it.reporter.press(second.message ?? '', idOf(second.message, 'Previous'));
    expect(textIn(back.message)).toContain('Statement 1.');
    expect(it.reporter.messages()).toHaveLength(1);
  });

  it('work after a restart, and mean the same "now"', async () => {
    let hours = 0;
    const clock = { now: () => Temporal.Instant.from('2031-03-16T20:00:00Z').add({ hours }) };
    await using it = await joined({ more: [long], clock });
    const words = `${'ж'.repeat(60)} | ~ ${'😀'.repeat(10)}`;
    const first = await it.reporter.slash('long', { words });
    await it.restart();
    hours = 30;
    const second = await it.reporter.press(first.message ?? '', idOf(first.message, 'Next'));
    expect(pageOf(second.message)).toBe('Page 2 of 3');
    expect(textIn(second.message)).toContain('Asked 2031-03-16T20\\\\:00\\\\:00Z about');
    expect(textIn(second.message)).toContain('ж'.repeat(60));
  });

  it('of a shared answer change it for the one who asked, and give others a page of their own', async () => {
    await using it = await joined({ more: [long] });
    await it.reporter.slash('long', { share: true });
    const [shared] = it.editor.messages();
    const other = await it.editor.press(shared ?? '', idOf(shared ?? null, 'Next'));
    expect(other.kind).toBe('message');
    expect(pageOf(other.message)).toBe('Page 2 of 3');
    expect(it.editor.messages()).toHaveLength(2);
    expect(it.reporter.messages()).toHaveLength(1);
    expect(pageOf(it.reporter.messages()[0] ?? null)).toBe('Page 1 of 3');
    const own = await it.reporter.press(shared ?? '', idOf(shared ?? null, 'Next'));
    expect(own.kind).toBe('update');
    expect(textIn(own.message)).toContain('Asked by **Mara');
  });
});

describe('Post here', () => {
  it('shows the open page to everybody, with who asked and what, and nobody is pinged', async () => {
    await using it = await joined({ more: [long] });
    const first = await it.reporter.slash('long', { words: '@everyone' });
    const second = await it.reporter.press(first.message ?? '', idOf(first.message, 'Next'));
    expect(it.editor.messages()).toHaveLength(0);
    const posted = await it.reporter.press(second.message ?? '', idOf(second.message, 'Post here'));
    const [seen] = it.editor.messages();
    expect(seen?.id).toBe(posted.message?.id);
    expect(textIn(seen ?? null)).toContain('Asked by **Mara (reporter)**: /long');
    expect(labels(seen ?? null)).toEqual(['Previous', 'Page 2 of 3', 'Next', 'Delete mine']);
    expect(it.room.stored(seen?.id ?? '')?.pings).toEqual([]);
  });

  it('is on an answer of one page too, and its message can be read by all', async () => {
    await using it = await joined();
    const seen = await it.reporter.slash('who', { name: 'edda-brandt' });
    await it.restart();
    await it.reporter.press(seen.message ?? '', idOf(seen.message, 'Post here'));
    expect(textIn(it.editor.messages()[0] ?? null)).toContain('## Edda Brandt');
  });
});

describe('did you mean', () => {
  it('answers the suggestion in place', async () => {
    await using it = await joined();
    const miss = await it.reporter.slash('who', { name: 'Joe Brandt' });
    const [first = ''] = labels(miss.message);
    expect(first).toBe('Edda Brandt');
    await it.restart();
    const hit = await it.reporter.press(miss.message ?? '', idOf(miss.message, first));
    expect(hit.kind).toBe('update');
    expect(textIn(hit.message)).toContain('## Edda Brandt');
    expect(it.reporter.messages()).toHaveLength(1);
  });

  it('asks another command where the suggestion does', async () => {
    await using it = await joined();
    const miss = await it.reporter.slash('who', { name: 'North Quay' });
    const hit = await it.reporter.press(miss.message ?? '', idOf(miss.message, 'North Quay'));
    expect(textIn(hit.message)).toContain('## North Quay');
  });

  it('that the story no longer suggests is refused', async () => {
    let suggestions = [{ label: 'Ana', ask: { command: 'who', options: { name: 'edda-brandt' } } }];
    const fickle: Command = {
      definition: { name: 'fickle', description: 'For a test' },
      queryOption: null,
      answer: () => card({ outcome: 'nothing', suggestions }),
    };
    await using it = await joined({ more: [fickle] });
    const miss = await it.reporter.slash('fickle');
    suggestions = [];
    const late = await it.reporter.press(miss.message ?? '', idOf(miss.message, 'Ana'));
    expect(textIn(late.message)).toContain('no longer fits the answer');
  });
});

describe('a button that is not ours to trust', () => {
  const state = encodeAsk(ask({ name: 'edda-brandt' }));
  const idFor = (asked: string): string => encodeCustomIds([{ action: 'post', argument: '0' }], asked)?.[0] ?? '';
  const good = idFor(state);
  const other = idFor(encodeAsk(ask({ name: 'jonas-brandt' })));
  const HEAD = '1.post.0.0.abcd.'.length;

  /** Puts a button of our making into a message, as another version or a forger could have left it there. */
  const plant = ({ room }: Joined, message: Shown, id: string): void => {
    const row = { type: 1, components: [{ type: 2, style: 2, label: 'Post here', custom_id: id }] };
    Object.assign(room.stored(message?.id ?? '')?.message ?? {}, { components: [row] });
  };

  it.each([
    ['of a later version', good.replace('1.', '2.')],
    ['of an unknown action', good.replace('.post.', '.wipe.')],
    ['with another question', `${good.slice(0, HEAD)}${other.slice(HEAD)}`],
    ['of nobody', 'x'],
    ['with an argument that is no page', good.replace('.post.0.', '.post.x.')],
  ])('is refused with one sentence: %s', async (_what, id) => {
    await using it = await joined();
    const seen = await it.reporter.slash('help');
    plant(it, seen.message, id);
    const refused = await it.reporter.press(seen.message ?? '', id);
    expect(refused.kind).toBe('message');
    expect(textIn(refused.message)).toContain('no longer fits the answer');
    expect(it.editor.messages()).toHaveLength(0);
    expect(it.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is told from one that is right', async () => {
    await using it = await joined();
    const seen = await it.reporter.slash('help');
    plant(it, seen.message, good);
    await it.reporter.press(seen.message ?? '', good);
    expect(textIn(it.editor.messages()[0] ?? null)).toContain('## Edda Brandt');
  });

  it('shows no answer of a command that does not exist', async () => {
    await using it = await joined({ more: [long] });
    const first = await it.reporter.slash('long');
    await it.bot.stop();
    await using other = await joined({ bot: { token: it.room.token, api: it.room.api } });
    expect(other.lost).toEqual([]);
    const second = await it.reporter.press(first.message ?? '', idOf(first.message, 'Next'));
    expect(textIn(second.message)).toContain('not known here any more');
  });

  it('Post here on an answer that all see says so', async () => {
    await using it = await joined();
    const seen = await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    plant(it, seen.message, good);
    const told = await it.reporter.press(seen.message ?? '', good);
    expect(textIn(told.message)).toContain('can already be seen by everybody here');
    expect(it.room.as(ids.administrator).in(ids.desk).messages()).toHaveLength(1);
  });
});
