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

/** FNV-1a, 32 bits. Texts that stand one behind the other are hashed one after the other, and none is made of them. */
export const HASH_START = 0x811c9dc5;

/** @param before what stands before the text, hashed so; of the text the letters `from` to before `end` are. */
export function hashOn(before: number, text: string, from = 0, end = text.length): number {
  let value = before;
  for (let i = from; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

/** The hash of all that was hashed before, of which the lower bits say as much as the higher. */
export const hashEnd = (value: number): number => (value ^ (value >>> 15)) >>> 0;

export const hash = (text: string): number => hashEnd(hashOn(HASH_START, text));

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
    file: () => file(keys, values, length),
    fileWithKeys() {
      const beside = new Uint32Array(length);
      return { ...file(keys, values, length, beside), keys: beside };
    },
  };
}

const SMALL = 2 ** 15;

/** @param beside is filled with the key of each value, where it is given. */
function file(keys: Uint32Array, values: Uint32Array, length: number, beside?: Uint32Array): Buckets {
  const least = Math.ceil(Math.log2(length + 1));
  const bits = Math.min(22, Math.max(4, length < SMALL ? least : least - 2));
  const mask = 2 ** bits - 1;
  const starts = new Uint32Array(mask + 2);
  countInto(starts, keys, length, mask);
  const filed = new Uint32Array(length);
  place(starts, mask, keys, values, filed, beside);
  return { starts, values: filed };
}

/** The ends of the buckets. Loops of their own: what a long one knows of its types is lost at the end of a function of several. */
function countInto(starts: Uint32Array, keys: Uint32Array, length: number, mask: number): void {
  for (let i = 0; i < length; i++) {
    const bucket = (keys[i] ?? 0) & mask;
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
}

/** From the ends of the buckets down to their starts, so that those of one bucket keep their order. */
function place(
  starts: Uint32Array,
  mask: number,
  keys: Uint32Array,
  values: Uint32Array,
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
