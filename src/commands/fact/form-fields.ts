import { parseEdtf } from '../../data/model/edtf.ts';
import type { Fact } from '../../data/model/fact.ts';
import type { Fields, Yaml } from '../../data/revisions/revision.ts';
import { storyNow } from '../../data/queries/chronology.ts';
import { findWho, namesInText, type StoryIndex } from '../../search/story-search.ts';
import { parseDates } from '../../search/analysis/dates/read-dates.ts';

/** The story that a form is read against. */
export interface Known {
  readonly index: StoryIndex;
  readonly now: Temporal.Instant;
}

/** The fields of a fact as typed; '' for what was left out. */
export interface FactForm {
  readonly kind: string;
  readonly says: string;
  readonly snippet: string;
  readonly source: string;
  readonly speaker: string;
  readonly when: string;
  readonly words: string;
  readonly value: string;
  readonly unit: string;
  readonly counts: string;
  readonly status: string;
  readonly contradicts: string;
}

export const EMPTY_FORM: FactForm = {
  kind: '',
  says: '',
  snippet: '',
  source: '',
  speaker: '',
  when: '',
  words: '',
  value: '',
  unit: '',
  counts: '',
  status: '',
  contradicts: '',
};

/**
 * The fields of a new fact. Text that cannot be parsed stays as typed, so that the checker reports it.
 */
export function factFields(written: FactForm, { index, now }: Known): Fields {
  const { kind, says, snippet, source, status, contradicts } = written;
  const speaker = resolveSpeaker(written.speaker, index);
  const names = entitiesIn(`${says}\n${snippet}`, index);
  const who = [...new Set([...(speaker === '' || kind !== 'quote' ? [] : [speaker]), ...names.who])];
  return present({
    kind,
    says,
    who,
    where: names.where,
    where_how: names.where.length === 0 ? '' : placeHow(names.where, snippet, index),
    ...dateFields(written.when, snippet, source, { index, now }),
    status: status || (speaker === '' ? 'reported' : 'attributed'),
    said_by: speaker,
    basis: speaker !== '' && kind === 'quote' ? 'said' : '',
    words: kind === 'quote' ? written.words || quoted(snippet) : '',
    figure: kind === 'figure' ? figureOf(written) : '',
    contradicts: contradicts === '' ? [] : contradicts.split(/[,\s]+/),
    cite: [{ source, quote: snippet }],
  });
}

/** Without empty fields: the files have none. */
function present(fields: Readonly<Record<string, Yaml>>): Fields {
  const says = (value: Yaml): boolean => value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value)));
}

/** '' where every part is empty, so that the checker reports a missing figure, not an empty one. */
function figureOf({ value, unit, counts }: FactForm): Yaml {
  const figure = present({ value, unit, counts });
  return Object.keys(figure).length === 0 ? '' : (figure as Yaml);
}

/** The id of the speaker; the typed text where it matches no name, or several. */
export function resolveSpeaker(typed: string, index: StoryIndex): string {
  if (typed === '' || index.story.who.has(typed)) return typed;
  const [first, ...others] = findWho(index, typed).answers;
  return first !== undefined && others.length === 0 ? first.entity.id : typed;
}

interface NamedIds {
  readonly who: readonly string[];
  readonly where: readonly string[];
}

/** Ids of the people and places in a text, in its order. An ambiguous name counts for none. */
export function entitiesIn(text: string, index: StoryIndex): NamedIds {
  const stretches = [...Map.groupBy(namesInText(index, text), ({ start }) => start).values()];
  const clear = stretches.flatMap((hits) => {
    const [only, ...others] = [...new Map(hits.map((hit) => [hit.entity.id, hit])).values()];
    return only === undefined || others.length > 0 ? [] : [only];
  });
  const ids = (kind: 'who' | 'where'): string[] => [
    ...new Set(clear.filter((hit) => hit.kind === kind).map(({ entity }) => entity.id)),
  ];
  return { who: ids('who'), where: ids('where') };
}

/** A place is stated where the snippet names it, and inferred where only the desk's own sentence does. */
function placeHow(where: readonly string[], snippet: string, index: StoryIndex): string {
  const stated = entitiesIn(snippet, index).where;
  return where.some((id) => stated.includes(id)) ? 'stated' : 'inferred';
}

/** The typed date, else the one in the snippet, relative to the day of its source. */
export function dateFields(
  typed: string,
  snippet: string,
  source: string,
  { index: { story }, now }: Known,
): Readonly<Record<string, Yaml>> {
  const { timezone, sources } = story;
  const published = sources.get(source)?.published ?? '';
  // "On Friday" is relative to the day of the source; where that is not known, to the story's.
  const from = /^\d{4}-\d\d-\d\d/.test(published)
    ? Temporal.PlainDate.from(published.slice(0, 10))
        .toZonedDateTime({ timeZone: timezone, plainTime: '12:00' })
        .toInstant()
    : storyNow(now, story);
  const read = (text: string): ReturnType<typeof parseDates> => parseDates(text, { now: from, timezone });
  const printed = read(snippet);
  const told = printed === null || 'impossible' in printed ? null : { when: edtfOf(printed), ...printed };
  const saidAs = (text: string): string => (text !== '' && snippet.includes(text) ? text : '');
  if (typed === '') {
    if (told === null || told.when === '') return {};
    return { when: told.when, when_said: saidAs(told.said), when_how: told.relative ? 'inferred' : 'stated' };
  }
  const meant = 'message' in parseEdtf(typed) ? read(typed) : null;
  const when = meant === null || 'impossible' in meant ? typed : edtfOf(meant);
  const same = told !== null && told.when === when;
  return {
    when,
    when_said: same ? saidAs(told.said) : '',
    when_how: same && !told.relative ? 'stated' : 'inferred',
  };
}

function edtfOf({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  if (from === null && to === null) return '';
  if (from === to) return from ?? '';
  return `${from ?? '..'}/${to ?? '..'}`;
}

/** The words between the quotation marks, where the snippet has one pair of them; all of it otherwise. */
function quoted(snippet: string): string {
  const [first, ...others] = [...snippet.matchAll(/[“«„"]([^“”«»„"]+)[”»“"]/g)];
  return (others.length === 0 ? first?.[1] : undefined) ?? snippet;
}

/** The form of a fact as its file has it. */
export function formFromFact(fact: Fact): FactForm {
  const [cite] = fact.citations;
  return {
    kind: fact.kind,
    says: fact.says,
    snippet: cite?.quote ?? '',
    source: cite?.source ?? '',
    speaker: fact.said_by ?? '',
    when: fact.when ?? '',
    words: fact.words ?? '',
    value: fact.figure?.value ?? '',
    unit: fact.figure?.unit ?? '',
    counts: fact.figure?.counts ?? '',
    status: fact.status,
    contradicts: fact.contradicts.join(', '),
  };
}
