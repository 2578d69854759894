import { describe, expect, it } from 'vitest';
import { BOARD, curating, fill, type Curating } from '../curation-newsroom.ts';
import { ids, textIn, until } from '../joined-bot.ts';
import { idOf } from '../press-buttons.ts';

/** A clock that can be put on, and never stands still. */
function handy() {
  let at = Temporal.Instant.from('2031-03-16T20:00:00Z');
  return {
    now() {
      at = at.add({ milliseconds: 1 });
      return at;
    },
    put(instant: string) {
      at = Temporal.Instant.from(instant);
    },
  };
}

async function approved(it: Curating, act: string, fact: string, written: Record<string, string>): Promise<void> {
  const before = it.cards().length;
  const window = await it.reporter.slash(`fact ${act}`, { fact });
  await fill(it.reporter, window.modal, written);
  await until(() => it.cards().length > before);
  const card = it.cards().at(-1) ?? null;
  for (const user of [ids.editor, ids.administrator]) {
    await it.room
      .as(user)
      .in(BOARD)
      .press(card ?? '', idOf(card, 'Approve'));
    if (act !== 'retract') break;
  }
}

const plain = (message: Parameters<typeof textIn>[0]): string => textIn(message).replaceAll('\\\\', '');

describe('a look-up as of an earlier time', () => {
  it('answers as the base stood, says so, and flags what was corrected or retracted since', async () => {
    const clock = handy();
    await using it = await curating({ clock });
    clock.put('2031-03-17T10:00:00Z');
    await approved(it, 'correct', 'h03', {
      says: 'The North Quay was opened for boats.',
      snippet: 'The North Quay was opened again this morning.',
      when: '2031-03-16',
      reason: 'Only boats may use it.',
    });
    clock.put('2031-03-18T10:00:00Z');
    await approved(it, 'retract', 'h12', { reason: 'She has left.' });
    clock.put('2031-03-19T10:00:00Z');

    const now = await it.reporter.slash('search', { words: 'h03' });
    expect(plain(now.message)).toContain('opened for boats');
    const then = await it.reporter.slash('search', { words: 'h03', as_of: '17 March 2031, 09:00' });
    expect(plain(then.message)).toContain('As the base stood on **Mon 17 March 2031, 09:00**');
    expect(plain(then.message)).toContain('The North Quay was opened again.');
    expect(plain(then.message)).toContain(
      'CORRECTED SINCE, Mon 17 March 2031: now “The North Quay was opened for boats.”',
    );

    const who = await it.reporter.slash('who', { name: 'edda-brandt', as_of: '17 March 2031', share: true });
    expect(plain(who.message)).toContain('RETRACTED SINCE, do not use: She has left.');
    const source = await it.reporter.press(who.message ?? '', idOf(who.message, 'Show source'));
    expect(plain(source.message)).toContain('Where it stands in the source');
    // What was shown is remembered with the version that was shown, so that a correction finds it.
    await it.restart();
    const [shown] = await it.store.shown.of('harbour-flood', 'h12');
    const earlier = await it.history?.at('harbour-flood', Temporal.Instant.from('2031-03-17T12:00:00Z'));
    const later = await it.history?.at('harbour-flood', clock.now());
    expect(shown?.version).toBe(earlier?.story.facts.get('h12')?.version);
    expect(shown?.version).not.toBe(later?.story.facts.get('h12')?.version);
  });

  it('offers the moments at which the base changed, and says how a time was understood', async () => {
    const clock = handy();
    await using it = await curating({ clock });
    clock.put('2031-03-18T10:00:00Z');
    expect((await it.reporter.type('who', 'as_of', '')).map(({ name }) => name)).toEqual(['Sun 16 March 2031, 20:00']);
    const [own] = await it.reporter.type('who', 'as_of', 'yesterday 9.30', { name: 'x' });
    expect(own).toEqual({ name: 'yesterday 9.30 → Mon 17 March 2031, 09:30', value: 'yesterday 9.30' });
  });

  it('before the base was here says that nothing is kept', async () => {
    await using it = await curating();
    const told = await it.reporter.slash('who', { name: 'edda-brandt', as_of: '1 March 2031' });
    expect(plain(told.message)).toContain('the base was not here then');
  });
});
