/**
 * `make`, once for each key while at most `most` values are kept: for what depends on its key alone and costs more to make
 * than to keep. What was made first goes first.
 */
export function memoize<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  // In the order made, in a ring: a Map finds its first key the later, the more were taken from it.
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

/** `make`, once for each object, for as long as that object is there: a story that is read anew is another one. */
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
