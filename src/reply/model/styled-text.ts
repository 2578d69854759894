/**
 * Text as a list of spans. A plain string is always shown as it is, letter for letter; form comes only from structure. So
 * nothing that was typed or quoted can format, link or ping, wherever it is put.
 */
export type StyledSpan =
  | string
  | { readonly strong: string }
  | { readonly em: string }
  | { readonly code: string }
  | { readonly link: string; readonly to: string }
  /** Taken away and put in its place, where two versions are shown as one text. */
  | { readonly struck: string }
  | { readonly added: string }
  /** A role or a channel of Discord, by its id: shown by its name, and never pinged. */
  | { readonly role: string }
  | { readonly channel: string };

export type StyledText = readonly StyledSpan[];
