import { ReaderError } from '../../errors.ts';
import type { CardFile } from '../../reply/model/card.ts';
import { word } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Ask } from '../command.ts';
import { typed } from '../ask.ts';

type Writers = Readonly<Record<string, () => CardFile | null>>;

/**
 * The file that was asked for with the option `export`; null when none was.
 * @throws ReaderError for a format that there is not, or where a file of it would hold nothing.
 */
export function exported(ask: Ask, writers: Writers, language: Language): CardFile | null {
  const name = typed(ask, 'export').toLowerCase();
  if (name === '') return null;
  const write = Object.hasOwn(writers, name) ? writers[name] : undefined;
  if (write === undefined) {
    throw new ReaderError(word(language, 'export.unknown', { name, names: Object.keys(writers).join(', ') }));
  }
  const file = write();
  if (file === null) throw new ReaderError(word(language, 'export.undated'));
  return file;
}
