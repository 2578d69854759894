import { Worker } from 'node:worker_threads';

export interface EncodeRequest {
  readonly id: number;
  readonly texts: readonly string[];
}

export type EncodeReply = { readonly id: number } & ({ readonly bytes: Int8Array } | { readonly error: string });

/** Encodes sentences in a separate thread, so that other answers don't wait. */
export interface EncoderThread {
  /** The vectors of all texts, concatenated. */
  encode(texts: readonly string[]): Promise<Int8Array>;
  close(): Promise<void>;
}

/** The thread starts with the first sentence, and again if it died. An idle thread keeps no process alive. */
export function createEncoderThread(): EncoderThread {
  const waiting = new Map<number, PromiseWithResolvers<Int8Array>>();
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
    const made = new Worker(new URL('./encoder-worker.ts', import.meta.url));
    made.on('message', (reply: EncodeReply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) made.unref();
      if ('bytes' in reply) one?.resolve(reply.bytes);
      else one?.reject(new Error(reply.error));
    });
    made.on('error', (error: Error) => fail(made, error));
    made.on('exit', () => fail(made, new Error('The thread that encodes sentences has ended.')));
    worker = made;
    return made;
  };

  return {
    encode(texts) {
      const thread = started();
      last += 1;
      const one = Promise.withResolvers<Int8Array>();
      waiting.set(last, one);
      thread.ref();
      thread.postMessage({ id: last, texts } satisfies EncodeRequest);
      return one.promise;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
