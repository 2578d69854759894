import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../scripts/questions.ts';
import { loadDesk } from '../../src/create-desk.ts';
import { handClock } from '../store/engines.ts';

const STORIES_DIR = join(import.meta.dirname, '../../src/data/stories');
const { desk } = await loadDesk({ STORIES_DIR }, handClock('2023-06-01T20:00:00+02:00'));

describe('a line of questions', () => {
  it('is answered by the options that its command has', async () => {
    const { outcome, text } = await answerQuestion({ command: 'quote', query: '', options: { who: 'Kurti' } }, desk);
    expect(outcome).toBe('answer');
    expect(text).toContain('Mayors should go and work in their offices');
  });

  it('is refused with an option that its command has not, which would else be passed over', async () => {
    const { outcome, text } = await answerQuestion(
      { command: 'quote', query: '', options: { speaker: 'Kurti' } },
      desk,
    );
    expect(outcome).toBe('refused');
    expect(text).toBe('There is no option "speaker" of /quote: it has words, who, day, as_of, share.');
  });

  it('may name a subcommand and what belongs to it', async () => {
    const { outcome } = await answerQuestion({ command: 'fact', query: 'f001', options: { action: 'show' } }, desk);
    expect(outcome).toBe('answer');
  });
});
