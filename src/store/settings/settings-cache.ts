/** Some 300 bytes each. */
const MAX_CHANNELS = 2_000;

/**
 * Every question reads the settings of its channel and server, and they change once a month: so they are cached until a
 * write.
 * @param version changes each time another connection has written. It is read at each call, so that a role that another
 * process took away counts at the next question.
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
    /** Call it when this connection has written. */
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
      // A write in between may be missing in what was read.
      if (begun === changes) {
        if (known.size >= MAX_CHANNELS) known.clear();
        known.set(key, settings);
      }
      return settings;
    },
  };
}
