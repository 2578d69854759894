import { searchForms } from '../../search/analysis/folding.ts';
import { tokens } from '../../search/analysis/dates/tokens.ts';
import { MONTHS, WEEKDAYS } from '../../search/analysis/dates/vocabulary.ts';
import type { CheckerIndex, FactEntry } from '../model/checker-index.ts';
import type { Outcome } from '../model/note.ts';
import type { ParsedSentence } from './read-sentence.ts';

/** A place in a draft. `ids` is empty if the story does not know it. */
export interface PlaceMention {
  readonly ids: readonly string[];
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

const LOCATIVE =
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|into|through|[Ff]rom|to|[Aa]cross|leading to|(?:hall|harbour|harbor|city|town|centre|center|municipality|north|south|part|quay|residents|people) of)\s+(?:the\s+(?:town|city|village|port|centre|center)\s+of\s+)?(\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+)*)/gu;

/** Places of a sentence: those of the story by name, others after a preposition of place. */
export function placesIn(
  reading: ParsedSentence,
  base: CheckerIndex,
  except: readonly { readonly start: number; readonly end: number }[],
): PlaceMention[] {
  const { text, names, dates, quotes } = reading;
  const outside = (start: number, end: number) =>
    ![...except, ...dates, ...quotes].some((other) => start < other.end && other.start < end);
  const known = names
    .filter(({ kind, weak, start, end }) => kind === 'where' && !weak && outside(start, end))
    .map(({ ids, form, start, end }) => ({ ids, said: form, start, end }));
  const unknown: PlaceMention[] = [];
  for (const match of text.matchAll(LOCATIVE)) {
    const said = match[1] ?? '';
    const start = match.index + match[0].length - said.length;
    const end = start + said.length;
    if (!outside(start, end) || names.some((name) => start < name.end && name.start < end)) continue;
    const keys = tokens(said);
    if (keys.some(({ key, raw }) => WEEKDAYS.has(key) || MONTHS.has(key) || base.names.knows(raw))) continue;
    unknown.push({ ids: [], said, start, end });
  }
  // "Brackwater harbour": an unknown name before the common noun of a known place.
  for (const { kind, form, start } of names) {
    const before = /(\p{Lu}[\p{L}\p{M}’'-]+)\s$/u.exec(text.slice(0, start));
    const said = before?.[1];
    if (kind !== 'where' || !/^\p{Ll}/u.test(form) || !before || said === undefined || before.index === 0) continue;
    const end = before.index + said.length;
    if (
      !base.names.knows(said) &&
      !base.postings.has(base.concepts.of(said.toLowerCase()).name) &&
      outside(before.index, end)
    )
      unknown.push({ ids: [], said, start: before.index, end });
  }
  return [...known, ...unknown].toSorted((a, b) => a.start - b.start);
}

const DIRECTION = /(?:^|-)(?:north|south|east|west)(?:ern)?(?:-|$)/u;

/** North and south of one town exclude each other. */
function across(id: string, other: string, { story }: CheckerIndex): boolean {
  const [a, b] = [story.where.get(id), story.where.get(other)];
  return (
    a !== undefined && b !== undefined && id !== other && a.in === b.in && DIRECTION.test(id) && DIRECTION.test(other)
  );
}

/** The draft is in one half of a town, the fact in the other. */
export const isOppositeSide = ({ ids }: PlaceMention, { fact }: Pick<FactEntry, 'fact'>, base: CheckerIndex): boolean =>
  ids.some((id) => fact.where.some((where) => across(id, where, base)));

/** Null: the fact has no place, or names it in another sense ("consider Belgrade their capital"). */
export function comparePlace(
  place: PlaceMention,
  { fact, core, near, evidence }: FactEntry,
  base: CheckerIndex,
): Outcome {
  if (fact.where.length === 0) return null;
  const around = (id: string) => fact.where.some((where) => where === id || base.outer(where).has(id));
  if (place.ids.some(around)) return 'agrees';
  const within = place.ids.filter((id) => fact.where.some((where) => base.outer(id).has(where)));
  if (within.length > 0) return isOppositeSide(place, { fact }, base) ? 'differs' : null;
  const words = tokens(place.said).filter(({ kind, raw }) => kind === 'word' && /^\p{Lu}/u.test(raw));
  const named =
    words.length > 0 &&
    words.every(({ key }) => {
      const { name } = base.concepts.of(key);
      return core.has(name) || near.has(name);
    });
  if (named) return 'agrees';
  // The source sentence names it for something else.
  const shown =
    place.ids.length === 0 &&
    words.length > 0 &&
    words.every(({ raw }) => searchForms(raw).some((fold) => evidence.folds.has(fold)));
  return shown ? null : 'differs';
}
