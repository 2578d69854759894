import type { Card, AttachedFile } from '../model/card.ts';
import { translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** An answer with a file beside it, and a line that names it. */
export function attach(card: Card, file: AttachedFile, language: Language): Card {
  const line = { as: 'small' as const, words: translate(language, 'export.attached', { name: { code: file.name } }) };
  return { ...card, lead: [...card.lead, line], files: [...(card.files ?? []), file] };
}
