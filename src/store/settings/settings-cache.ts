/** Channels that are kept: some 300 bytes each. */
const MOST_KEPT = 2_000;

/**
 * Every question asks for the settings of its channel and its server, and they change once a month: they are kept until
 * something was written.
 * @param get reads them.
 * @param version another number each time another connection has written. It is asked at each reading, so that a role that
 * was taken away in another process counts at the next question.
 */
export function cachedReads<Place extends readonly (string | null)[], Settings>(
  get: (...place: Place) => Promise<Settings>,
  version: () => number,
): { readonly get: typeof get; readonly changed: () => void } {
  const known = new Map<string, Settings>();
  let changes = 0;
  let seen = version();
  const changed = (): void => {
    changes += 1;
    known.clear();
  };
  return {
    /** To be called when this connection has written. */
    changed,
    async get(...place) {
      const now = version();
      if (now !== seen) changed();
      seen = now;
      const key = place.join(' ');
      const before = known.get(key);
      if (before !== undefined) return before;
      const begun = changes;
      const settings = await get(...place);
      // What was written meanwhile may not be in it.
      if (begun === changes) {
        if (known.size >= MOST_KEPT) known.clear();
        known.set(key, settings);
      }
      return settings;
    },
  };
}
