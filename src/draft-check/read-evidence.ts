import type { Fact, Source, Story } from '../data/model/fact.ts';
import { SourceText } from '../data/text/source-text.ts';
import { sentences } from '../data/text/sentences.ts';
import { searchForms } from '../search/analysis/folding.ts';
import { findDates } from '../search/analysis/dates/date-mentions.ts';
import { tokens } from '../search/analysis/dates/tokens.ts';
import type { Evidence } from './model/evidence.ts';
import type { CheckerIndex } from './model/checker-index.ts';
import { countsIn } from './terms/counts.ts';
import { synonymsOf } from './terms/contraries.ts';
import { timesIn } from './reading/times.ts';
import { readTerms } from './terms/terms.ts';

const NO_DAY = Temporal.PlainDate.from('2000-01-01');
const spans = new WeakMap<Source, readonly { readonly start: number; readonly end: number; readonly text: string }[]>();

/** The sentences of a source, in code points, split once. */
function sentencesOf(source: Source) {
  const known = spans.get(source);
  if (known) return known;
  const body = new SourceText(source.body ?? '');
  const made = sentences(body.text).map((span) => ({
    start: body.codePoint(span.start),
    end: body.codePoint(span.end),
    text: body.text.slice(span.start, span.end),
  }));
  spans.set(source, made);
  return made;
}

/** The sentences that contain a fact's citations. */
export function citedSentences({ citations }: Fact, { sources }: Story): { text: string; source: Source }[] {
  return citations.flatMap(({ source: id, start, end }) => {
    const source = sources.get(id);
    if (!source || source.body === null) return [];
    return sentencesOf(source)
      .filter((span) => span.start < end && span.end > start)
      .map(({ text }) => ({ text, source }));
  });
}

/** Sentences before a citation that may hold the name or day it refers to. */
const BEFORE = 3;

/** The sentences of each citation, and those right before. */
export function citedPassages({ citations }: Fact, { sources }: Story): { before: string; text: string }[] {
  return citations.flatMap(({ source: id, start, end }) => {
    const source = sources.get(id);
    if (!source || source.body === null) return [];
    const all = sentencesOf(source);
    const first = all.findIndex((span) => span.end > start);
    const last = all.findLastIndex((span) => span.start < end);
    const join = (from: number, to: number) =>
      all
        .slice(Math.max(0, from), to)
        .map(({ text }) => text)
        .join(' ');
    return [{ before: join(first - BEFORE, first), text: join(first, last + 1) }];
  });
}

const dayOf = (source: Source | undefined): Temporal.PlainDate =>
  source?.published?.match(/^\d{4}-\d\d-\d\d$/) ? Temporal.PlainDate.from(source.published) : NO_DAY;

/** Names and titles of the entities of a fact. */
function namesOf(ids: Iterable<string>, { who, where }: Story): string[] {
  return [...ids].flatMap((id) => {
    const one = who.get(id);
    const place = where.get(id);
    const role = one?.role ? [one.role.title] : [];
    return [one, place].flatMap((entity) =>
      entity === undefined ? [] : [entity.name, ...Object.values(entity.names).flat(), ...entity.weak, ...role],
    );
  });
}

/** Bodies and places related to an entity: the body of its role and the surrounding places. */
function around(id: string, base: CheckerIndex): string[] {
  const of = base.story.who.get(id)?.role?.of;
  return [...(of === undefined ? [] : [of, ...base.outer(of)]), ...base.outer(id)];
}

/** Computes on first use: a draft needs few fields of most facts it touches. */
function lazy<T>(read: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: read() }).value;
}

/** Quick test, cheaper than parsing dates. */
const MAY_DATE =
  /\d|\p{Lu}\p{Ll}+day\b|\b(?:today|yesterday|tomorrow)\b|[^\p{ASCII}]|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;

export function readEvidence(fact: Fact, own: ReadonlySet<string>, base: CheckerIndex): Evidence {
  const { concepts, story, names } = base;
  const quotes = fact.citations.map(({ quote }) => quote).join('\n');
  const narrow = [fact.says, fact.words ?? '', quotes].join('\n');
  const figure = fact.figure ? `${fact.figure.value} ${fact.figure.counts} ${fact.figure.unit}` : '';
  // The reason for a retraction is evidence about the retracted fact.
  const wide = lazy(() => [...citedSentences(fact, story).map(({ text }) => text), fact.because ?? ''].join('\n'));
  const ids = lazy(() => {
    const direct = new Set([...own, ...names.find(fact.says).flatMap((name) => name.ids)]);
    return new Set([...direct, ...[...direct].flatMap((id) => around(id, base))]);
  });
  const called = lazy(() => namesOf(ids(), story).join('\n'));
  const conceptsOf = (text: string) =>
    readTerms(text, concepts).flatMap(({ content, concept }) => (content ? [concept] : []));
  const ownTerms = lazy(() => readTerms(narrow, concepts));
  const ownConcepts = lazy(
    () => new Set([...ownTerms().flatMap(({ content, concept }) => (content ? [concept] : [])), ...conceptsOf(figure)]),
  );
  const foldsOf = (text: string) =>
    tokens(text).flatMap(({ raw, kind }) => (kind === 'sign' ? [] : searchForms(raw.replace(/['’]s?$/u, ''))));
  const terms = lazy(() => [...ownTerms(), ...readTerms(wide(), concepts)]);
  const all = lazy(() => new Set([...ownConcepts(), ...conceptsOf(`${wide()}\n${called()}`)]));
  const ownFolds = lazy(() => new Set(foldsOf(`${narrow}\n${called()}\n${figure}`)));
  const folds = lazy(() => new Set([...ownFolds(), ...foldsOf(wide())]));
  const wideCounts = lazy(() =>
    countsIn(wide(), readTerms(wide(), concepts), [
      ...findDates(wide(), NO_DAY),
      ...timesIn(wide()).filter(({ exact }) => exact),
    ]),
  );
  const dates = lazy(() =>
    MAY_DATE.test(narrow) ? findDates(narrow, dayOf(story.sources.get(fact.citations[0]?.source ?? ''))) : [],
  );
  const synonyms = lazy(() => new Set(ownTerms().flatMap(({ content, key }) => (content ? [...synonymsOf(key)] : []))));
  return {
    narrow,
    get wide() {
      return wide();
    },
    get terms() {
      return terms();
    },
    get own() {
      return ownConcepts();
    },
    get all() {
      return all();
    },
    get folds() {
      return folds();
    },
    get ownFolds() {
      return ownFolds();
    },
    get ids() {
      return ids();
    },
    get wideCounts() {
      return wideCounts();
    },
    get dates() {
      return dates();
    },
    synonyms,
  };
}
