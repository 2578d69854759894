import { Worker } from 'node:worker_threads';
import type { Fact, Story } from '../data/model/fact.ts';
import type { StoryFiles } from '../data/files/read-folder.ts';
import { frozen } from '../data/model/deep-freeze.ts';
import type { Problem } from '../data/model/problem.ts';
import type { DryRun, Fields, Revision, TentativeChange } from '../data/revisions/revision.ts';

/** A folder of a story. Its files are given only when its version differs from the version seen before. */
export interface FolderSnapshot {
  readonly id: string;
  readonly version: string;
  readonly files: StoryFiles | null;
  readonly isLink: boolean;
}

export interface ValidationRequest {
  readonly files: StoryFiles;
  readonly revisions: readonly Revision[];
  /** A change that is not approved yet; null for none. */
  readonly change: TentativeChange | null;
}

type Question =
  | { readonly to: 'look'; readonly root: string; readonly seen: Readonly<Record<string, string>> }
  | ({ readonly to: 'judge' } & ValidationRequest)
  | { readonly to: 'slice'; readonly of: number; readonly from: number; readonly count: number };

export type Asked = Question & { readonly id: number };

export type WorkerReply = { readonly id: number } & (
  | { readonly folders: readonly FolderSnapshot[] }
  | { readonly problems: readonly Problem[]; readonly base?: Fields }
  | { readonly story: Story; readonly count: number; readonly base?: Fields }
  | { readonly facts: readonly Fact[] }
  | { readonly error: string }
);

/** Reads and checks stories in a worker thread, so that no answer waits. */
export interface StoryReader {
  /** Every story folder. @param seen the version of each that is known. */
  look(root: string, seen: Readonly<Record<string, string>>): Promise<readonly FolderSnapshot[]>;
  /** The story is frozen. */
  judge(judging: ValidationRequest): Promise<DryRun>;
  close(): Promise<void>;
}

/** Facts received at a time: a thousand block the main thread for some milliseconds. */
const SLICE = 1000;
/** 100,000 facts take half a minute; a longer reading is taken for a hung thread. */
const PATIENCE_MS = 120_000;

/** The first request starts the thread, as does the next one after a crash. An idle thread keeps no process alive. */
export function createStoryReader(): StoryReader {
  const waiting = new Map<number, PromiseWithResolvers<WorkerReply>>();
  let worker: Worker | null = null;
  let last = 0;

  const fail = (dead: Worker, error: Error): void => {
    if (worker !== dead) return;
    worker = null;
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  const started = (): Worker => {
    if (worker) return worker;
    const made = new Worker(new URL('./story-reader-worker.ts', import.meta.url));
    made.unref();
    made.on('message', (said: WorkerReply) => {
      waiting.get(said.id)?.resolve(said);
      waiting.delete(said.id);
      if (waiting.size === 0) made.unref();
    });
    made.on('error', (error: Error) => fail(made, error));
    made.on('exit', () => fail(made, new Error('The thread that reads the stories has ended.')));
    worker = made;
    return made;
  };
  async function ask(question: Question): Promise<WorkerReply> {
    const thread = started();
    last += 1;
    const id = last;
    const one = Promise.withResolvers<WorkerReply>();
    waiting.set(id, one);
    thread.ref();
    thread.postMessage({ ...question, id } satisfies Asked);
    const late = setTimeout(() => {
      fail(thread, new Error('The thread that reads the stories has been silent for two minutes, and was ended.'));
      void thread.terminate();
    }, PATIENCE_MS);
    const said = await one.promise.finally(() => clearTimeout(late));
    if ('error' in said) throw new Error(said.error);
    return said;
  }

  return {
    async look(root, seen) {
      const said = await ask({ to: 'look', root, seen });
      return 'folders' in said ? said.folders : [];
    },
    async judge(judging) {
      const said = await ask({ to: 'judge', ...judging });
      if ('problems' in said) return said;
      if (!('story' in said)) throw new Error('The thread that reads the stories gave another answer.');
      const facts = new Map<string, Fact>();
      for (let from = 0; from < said.count; from += SLICE) {
        const slice = await ask({ to: 'slice', of: said.id, from, count: SLICE });
        if ('facts' in slice) for (const fact of slice.facts) facts.set(fact.id, frozen(fact));
      }
      const story = frozen({ ...said.story, facts });
      return said.base === undefined ? { story } : { story, base: said.base };
    },
    async close() {
      await worker?.terminate();
    },
  };
}
