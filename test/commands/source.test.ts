import { describe, expect, it } from 'vitest';
import { asked, choices } from './ask-command.ts';

describe('/source', () => {
  it('says where a source comes from, that its copy is whole, and what rests on it', async () => {
    const { card, facts, text } = await asked('source', 's1');
    expect(card.entity?.id).toBe('s1');
    expect(text).toMatch(/Archived byte for byte, SHA-256 [0-9a-f]{16}: matches/);
    expect(facts).toContain('h06');
    expect(facts).not.toContain('h03');
  });

  it('says what rests on the word of a speaker', async () => {
    const { facts } = await asked('source', 'fire brigade');
    expect(facts).toContain('h04');
    expect(facts).not.toContain('h03');
  });

  it('says so when nothing rests on the word of somebody', async () => {
    const { card, text } = await asked('source', 'ferryman');
    expect(card.outcome).toBe('nothing');
    expect(text).toContain('rests on the word of Ferryman');
  });

  it('completes sources before speakers', () => {
    expect(choices('source', 'source', '')[0]?.value).toBe('s1');
  });
});
