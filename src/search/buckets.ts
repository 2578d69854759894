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

/**
 * FNV-1a, 32 bits. A hash is a whole number with a sign: of those without one the runtime keeps the larger half outside of the
 * number's own place until the code is compiled, and a base is built once.
 */
export const HASH_START = 0x811c9dc5 | 0;
export const HASH_BY = 0x01000193;

/** The hash of all that was hashed before, of which the lower bits say as much as the higher. */
export const hashEnd = (value: number): number => value ^ (value >>> 15);

export function hash(text: string): number {
  let value = HASH_START;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), HASH_BY);
  return hashEnd(value);
}

/** `hash` of letters given as their codes. */
export function hashOfLetters(codes: Uint8Array, length: number): number {
  let value = HASH_START;
  for (let i = 0; i < length; i++) value = Math.imul(value ^ (codes[i] ?? 0), HASH_BY);
  return hashEnd(value);
}

/** A list of pairs that grows. */
export interface Pairs {
  readonly add: (key: number, value: number) => void;
  /** The first `count` keys, all of one value. */
  readonly addAll: (keys: Int32Array, count: number, value: number) => void;
  readonly file: () => Buckets;
  readonly fileWithKeys: () => KeyedBuckets;
}

/**
 * Collects pairs of a hash and a number. At most 2^22 buckets, of two to four pairs each: with one a pair the buckets took
 * more room than what is in them. Small tables, of which a question asks many, have one a pair.
 */
export function collectPairs(room = 64): Pairs {
  let keys = new Int32Array(room);
  let values = new Int32Array(room);
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
    addAll(added, count, value) {
      while (length + count > keys.length) {
        keys = grown(keys);
        values = grown(values);
      }
      for (let i = 0; i < count; i++) {
        keys[length] = added[i] ?? 0;
        values[length++] = value;
      }
    },
    file: () => file(keys, values, length),
    fileWithKeys() {
      const beside = new Uint32Array(length);
      return { ...file(keys, values, length, beside), keys: beside };
    },
  };
}

const SMALL = 2 ** 15;

/** @param beside is filled with the key of each value, where it is given. */
function file(keys: Int32Array, values: Int32Array, length: number, beside?: Uint32Array): Buckets {
  const least = Math.ceil(Math.log2(length + 1));
  const bits = Math.min(22, Math.max(4, length < SMALL ? least : least - 2));
  const mask = 2 ** bits - 1;
  const starts = new Uint32Array(mask + 2);
  countInto(starts, keys, length, mask);
  sumUp(starts);
  const filed = new Uint32Array(length);
  place(starts, mask, keys, values, filed, beside);
  return { starts, values: filed };
}

/** How many pairs each bucket has. Loops of their own: what a long one knows of its types is lost where another begins. */
function countInto(starts: Uint32Array, keys: Int32Array, length: number, mask: number): void {
  for (let i = 0; i < length; i++) {
    const bucket = (keys[i] ?? 0) & mask;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
}

/** The ends of the buckets. */
function sumUp(starts: Uint32Array): void {
  let sum = 0;
  for (let bucket = 0; bucket < starts.length; bucket++) {
    sum += starts[bucket] ?? 0;
    starts[bucket] = sum;
  }
}

/** From the ends of the buckets down to their starts, so that those of one bucket keep their order. */
function place(
  starts: Uint32Array,
  mask: number,
  keys: Int32Array,
  values: Int32Array,
  filed: Uint32Array,
  beside?: Uint32Array,
): void {
  for (let i = filed.length - 1; i >= 0; i--) {
    const key = keys[i] ?? 0;
    const at = (starts[key & mask] ?? 0) - 1;
    starts[key & mask] = at;
    filed[at] = values[i] ?? 0;
    if (beside !== undefined) beside[at] = key;
  }
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(64, list.length * 2));
  larger.set(list);
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
  const wanted = key >>> 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) if (keys[at] === wanted) visit(values[at] ?? 0);
}
