import { parentPort } from 'node:worker_threads';
import type { EncodeReply, EncodeRequest } from './encoder-thread.ts';
import { loadEncoder } from './load-encoder.ts';

/** Thread that encodes sentences. It loads the encoder on first use and transfers bytes without a copy. */
let encoder: ReturnType<typeof loadEncoder> | null = null;

async function encode({ id, texts }: EncodeRequest): Promise<EncodeReply> {
  try {
    encoder ??= loadEncoder();
    const run = await encoder;
    return { id, bytes: await run(texts) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (request: EncodeRequest) => {
  void encode(request).then((reply) =>
    parentPort?.postMessage(reply, 'bytes' in reply ? [reply.bytes.buffer as ArrayBuffer] : []),
  );
});
