import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Examination } from './examine.ts';
import type { Anchor } from './verify-log.ts';

export interface ExamineOrder {
  readonly target: { readonly file: string } | { readonly url: string };
  readonly anchor: Anchor | undefined;
}

/** Examines the store in a thread of its own. */
export async function examineInThread(order: ExamineOrder): Promise<Examination> {
  const worker = new Worker(new URL('./examine-worker.ts', import.meta.url), { workerData: order });
  const [found] = (await once(worker, 'message')) as [Examination];
  return found;
}
