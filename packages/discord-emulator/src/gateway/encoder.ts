import { constants, createDeflate, createZstdCompress, deflateSync } from 'node:zlib';
import type { Transform } from 'node:stream';
import type { WebSocket } from 'ws';

/** Puts a frame on the wire in the way that the client asked for. */
export interface Encoder {
  send(frame: string): void;
  /** Resolves once everything sent before has left. */
  close(): void;
}

export type Compression = 'none' | 'zlib-stream' | 'zstd-stream';

export function isCompression(name: string): name is Compression {
  return name === 'none' || name === 'zlib-stream' || name === 'zstd-stream';
}

/** Every frame by itself; as text, or deflated where IDENTIFY asked for `compress`. */
export function plainEncoder(socket: WebSocket, deflated: () => boolean): Encoder {
  return {
    send(frame) {
      socket.send(deflated() ? deflateSync(frame) : frame);
    },
    close() {},
  };
}

/** One stream for the whole connection, flushed after each frame, as transport compression asks. */
export function streamEncoder(socket: WebSocket, kind: 'zlib-stream' | 'zstd-stream'): Encoder {
  const stream: Transform & { flush(kind: number, done: () => void): void } =
    kind === 'zlib-stream' ? createDeflate() : createZstdCompress();
  const flush = kind === 'zlib-stream' ? constants.Z_SYNC_FLUSH : constants.ZSTD_e_flush;
  let parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  const waiting: string[] = [];
  let busy = false;
  const next = (): void => {
    const frame = waiting.shift();
    if (frame === undefined) {
      busy = false;
      return;
    }
    busy = true;
    stream.write(frame);
    stream.flush(flush, () => {
      if (socket.readyState === socket.OPEN) socket.send(Buffer.concat(parts));
      parts = [];
      next();
    });
  };
  return {
    send(frame) {
      waiting.push(frame);
      if (!busy) next();
    },
    close() {
      stream.destroy();
    },
  };
}
