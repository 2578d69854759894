/** Freezes a value and everything in it, maps too, which Object.freeze leaves open. Returns the same value. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const [key, inner] of value) {
      frozen(key);
      frozen(inner);
    }
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
  }
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}

function refuse(): never {
  throw new TypeError('A loaded story cannot be changed.');
}
