import { Worker } from 'node:worker_threads';
import type { StoryIndex } from '../search/facts/searchable-story.ts';
import { makeChecker, type Checker, type CheckOptions, type SentenceCheck } from './check-draft.ts';

export interface CheckRequest {
  readonly id: number;
  readonly draft: string;
  /** ISO: an instant cannot be sent to a thread. */
  readonly now: string;
  readonly day?: string | undefined;
}

type Answer = { readonly id: number } & ({ readonly checks: SentenceCheck[] } | { readonly error: string });

/** Checks drafts without delaying the bot's other answers. */
export interface DraftChecker {
  check(index: StoryIndex, draft: string, options: CheckOptions): Promise<SentenceCheck[]>;
}

/** Shorter drafts are checked in place: sending a few milliseconds of work to a thread takes longer. */
const SHORT = 600;

/** Most threads. Each change makes a new story version, so the oldest threads are ended. */
const THREADS = 4;

/** One thread per story version, started with its first long draft. Threads do not keep the process alive. */
export function createDraftChecker(): DraftChecker {
  const near = new WeakMap<StoryIndex, Checker>();
  const far = new Map<StoryIndex, Thread>();
  return {
    async check(index, draft, options) {
      if (draft.length <= SHORT) {
        const checker = near.get(index) ?? makeChecker(index);
        near.set(index, checker);
        return checker.check(draft, options);
      }
      const thread = far.get(index) ?? openThread(index, () => far.delete(index));
      far.delete(index);
      far.set(index, thread);
      for (const [old, { end }] of [...far].slice(0, -THREADS)) {
        far.delete(old);
        end();
      }
      return thread.check(draft, options);
    },
  };
}

interface Thread {
  readonly check: (draft: string, options: CheckOptions) => Promise<SentenceCheck[]>;
  /** Ends the thread after its pending drafts. */
  readonly end: () => void;
}

function openThread({ story }: StoryIndex, gone: () => void): Thread {
  const worker = new Worker(new URL('./checker-worker.ts', import.meta.url), { workerData: { story } });
  worker.unref();
  const waiting = new Map<number, PromiseWithResolvers<SentenceCheck[]>>();
  let isEnding = false;
  const settle = (id: number): PromiseWithResolvers<SentenceCheck[]> | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    // The thread keeps the process alive only while a draft is pending.
    if (waiting.size === 0) worker.unref();
    if (waiting.size === 0 && isEnding) void worker.terminate();
    return one;
  };
  worker.on('message', (answer: Answer) => {
    const one = settle(answer.id);
    if ('checks' in answer) one?.resolve(answer.checks);
    else one?.reject(new Error(answer.error));
  });
  const fail = (error: Error): void => {
    gone();
    for (const id of waiting.keys()) settle(id)?.reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread that checks drafts has ended.')));
  let last = 0;
  return {
    check(draft, { now, day }) {
      last += 1;
      const one = Promise.withResolvers<SentenceCheck[]>();
      waiting.set(last, one);
      worker.ref();
      worker.postMessage({ id: last, draft, now: now.toString(), day } satisfies CheckRequest);
      return one.promise;
    },
    end() {
      isEnding = true;
      if (waiting.size === 0) void worker.terminate();
    },
  };
}
