/**
 * Caches `make` by key, at most `most` values; the oldest value is dropped first. `make` must depend on its key alone.
 */
export function memoize<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  // A ring of keys in insertion order: a Map finds its first key more slowly after many deletions.
  const order: Key[] = [];
  let next = 0;
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = make(key);
    known.set(key, { value });
    if (order.length < most) order.push(key);
    else {
      known.delete(order[next] ?? key);
      order[next] = key;
      next = (next + 1) % most;
    }
    return value;
  };
}

/** Caches `make` by object, for the object's lifetime. A story that is read again is another object. */
export function memoizeByObject<Owner extends object, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
  const known = new WeakMap<Owner, { readonly value: Value }>();
  return (owner) => {
    const before = known.get(owner);
    if (before !== undefined) return before.value;
    const value = make(owner);
    known.set(owner, { value });
    return value;
  };
}
