import { crc32 } from 'node:zlib';

/**
 * Tables as bytes: a JSON head that refers to each typed array, then the arrays, aligned to eight bytes so that reading
 * copies nothing. The byte order is that of the machine: a file must not be moved to another one.
 */
const MAGIC = 0x31584446;
const STEP = 8;
const KINDS = { Uint8Array, Uint16Array, Uint32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;

const kindOf = (value: unknown): Kind | null => {
  for (const kind of Object.keys(KINDS) as Kind[]) if (value instanceof KINDS[kind]) return kind;
  return null;
};
const padded = (length: number): number => Math.ceil(length / STEP) * STEP;

/** Of all bytes but its own. */
const checksum = (bytes: Uint8Array): number => crc32(bytes.subarray(16), crc32(bytes.subarray(0, 12)));

/** A reference to an array in the head. */
interface Named {
  readonly kind: Kind;
  readonly start: number;
  readonly length: number;
}

/** @param key identifies the input of the tables; `deserialize` must be given the same. */
export function serialize(value: object, key: string): Uint8Array {
  const arrays: Numbers[] = [];
  let size = 0;
  const head = JSON.stringify({ key, value }, (_, one: unknown) => {
    const kind = kindOf(one);
    if (kind === null) return one;
    const array = one as Numbers;
    const named: Named = { kind, start: size, length: array.length };
    arrays.push(array);
    size += padded(array.byteLength);
    return named;
  });
  const text = new TextEncoder().encode(head);
  const body = padded(16 + text.length);
  const bytes = new Uint8Array(body + size);
  bytes.set(text, 16);
  let at = body;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  const view = new Uint32Array(bytes.buffer, 0, 4);
  view.set([MAGIC, text.length, bytes.length]);
  view[3] = checksum(bytes);
  return bytes;
}

/**
 * The tables, or null for bytes that are damaged, of another key, or of another shape than `like`. The arrays are views of
 * the bytes.
 */
export function deserialize<Value extends object>(bytes: Uint8Array, key: string, like: Value): Value | null {
  if (bytes.length < 16 || bytes.length % STEP !== 0) return null;
  const whole = bytes.byteOffset % STEP === 0 ? bytes : bytes.slice();
  const [magic = 0, length = 0, size = 0, sum = 0] = new Uint32Array(whole.buffer, whole.byteOffset, 4);
  if (magic !== MAGIC || size !== whole.length || 16 + length > size || sum !== checksum(whole)) return null;
  const head: unknown = JSON.parse(new TextDecoder().decode(whole.subarray(16, 16 + length)));
  if (typeof head !== 'object' || head === null || !('key' in head) || head.key !== key || !('value' in head))
    return null;
  const read = revived(head.value, like, whole, padded(16 + length));
  return read === null ? null : (read as Value);
}

/** `value` with its arrays, or null where it has not the shape of `like`. */
function revived(value: unknown, like: unknown, bytes: Uint8Array, body: number): unknown {
  const kind = kindOf(like);
  if (kind !== null) return isNamed(value) && value.kind === kind ? view(value, bytes, body) : null;
  if (Array.isArray(like)) {
    const item: unknown = like[0];
    if (!Array.isArray(value) || value.length !== like.length) return null;
    const list = value.map((one: unknown) => revived(one, item, bytes, body));
    return list.includes(null) ? null : list;
  }
  if (typeof like !== 'object' || like === null) return typeof value === typeof like ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  const found: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(like)) {
    const read = revived((value as Record<string, unknown>)[name], part, bytes, body);
    if (read === null) return null;
    found[name] = read;
  }
  return found;
}

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'kind' in value && 'start' in value && 'length' in value;

function view({ kind, start, length }: Named, bytes: Uint8Array, body: number): Numbers | null {
  const array = KINDS[kind];
  if (body + start + length * array.BYTES_PER_ELEMENT > bytes.length) return null;
  return new array(bytes.buffer as ArrayBuffer, bytes.byteOffset + body + start, length);
}
