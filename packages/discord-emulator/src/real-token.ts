/**
 * Three parts of base64url, the first of them a user's id: what Discord gives out. Such a token typed into a local emulator
 * is a mistake that must not be kept, logged or answered.
 */
export function looksReal(token: string): boolean {
  const match = /^(?:Bot )?([\w-]{18,40})\.([\w-]{5,12})\.([\w-]{20,60})$/.exec(token.trim());
  const id = match?.[1];
  return id !== undefined && /^\d{15,21}$/.test(Buffer.from(id, 'base64url').toString('latin1'));
}
