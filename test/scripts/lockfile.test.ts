import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockfileProblems } from '../../scripts/lockfile.ts';

const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');

describe('the lockfile', () => {
  it('has a hash for every published package, and an allowed licence for what runs', () => {
    expect(lockfileProblems(text)).toEqual([]);
  });

  const one = (entry: object) => JSON.stringify({ packages: { '': {}, 'node_modules/kysely': entry } });
  const integrity = `sha512-${'a'.repeat(86)}==`;

  it.each([
    [{ license: 'MIT' }, 'has no SHA-512 hash'],
    [{ license: 'MIT', integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no SHA-512 hash'],
    [{ dev: true }, 'has no SHA-512 hash'],
    [{ license: 'GPL-3.0', integrity }, '"GPL-3.0", which is not allowed'],
    [{ integrity }, '"no licence", which is not allowed'],
  ])('is refused with %j', (entry, sentence) => {
    expect(lockfileProblems(one(entry))).toEqual([expect.stringContaining(sentence)]);
  });

  it('may hold a tool under any licence, where it does not run with the bot', () => {
    expect(lockfileProblems(one({ dev: true, license: 'GPL-3.0', integrity }))).toEqual([]);
  });
});
