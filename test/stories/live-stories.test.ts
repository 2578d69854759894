import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/data/revisions/revision.ts';
import { findFacts } from '../../src/search/story-search.ts';
import { SMALL_STORY } from '../data/small-story.ts';
import { newFolder, newsroom, write } from './newsroom.ts';

const FACTS = SMALL_STORY['facts.yml'] ?? '';
const forty = (n: number) => FACTS.replace('says: About 40 passengers', `says: About ${n} passengers`);
const fact = (id: string, says: string): Change => ({ on: 'fact', id, fields: { says } });

describe('the stories', () => {
  it('follow a change of their files within two seconds', async () => {
    const { folder, says, pass, live, clock } = await newsroom();
    const before = live.stories.get('aurelia')?.(clock.now());
    write(folder, { 'facts.yml': forty(41) });
    expect(says('f003')).toContain('40');
    await pass(1);
    expect(says('f003')).toContain('41');
    // A running answer keeps the version that it began with.
    expect(before?.story.facts.get('f003')?.says).toContain('40');
  });

  it('follow an approval within two seconds, in every process that shares the store, and at once where it is awaited', async () => {
    const one = await newsroom();
    const two = await newsroom({ store: one.store });
    await one.approve(fact('f003', 'About 42 passengers were taken ashore.'));
    await one.live.refresh();
    expect(one.says('f003')).toContain('42');
    expect(two.says('f003')).toContain('40');
    await two.pass(0.5);
    expect(two.says('f003')).toContain('42');
    const index = two.live.stories.get('aurelia')?.(two.clock.now()) ?? expect.fail();
    expect(findFacts(index, '42 passengers').answers[0]?.fact.id).toBe('f003');
  });

  it('keep the last good version when the files do not pass, and say so once', async () => {
    const { folder, says, pass, reports, approve, live, store } = await newsroom();
    write(folder, { 'facts.yml': forty(41).replace('status: disputed', 'status: doubtful') });
    await pass(5);
    expect(says('f003')).toContain('40');
    expect(reports).toHaveLength(1);
    const [problem] = reports[0]?.problems ?? [];
    expect(problem).toMatchObject({ message: "'status' cannot be 'doubtful'.", line: 38, column: 11 });
    expect(problem?.file).toBe(join(folder, 'facts.yml'));
    // What is approved meanwhile is shown all the same.
    await approve(fact('f006', 'The ferry dates from 1998.'));
    await pass(1);
    expect(says('f006')).toBe('The ferry dates from 1998.');
    expect(live.refusals()).toHaveLength(1);
    write(folder, { 'facts.yml': forty(43) });
    await pass(1);
    expect([says('f003'), says('f006')]).toStrictEqual([
      'About 43 passengers were taken ashore.',
      'The ferry dates from 1998.',
    ]);
    expect(live.refusals()).toHaveLength(0);
    expect(reports).toHaveLength(1);
    expect(await store.audit.verify()).toHaveProperty('rows', 3);
  });

  it('go on after a start with files that do not pass, as the store remembers them', async () => {
    const one = await newsroom();
    await one.approve(fact('f006', 'The ferry dates from 1998.'));
    write(one.folder, { 'facts.yml': '- id: f001\n  says: "never closed\n' });
    const two = await newsroom({ store: one.store, folder: one.root, texts: {} });
    expect([two.says('f003'), two.says('f006')]).toStrictEqual([
      'About 40 passengers were taken ashore.',
      'The ferry dates from 1998.',
    ]);
    expect(two.reports).toHaveLength(1);
  });

  it('come and go with their folders, and not for a folder that is replaced', async () => {
    const { root, folder, pass, live, story, says } = await newsroom();
    write(join(root, 'a-first'), SMALL_STORY);
    await pass(1);
    expect([...live.stories.keys()]).toStrictEqual(['a-first', 'aurelia']);
    renameSync(join(root, 'a-first'), join(root, '.a-first'));
    await pass(0.5);
    expect(story('a-first')).toBeDefined();
    renameSync(join(root, '.a-first'), join(root, 'a-first'));
    await pass(1);
    expect(story('a-first')).toBeDefined();
    rmSync(join(root, 'a-first'), { recursive: true });
    await pass(1);
    expect([...live.stories.keys()]).toStrictEqual(['aurelia']);
    rmSync(folder, { recursive: true });
    symlinkSync(newFolder(), folder);
    await pass(2);
    expect(says('f003')).toBeUndefined();
  });

  it('stay as they are when the folder or the store cannot be read, and follow when they can', async () => {
    const { root, folder, pass, troubles, says } = await newsroom();
    renameSync(root, `${root}-away`);
    await pass(3);
    expect(says('f003')).toContain('40');
    expect(troubles).toHaveLength(1);
    expect(String(troubles[0])).toContain('cannot be read');
    renameSync(`${root}-away`, root);
    write(folder, { 'facts.yml': forty(41) });
    await pass(1);
    expect(says('f003')).toContain('41');
    expect(troubles).toHaveLength(1);
  });

  it('go on beside a story that cannot be judged', async () => {
    const { root, folder, pass, approve, says, story, troubles } = await newsroom();
    write(join(root, 'other'), SMALL_STORY);
    await pass(1);
    // No form gives a field without a name; if one is ever there, it is told and keeps nobody else waiting.
    await approve({ on: 'fact', id: 'f006', fields: { '': 'x' } });
    write(join(root, 'other'), { 'facts.yml': forty(41) });
    await pass(2);
    expect(story('other')?.facts.get('f003')?.says).toContain('41');
    expect(says('f006')).toBe('The ferry was built in 1998.');
    expect(troubles.map(String)).toStrictEqual([
      `Error: ${join(folder, 'facts/later.yml')} cannot be written with these changes.`,
    ]);
  });

  it('lose a name that was erased from what it had signed', async () => {
    const { approve, pass, story, store } = await newsroom();
    await approve(fact('f003', 'About 41 passengers were taken ashore.'), { was: 'About 40.' });
    await pass(0.5);
    const signed = () =>
      story()
        ?.facts.get('f003')
        ?.corrected.map(({ by }) => by);
    const version = story()?.facts.get('f003')?.version;
    expect(signed()).toStrictEqual(['Bo Lind']);
    await store.users.forget(store.users.hash('u2'));
    await pass(0.5);
    expect(signed()).toStrictEqual(['the desk']);
    expect(story()?.facts.get('f003')?.version).toBe(version);
  });

  it('are tried with a change before it is proposed', async () => {
    const { live, clock } = await newsroom();
    const change = { act: 'correct', reason: null, was: null, at: clock.now().toString(), by: 'Ana' } as const;
    const good = await live.dryRun('aurelia', { ...change, change: fact('f003', 'About 41 were taken ashore.') });
    expect(good && 'story' in good && good.story.facts.get('f003')?.says).toBe('About 41 were taken ashore.');
    const cite = [{ source: 's1', quote: 'The ferry was built in 1999.' }];
    const bad = await live.dryRun('aurelia', { ...change, change: { on: 'fact', id: 'f006', fields: { cite } } });
    expect(bad && 'problems' in bad && bad.problems[0]?.message).toContain('The quote is not in s1');
    expect(await live.dryRun('nowhere', { ...change, change: fact('f1', 'x') })).toBeNull();
  });
});
