/**
 * Text that both engines store alike. PostgreSQL refuses NUL, and both would change half a surrogate pair.
 */
export function toStorableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
