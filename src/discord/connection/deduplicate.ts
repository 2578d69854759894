/** Remembers the last `most` keys: true for one that comes for the first time. Discord may dispatch an event twice. */
export function createDeduplicator(most = 10_000): (key: string) => boolean {
  const keys = new Set<string>();
  return (key) => {
    if (keys.has(key)) return false;
    keys.add(key);
    if (keys.size > most) {
      for (const oldest of keys) {
        keys.delete(oldest);
        break;
      }
    }
    return true;
  };
}
