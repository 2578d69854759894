import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RejectedStory } from '../../src/stories/story-registry.ts';
import { watchStories, type LiveStories } from '../../src/stories/live-stories.ts';
import type { Change } from '../../src/data/revisions/revision.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { NewProposal } from '../../src/store/curation/proposals.ts';
import { SMALL_STORY } from '../data/small-story.ts';
import { handClock } from '../store/engines.ts';

export const START = '2031-03-18T09:00:00Z';

/** A folder of stories that is gone at the end of the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'factdesk-live-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function write(folder: string, texts: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A story folder, a store and the live stories, with a clock that the test moves. */
export async function newsroom({
  texts = SMALL_STORY,
  store: given = null,
  folder = newFolder(),
  settles = true,
}: {
  texts?: Readonly<Record<string, string | Uint8Array>>;
  store?: Store | null;
  folder?: string;
  settles?: boolean;
} = {}) {
  if (Object.keys(texts).length > 0) write(join(folder, 'aurelia'), texts);
  const clock = handClock(START);
  const store = given ?? (await openStore({ file: ':memory:' }, { clock }));
  const reports: RejectedStory[] = [];
  const troubles: unknown[] = [];
  const runs: (() => Promise<void>)[] = [];
  const live: LiveStories = await watchStories({
    folder,
    store,
    clock,

    settles,
    report: (refused) => void reports.push(refused),
    trouble: (error) => void troubles.push(error),
    every(run) {
      runs.push(run);
      return () => void runs.pop();
    },
  });
  live.start();
  onTestFinished(() => live.stop());
  const proposer = await store.pseudonyms.of('u1', 'Ana');
  const editor = await store.pseudonyms.of('u2', 'Bo Lind');
  const story = (id = 'aurelia') => live.stories.get(id)?.(clock.now()).story;
  return {
    folder: join(folder, 'aurelia'),
    root: folder,
    clock,
    store,
    live,
    reports,
    troubles,
    story,
    says: (fact: string) => story()?.facts.get(fact)?.says,
    /** Half a second at a time, with a look at the end of each. */
    pass: async (seconds: number) => {
      for (let n = 0; n < seconds * 2; n += 1) {
        clock.pass('PT0.5S');
        await Promise.all(runs.map((run) => run()));
      }
    },
    approve: async (change: Change, more: Partial<NewProposal> = {}) => {
      const rest = { act: 'correct', reason: 'It was misheard.', was: null, base: null, question: null } as const;
      const proposal = await store.proposals.add({
        story: 'aurelia',
        server: 's1',
        change,
        proposer,
        state: 'open',
        ...rest,
        ...more,
      });
      const said = await store.proposals.approve(proposal.id, 1, editor, 1);
      if (said !== 'approved') throw new Error(said);
      return proposal.id;
    },
  };
}
