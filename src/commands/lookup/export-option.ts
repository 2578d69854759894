import { ReaderError } from '../../errors.ts';
import type { AttachedFile } from '../../reply/model/card.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Ask } from '../command.ts';
import { optionText } from '../ask.ts';

type Exporters = Readonly<Record<string, () => AttachedFile | null>>;

/**
 * The file that was asked for with the option `export`; null when none was.
 * @throws ReaderError for a format that there is not, or where a file of it would hold nothing.
 */
export function exportFile(ask: Ask, writers: Exporters, language: Language): AttachedFile | null {
  const name = optionText(ask, 'export').toLowerCase();
  if (name === '') return null;
  const write = Object.hasOwn(writers, name) ? writers[name] : undefined;
  if (write === undefined) {
    throw new ReaderError(translateText(language, 'export.unknown', { name, names: Object.keys(writers).join(', ') }));
  }
  const file = write();
  if (file === null) throw new ReaderError(translateText(language, 'export.undated'));
  return file;
}
