/** @typedef {import('./types.d.ts').View} View */
/** @typedef {ReturnType<typeof createStore>} Store */

/** @param {View} first */
export function createStore(first) {
  let view = first;
  /** @type {Set<(view: View) => void>} */
  const listeners = new Set();
  return {
    get: () => view,
    /** @param {Partial<View>} patch */
    set: (patch) => {
      view = { ...view, ...patch };
      for (const listener of listeners) listener(view);
    },
    /** @param {(view: View) => void} listener */
    subscribe: (listener) => void listeners.add(listener),
  };
}
