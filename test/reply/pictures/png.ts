import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, 0 to 255. */
  readonly pixel: (x: number, y: number) => readonly [number, number, number];
}

const SIGNATURE = '89504e470d0a1a0a';

/** Reads a PNG of eight bits with or without transparency, as the renderer writes them. */
export function readPng(bytes: Uint8Array): Pixels {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('no PNG');
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[data[25] ?? 0];
  if (data[24] !== 8 || channels === undefined || data[28] !== 0) throw new Error('another kind of PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < data.length;) {
    const length = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(data.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const rows = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  return {
    width,
    height,
    pixel(x, y) {
      const at = y * width * channels + x * channels;
      return [rows[at] ?? 0, rows[at + 1] ?? 0, rows[at + 2] ?? 0];
    },
  };
}

function unfiltered(raw: Uint8Array, stride: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let n = 0; n < stride; n += 1) {
      const at = y * stride + n;
      const left = n >= step ? (out[at - step] ?? 0) : 0;
      const up = y > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = n >= step && y > 0 ? (out[at - stride - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (raw[y * (stride + 1) + 1 + n] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
