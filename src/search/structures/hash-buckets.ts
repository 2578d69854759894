/**
 * Hash table from a key to numbers, as two typed arrays. Keys are not kept and may share a bucket, so the caller must check
 * each number that it gets.
 */
export interface HashBuckets {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** The same with the whole hash of each key, for callers whose check is expensive. */
export interface HashBucketsWithKeys extends HashBuckets {
  readonly keys: Uint32Array;
}

/**
 * FNV-1a, 32 bits, signed: V8 boxes large unsigned numbers until the code is compiled, and an index is built once.
 */
export const FNV_OFFSET = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;

/** Mixes the higher bits into the lower ones, which select the bucket. */
export const finishHash = (value: number): number => value ^ (value >>> 15);

export function fnv1a(text: string): number {
  let value = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME);
  return finishHash(value);
}

/** `fnv1a` of character codes. */
export function fnv1aOfCodes(codes: Uint8Array, length: number): number {
  let value = FNV_OFFSET;
  for (let i = 0; i < length; i++) value = Math.imul(value ^ (codes[i] ?? 0), FNV_PRIME);
  return finishHash(value);
}

/**
 * Collects pairs of a hash and a number. At most 2^22 buckets of two to four pairs: with one bucket a pair, the buckets took
 * more memory than the pairs. Small tables have one bucket a pair.
 */
export class HashTableBuilder {
  #length = 0;
  #keys: Int32Array<ArrayBuffer>;
  #values: Int32Array<ArrayBuffer>;

  /** @param room expected number of pairs, which saves copies of growing lists. */
  constructor(room = 64) {
    this.#keys = new Int32Array(room);
    this.#values = new Int32Array(room);
  }

  add(key: number, value: number): void {
    if (this.#length === this.#keys.length) this.#grow(1);
    this.#keys[this.#length] = key;
    this.#values[this.#length++] = value;
  }

  /**
   * Several keys of one value.
   * @param write writes at most `most` keys into the list from a place on, and returns where they end.
   */
  addAll(most: number, value: number, write: (keys: Int32Array, from: number) => number): void {
    if (this.#length + most > this.#keys.length) this.#grow(most);
    const end = write(this.#keys, this.#length);
    this.#values.fill(value, this.#length, end);
    this.#length = end;
  }

  file(): HashBuckets {
    return file(this.#keys, this.#values, this.#length);
  }

  fileWithKeys(): HashBucketsWithKeys {
    const beside = new Uint32Array(this.#length);
    return { ...file(this.#keys, this.#values, this.#length, beside), keys: beside };
  }

  #grow(least: number): void {
    const room = 2 * this.#keys.length + least;
    const [keys, values] = [new Int32Array(room), new Int32Array(room)];
    keys.set(this.#keys);
    values.set(this.#values);
    [this.#keys, this.#values] = [keys, values];
  }
}

const SMALL = 2 ** 15;

/** @param beside is filled with the key of each value, where it is given. */
function file(keys: Int32Array, values: Int32Array, length: number, beside?: Uint32Array): HashBuckets {
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

/** Counts the pairs of each bucket. One loop a function, which V8 optimizes better. */
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

/** Calls back for every number in the key's bucket, in order of insertion. */
export function forEachInBucket({ starts, values }: HashBuckets, key: number, visit: (value: number) => void): void {
  const bucket = key & (starts.length - 2);
  const end = starts[bucket + 1] ?? 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) visit(values[at] ?? 0);
}

/** Calls back for every number whose key has exactly this hash, in order of insertion. */
export function forEachWithHash(
  { starts, values, keys }: HashBucketsWithKeys,
  key: number,
  visit: (value: number) => void,
): void {
  const bucket = key & (starts.length - 2);
  const end = starts[bucket + 1] ?? 0;
  const wanted = key >>> 0;
  for (let at = starts[bucket] ?? 0; at < end; at++) if (keys[at] === wanted) visit(values[at] ?? 0);
}
