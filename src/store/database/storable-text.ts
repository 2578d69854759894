/**
 * Text that both engines keep alike. PostgreSQL refuses NUL, and both would turn half a surrogate pair into something
 * else than was given.
 */
export function toStorableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
