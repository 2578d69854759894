/**
 * `make`, once for each key while at most `most` values are kept: for what depends on its key alone and costs more to make
 * than to keep. What was made first goes first.
 */
export function kept<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = make(key);
    known.set(key, { value });
    if (known.size > most) {
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    }
    return value;
  };
}

/** `make`, once for each object, for as long as that object is there: a story that is read anew is another one. */
export function keptWith<Owner extends object, Value>(make: (owner: Owner) => Value): (owner: Owner) => Value {
  const known = new WeakMap<Owner, { readonly value: Value }>();
  return (owner) => {
    const before = known.get(owner);
    if (before !== undefined) return before.value;
    const value = make(owner);
    known.set(owner, { value });
    return value;
  };
}
