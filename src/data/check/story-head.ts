import { problemIn, type UncheckedStory } from '../files/unchecked-story.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { problemOf, type Problem, type TextFile } from '../model/problem.ts';
import { textAt, type Text } from '../yaml/tree.ts';

/** What names the story and its sources: the folder, the zone, the languages. */
export function* head(draft: UncheckedStory): Iterable<Problem> {
  const { id, folder } = draft.files;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id) || id.length > 60) {
    yield problemOf(
      folder,
      `The folder's name '${id}' cannot be the id of a story.`,
      'Use lower-case letters a to z, digits and single hyphens.',
    );
  }
  if (draft.head) {
    const zone = textAt(draft.head.node, 'timezone');
    if (zone && !isZone(zone.value)) {
      const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
      yield problemIn(
        draft.head,
        zone,
        `There is no time zone called '${zone.value}'.`,
        didYouMean(zone.value, zones, 'Write it as continent and city: Europe/Belgrade.'),
      );
    }
    yield* language(draft.head, textAt(draft.head.node, 'language'));
  }
  for (const source of draft.tables.sources.entries) {
    yield* language(source, textAt(source.node, 'language'));
    yield* language(source, textAt(source.node, 'translated_from'));
  }
}

function* language(where: { file: TextFile }, tag: Text | undefined): Iterable<Problem> {
  if (tag && tag.value.length > 1 && !isLanguage(tag.value)) {
    yield problemIn(where, tag, `'${tag.value}' is not the tag of a language.`, 'Write it as en, sq, sr-Cyrl or el.');
  }
}

/** JavaScript accepts an offset such as +02:00 as a zone, but it has no summer time. */
function isZone(text: string): boolean {
  if (/^[+-]/u.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const languages = (tag: string) => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);

function isLanguage(tag: string): boolean {
  try {
    return languages(tag) !== undefined;
  } catch {
    return false;
  }
}
