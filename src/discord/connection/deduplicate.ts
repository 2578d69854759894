/** True for a key that is not among the last `most`. Discord may dispatch an event twice. */
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
