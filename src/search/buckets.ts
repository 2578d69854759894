/**
 * From the hash of a key to the numbers filed under it, as two typed arrays. Keys are not kept: different keys may share
 * a bucket, so whoever reads one checks each number that it finds.
 */
export interface Buckets {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** The same with the whole hash of each number's key beside it: where looking at a number costs much, few are looked at. */
export interface KeyedBuckets extends Buckets {
  readonly keys: Uint32Array;
}

/** FNV-1a, 32 bits. */
export function hash(text: string, seed = 0x811c9dc5): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** A list of pairs that grows. */
export interface Pairs {
  readonly add: (key: number, value: number) => void;
  readonly file: () => Buckets;
  readonly fileWithKeys: () => KeyedBuckets;
}

/**
 * Collects pairs of a hash and a number. At most 2^22 buckets, of two to four pairs each: with one a pair the buckets took
 * more room than what is in them. Small tables, of which a question asks many, have one a pair.
 */
export function collectPairs(): Pairs {
  let keys = new Uint32Array(64);
  let values = new Uint32Array(64);
  let length = 0;
  return {
    add(key, value) {
      if (length === keys.length) {
        keys = grown(keys);
        values = grown(values);
      }
      keys[length] = key;
      values[length++] = value;
    },
    file() {
      const { starts, values: filed } = file(keys, values, length);
      return { starts, values: filed };
    },
    fileWithKeys: () => file(keys, values, length),
  };
}

const SMALL = 2 ** 15;

function file(keys: Uint32Array, values: Uint32Array, length: number): KeyedBuckets {
  const least = Math.ceil(Math.log2(length + 1));
  const bits = Math.min(22, Math.max(4, length < SMALL ? least : least - 2));
  const mask = 2 ** bits - 1;
  const starts = new Uint32Array(mask + 2);
  for (let i = 0; i < length; i++) {
    const bucket = (keys[i] ?? 0) & mask;
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  const next = starts.slice();
  const filed = { starts, values: new Uint32Array(length), keys: new Uint32Array(length) };
  for (let i = 0; i < length; i++) {
    const key = keys[i] ?? 0;
    const at = next[key & mask] ?? 0;
    filed.values[at] = values[i] ?? 0;
    filed.keys[at] = key;
    next[key & mask] = at + 1;
  }
  return filed;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Calls back for every number that may be filed under the key, in the order of filing. */
export function eachIn({ starts, values }: Buckets, key: number, visit: (value: number) => void): void {
  const bucket = key & (starts.length - 2);
  const end = starts[bucket + 1] ?? 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) visit(values[at] ?? 0);
}

/** Calls back for every number whose key has this very hash, in the order of filing. */
export function eachUnder({ starts, values, keys }: KeyedBuckets, key: number, visit: (value: number) => void): void {
  const bucket = key & (starts.length - 2);
  const end = starts[bucket + 1] ?? 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) if (keys[at] === key) visit(values[at] ?? 0);
}
