/** The languages that the bot speaks. */
export const LANGUAGES = ['en', 'el', 'hr', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
