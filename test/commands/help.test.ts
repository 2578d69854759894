import { describe, expect, it } from 'vitest';
import { asked, desk } from './ask-command.ts';

describe('/help', () => {
  it('names exactly the commands that exist', async () => {
    const { text } = await asked('help', '');
    const named = [...text.matchAll(/^• \/([a-z-]+) \S/gm)].map(([, name]) => name);
    expect(named.slice(0, desk.commands.length)).toEqual(desk.commands.map(({ definition: data }) => data.name));
  });

  it('gives three examples of this story, and each has an answer', async () => {
    const { text } = await asked('help', '');
    const examples = [...text.matchAll(/^• \/(who|timeline|search) (.+)$/gm)]
      .filter(([, , words]) => !words?.includes('  '))
      .slice(-3);
    expect(examples).toHaveLength(3);
    for (const [, command = '', words = ''] of examples) {
      expect((await asked(command, words)).card.outcome, `/${command} ${words}`).toBe('answer');
    }
  });
});
