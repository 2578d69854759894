/** An entry that counts: its forms by the plural rules of the language. */
export type Forms = { readonly [Rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** A part of the English catalogue in another language: every key of it. */
export type Translated<English> = Readonly<Record<keyof English, string | Forms>>;
