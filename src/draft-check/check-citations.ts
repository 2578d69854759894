import { parseEdtf } from '../data/model/edtf.ts';
import type { Fact, Source, Story } from '../data/model/fact.ts';
import { findDates, type DateMention } from '../search/analysis/dates/date-mentions.ts';
import { tokens } from '../search/analysis/dates/tokens.ts';
import { isEnglishWord } from '../search/analysis/thesaurus.ts';
import { WEEKDAYS } from '../search/analysis/dates/vocabulary.ts';
import { hasAllWords, isCalled, namesOutlet, speaksFor } from './matching/compare-fields.ts';
import type { CheckerIndex, FactEntry } from './model/checker-index.ts';
import { entityNames } from './model/entity-names.ts';
import { attributionsIn } from './reading/attribution.ts';
import { quotationsIn } from './reading/quotations.ts';
import { timesIn } from './reading/times.ts';
import { isNegation } from './terms/concepts.ts';
import { areContraries } from './terms/contraries.ts';
import { compareAmounts, countsIn, countsSameThing, type CountMention } from './terms/counts.ts';
import { readTerms } from './terms/terms.ts';
import { buildCheckerIndex } from './build-checker-index.ts';
import { citedPassages } from './read-evidence.ts';

/** A statement of a fact that its own citations contradict or do not show. */
export interface CitationFinding {
  readonly fact: string;
  readonly field: 'says' | 'when' | 'said_by' | 'where';
  readonly kind: 'contradicted' | 'not shown';
  /** In the words of the fact. */
  readonly own: string;
  /** In the words of the citation; empty if it shows nothing. */
  readonly cited: string;
}

/** A fact with the texts it is compared with. */
interface Cited {
  readonly entry: FactEntry;
  readonly fact: Fact;
  /** The snippets alone. */
  readonly quotes: string;
  /** The sentences that contain the snippets. */
  readonly sentences: string;
  /** With the sentences before, which may hold the name or day that the snippet refers to. */
  readonly context: string;
  /** The full texts of its sources. */
  readonly bodies: string;
  readonly published: Temporal.PlainDate;
  readonly base: CheckerIndex;
}

type Found = Omit<CitationFinding, 'fact'>;

/**
 * Compares every fact with its snippets, their sentences and the source's day.
 * A contradiction in another text is no mistake of the fact. A source that may not be archived shows nothing and is skipped.
 */
export function checkCitations(story: Story, only?: string): CitationFinding[] {
  const one = only === undefined ? undefined : story.facts.get(only);
  if (only !== undefined && one === undefined) return [];
  // A proposal waits for this answer, so it is checked alone, not with thousands of others.
  const base = buildCheckerIndex(one === undefined ? story : { ...story, facts: new Map([[one.id, one]]) });
  return base.facts.flatMap((fact, at): CitationFinding[] => {
    const sources = fact.citations.flatMap(({ source }) => story.sources.get(source) ?? []);
    if (fact.status === 'retracted' || sources.some(({ body }) => body === null)) return [];
    const passages = citedPassages(fact, story);
    const cited: Cited = {
      entry: base.entry(at),
      fact,
      quotes: fact.citations.map(({ quote }) => quote).join('\n'),
      sentences: passages.map(({ text }) => text).join('\n'),
      context: passages.map(({ before, text }) => `${before}\n${text}`).join('\n'),
      bodies: sources.map(({ body }) => body ?? '').join('\n'),
      published: publishedOn(sources[0]),
      base,
    };
    const found = [
      ...numbers(cited),
      ...times(cited),
      ...days(cited),
      ...places(cited),
      ...people(cited),
      ...speaker(cited),
      ...sense(cited),
    ];
    return found.map((finding) => ({ fact: fact.id, ...finding }));
  });
}

const NO_DAY = Temporal.PlainDate.from('2000-01-01');
const publishedOn = (source: Source | undefined): Temporal.PlainDate =>
  source?.published?.match(/^\d{4}-\d\d-\d\d$/) ? Temporal.PlainDate.from(source.published) : NO_DAY;

const contradicted = (field: Found['field'], own: string, cited: string): Found => ({
  field,
  kind: 'contradicted',
  own,
  cited,
});
const notShown = (field: Found['field'], own: string): Found => ({ field, kind: 'not shown', own, cited: '' });

const countsOf = (text: string, { base, published }: Cited): CountMention[] =>
  countsIn(text, readTerms(text, base.concepts), [
    ...findDates(text, published),
    ...timesIn(text).filter(({ exact }) => exact),
  ]);

const same = (a: CountMention, b: CountMention): boolean =>
  compareAmounts(a, b) === 'agrees' || compareAmounts({ ...a, side: null }, { ...b, side: null }) !== 'differs';

/** Numbers in the sentence that the snippet gives differently. */
function numbers(cited: Cited): Found[] {
  const { fact, quotes, sentences, context, base } = cited;
  const says = countsOf(fact.says, cited);
  const quoted = countsOf(quotes, cited);
  const shown = [...quoted, ...countsOf(sentences, cited)];
  const other = shown.filter((one) => !says.some((own) => same(own, one)));
  return says.flatMap((own): Found[] => {
    if (shown.some((one) => same(own, one))) return [];
    // "one officer" for "an officer", "two" for two people named.
    const small = own.unit === undefined && typeof own.value === 'number' && own.value <= 3;
    const alike = other.filter(
      (one) => countsSameThing(own, one) || (!small && one.unit === own.unit && one.unit === undefined),
    );
    const [first] = alike.toSorted((a, b) => Number(quoted.includes(b)) - Number(quoted.includes(a)));
    if (first) return [contradicted('says', own.printed, first.printed)];
    const identifier = hasAllWords(own.printed, new Set(tokens(context).map(({ key }) => key)));
    return small || identifier || !base ? [] : [notShown('says', own.printed)];
  });
}

/** Exact times that the snippet gives differently; the same digits may mean noon or midnight. */
function times({ fact, sentences, context }: Cited): Found[] {
  const read = (text: string) => timesIn(text).filter(({ exact }) => exact);
  const shown = read(context);
  return read(fact.says).flatMap(({ start, end, range: [own] }): Found[] => {
    if (shown.some(({ range: [other] }) => (own - other) % 720 === 0)) return [];
    const [other] = read(sentences);
    const said = fact.says.slice(start, end);
    return other ? [contradicted('says', said, sentences.slice(other.start, other.end))] : [];
  });
}

const isOpen = ({ from, to }: DateMention): boolean => from === null || to === null;
const overlaps = (a: DateMention, from: string, to: string): boolean =>
  (a.to?.toString() ?? '9999') >= from && (a.from?.toString() ?? '0000') <= to;
/** Open ranges are compared by their closed end. */
function meet(a: DateMention, b: DateMention): boolean {
  const [first, last] = [b.from?.toString() ?? '0000', b.to?.toString() ?? '9999'];
  if (!isOpen(a) || a.from?.equals(b.from ?? NO_DAY) || a.to?.equals(b.to ?? NO_DAY)) return overlaps(a, first, last);
  const end = (a.from ?? a.to)?.toString() ?? '';
  return !isOpen(b) && end >= first && end <= last;
}

const weekdayOf = (text: string): number | undefined =>
  /\d/.test(text) ? undefined : tokens(text).flatMap(({ key }) => WEEKDAYS.get(key) ?? [])[0];

const shownWeekdays = (text: string): number[] => tokens(text).flatMap(({ key }) => WEEKDAYS.get(key) ?? []);

/** Compares the days of the fact and its sentence with those of the snippet. */
function days(cited: Cited): Found[] {
  const { fact, quotes, sentences, context, published } = cited;
  const read = (text: string) => findDates(text, published).filter(({ impossible }) => impossible === null);
  const found: Found[] = [];
  const near = [...read(quotes), ...read(sentences)];
  for (const { impossible, mismatch, start, end } of findDates(fact.says, published)) {
    if (impossible !== null) found.push(contradicted('says', impossible, quotes));
    else if (mismatch) found.push(contradicted('says', fact.says.slice(start, end), 'another weekday'));
  }
  for (const own of read(fact.says)) {
    const said = fact.says.slice(own.start, own.end);
    const day = weekdayOf(said);
    // If these sentences have no days, those of the sentences before count.
    const shown = near.some(({ precision, from, to }) => precision === 'day' || from === null || to === null)
      ? near
      : [...near, ...read(context)];
    const alike = shown.some((one) => (day !== undefined && isWeekday(one, day)) || meet(own, one));
    // "on Thursday 16 October" agrees with "on Thursday": the snippet leaves the date to its reader.
    const named = shownWeekdays(near.length > 0 ? sentences : context).some((weekday) => isWeekday(own, weekday));
    const [other] = read(quotes).filter((one) => one.precision === own.precision || isOpen(one) === isOpen(own));
    if (alike || named || withWords(said, `${near.length > 0 ? sentences : context}\n${fact.when_said ?? ''}`))
      continue;
    if (other) found.push(contradicted('says', said, quotes.slice(other.start, other.end)));
    else if (fact.when === undefined || !overlapsWhen(own, fact.when)) found.push(notShown('says', said));
  }
  const when = fact.when === undefined ? null : parseEdtf(fact.when);
  if (fact.when === undefined || when === null || 'message' in when || when.precision !== 'day') return found;
  const [from, to] = [when.from ?? '0000', when.to ?? '9999'];
  // The printed time words tell which day of the snippet is meant.
  const printed = fact.when_said === undefined ? quotes : fact.when_said;
  const single = read(printed).filter((one) => one.precision === 'day' && !isOpen(one));
  const fits = (one: DateMention) => {
    const day = weekdayOf(printed.slice(one.start, one.end));
    if (day !== undefined) return isWeekdayIn(day, from, to);
    return overlaps(one, from, to) || (one.relative && sameDayOfYear(one, from, to));
  };
  const [first] = single;
  if (
    first &&
    (fact.when_said !== undefined || single.length === 1) &&
    !single.some(fits) &&
    !isRelative(printed, first, published)
  )
    found.push(contradicted('when', fact.when, printed.slice(first.start, first.end).trim()));
  return found;
}

const isWeekday = ({ from }: DateMention, day: number): boolean => from !== null && from.dayOfWeek === day;
/** "today" counts from a day that the source may not give. */
const isRelative = (text: string, { start, end }: DateMention, published: Temporal.PlainDate): boolean =>
  published.equals(NO_DAY) && !/\d/.test(text.slice(start, end)) && weekdayOf(text.slice(start, end)) === undefined;
const sameDayOfYear = ({ from }: DateMention, first: string, last: string): boolean =>
  from !== null && from.toString().slice(5) >= first.slice(5) && from.toString().slice(5) <= last.slice(5);

function isWeekdayIn(day: number, from: string, to: string): boolean {
  if (from === '0000' || to === '9999')
    return [from, to].some((end) => /^\d{4}-/.test(end) && Temporal.PlainDate.from(end).dayOfWeek === day);
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  return (
    first.until(last).days >= 6 ||
    Array.from({ length: first.until(last).days + 1 }, (_, at) => first.add({ days: at })).some(
      ({ dayOfWeek }) => dayOfWeek === day,
    )
  );
}

function overlapsWhen(date: DateMention, when: string): boolean {
  const read = parseEdtf(when);
  return 'message' in read || overlaps(date, read.from ?? '0000', read.to ?? '9999');
}

const withWords = (words: string, text: string): boolean => text.toLowerCase().includes(words.toLowerCase().trim());

const idsIn = (text: string, base: CheckerIndex, kind: 'who' | 'where'): Set<string> =>
  new Set(base.names.find(text).flatMap((name) => (name.kind === kind && !name.weak ? name.ids : [])));

/** Ids that a text names by any form, including shared and weak ones. */
const anyIn = (text: string, base: CheckerIndex, kind: 'who' | 'where'): Set<string> =>
  new Set(base.names.find(text).flatMap((name) => (name.kind === kind ? name.ids : [])));

/** Places in the sentence that the snippet and its context replace by others. */
function places({ fact, sentences, context, bodies, base }: Cited): Found[] {
  const here = [...anyIn(sentences, base, 'where')];
  const before = [...anyIn(context, base, 'where')];
  const firm = [...idsIn(sentences, base, 'where')];
  // An event at a bridge of the town is an event in the town, but not the other way round.
  const isShown = (id: string, shown: readonly string[]) => shown.some((one) => one === id || base.outer(one).has(id));
  const own = [...idsIn(fact.says, base, 'where')];
  const stated = fact.where_how === 'stated' ? fact.where.filter((id) => !own.includes(id)) : [];
  const listed = [
    ...own.map((id) => ({ id, field: 'says' as const })),
    ...stated.map((id) => ({ id, field: 'where' as const })),
  ];
  return listed.flatMap(({ id, field }): Found[] => {
    if (isShown(id, here) || isTold(id, sentences, base)) return [];
    // A place in the sentence itself takes precedence over one named earlier.
    const instead = firm.some((one) => !own.includes(one) && !base.near(id).has(one));
    if (!instead && (isShown(id, before) || isTold(id, context, base))) return [];
    // The context may name another place, unless this one is nowhere in the text.
    const far = isShown(id, [...anyIn(bodies, base, 'where')]);
    const rest = [...here, ...(far ? [] : before)].filter((one) => !own.includes(one) && !base.outer(id).has(one));
    const name = entityNames([id], base);
    const [other] = rest;
    return [other === undefined ? notShown(field, name) : contradicted(field, name, entityNames([other], base))];
  });
}

/** Tells whether a text has every word of one of the names, in any order. */
function isTold(id: string, text: string, { story }: CheckerIndex): boolean {
  const place = story.where.get(id);
  const words = new Set(tokens(text).map(({ key }) => key));
  return [place?.name ?? '', ...(place?.weak ?? [])].some((name) => {
    const list = tokens(name).filter(({ kind, raw }) => kind === 'word' && !/^(?:in|of|the)$/.test(raw));
    return list.length > 0 && list.every(({ key }) => words.has(key));
  });
}

/** Tells whether a text has a capitalised word of one of the names. */
function isSpelt(id: string, text: string, { story, names }: CheckerIndex): boolean {
  const words = names.words(id);
  const type = story.who.get(id)?.type;
  return tokens(text).some(
    ({ key, raw }) => (type === 'person' ? /^\p{Lu}/u.test(raw) : true) && words.has(key) && key.length > 2,
  );
}

/** People and bodies in the sentence that the snippet, its context and its titles lack. */
function people({ fact, sentences, context, quotes, bodies, base }: Cited): Found[] {
  const shown = idsIn(`${quotes}\n${context}`, base, 'who');
  const own = [
    ...new Set(
      base.names
        .find(fact.says)
        .flatMap(({ kind, weak, ids }) => (kind === 'who' && !weak && ids.length === 1 ? ids : [])),
    ),
  ];
  const quoted = [...idsIn(sentences, base, 'who')];
  const kindOf = (id: string) => base.story.who.get(id)?.type;
  return own.flatMap((id): Found[] => {
    if (shown.has(id) || isSpelt(id, context, base) || isTitled(id, context, base)) return [];
    const other = quoted.find(
      (one) => !own.includes(one) && one !== fact.said_by && kindOf(one) === kindOf(id) && !fact.who.includes(one),
    );
    const name = entityNames([id], base);
    // A pronoun may refer to a person named much earlier, or nowhere in this text.
    const pronoun =
      kindOf(id) === 'person' &&
      isSpelt(id, bodies, base) &&
      /\b(?:he|she|they|him|her|his|their|them|who)\b/iu.test(sentences);
    if (other !== undefined && !pronoun) return [contradicted('says', name, entityNames([other], base))];
    return [notShown('says', name)];
  });
}

/** Tells whether a text uses the person's title. */
function isTitled(id: string, text: string, { story, concepts }: CheckerIndex): boolean {
  const title = story.who.get(id)?.role?.title;
  if (title === undefined) return false;
  const words = new Set(readTerms(text, concepts).map(({ concept }) => concept));
  const own = readTerms(title, concepts).filter(({ content, sign }) => content && !sign);
  return own.length > 0 && own.every(({ concept }) => words.has(concept));
}

/** "the local police" for the Police of Valmora: the common words of a body's name. */
function isKindOf(id: string, text: string, { story, concepts }: CheckerIndex): boolean {
  const who = story.who.get(id);
  if (who === undefined || who.type === 'person') return false;
  const words = new Set(readTerms(text, concepts).map(({ concept }) => concept));
  const common = readTerms(who.name, concepts).filter(
    ({ content, sign, key }) => content && !sign && isEnglishWord(key),
  );
  const places = new Set(
    [...story.where.values()].flatMap(({ name }) => readTerms(name, concepts).map(({ concept }) => concept)),
  );
  const telling = common.filter(({ concept }) => !places.has(concept));
  return telling.length > 0 && telling.every(({ concept }) => words.has(concept));
}

/** Compares the snippet's speaker with the fact's. */
function speaker({ fact, sentences, context, bodies, base }: Cited): Found[] {
  if (fact.said_by === undefined) return [];
  const named = fact.said_by;
  const told = attributionsIn(sentences, base.names.find(sentences), quotationsIn(sentences)).filter(
    ({ pronoun }) => !pronoun,
  );
  if (told.some(({ ids, said }) => speaksFor(ids, named, base) || isCalled(said, named, base))) return [];
  const name = entityNames([named], base);
  const isNamed = (text: string) =>
    idsIn(text, base, 'who').has(named) || (base.story.who.get(named)?.type === 'person' && isSpelt(named, text, base));
  const isThere = (text: string) => isNamed(text) || isTitled(named, text, base) || isKindOf(named, text, base);
  // A person who is named, but not as the sentence's subject matter, is the speaker.
  const about = idsIn(fact.says, base, 'who').has(named);
  const attributed = told.some(({ ids }) => ids.length > 0);
  if (attributed ? isNamed(sentences) && !about : isThere(sentences)) return [];
  const others = [...idsIn(sentences, base, 'who')].filter((id) => !speaksFor([id], named, base));
  const spoken = told.find(({ ids }) => ids.length > 0)?.said;
  const other =
    spoken ?? (others.length > 0 && !PRONOUN.test(sentences) ? entityNames(others.slice(0, 1), base) : undefined);
  if (other !== undefined) return [contradicted('said_by', name, other)];
  if (isThere(context) || namesOutlet(context, fact, base)) return [];
  const before = [...idsIn(context, base, 'who')];
  if (before.length > 0 && !isThere(bodies))
    return [contradicted('said_by', name, entityNames(before.slice(0, 1), base))];
  return [notShown('said_by', name)];
}

const PRONOUN = /\b(?:he|she|they|him|her|his|their|it|who)\b/iu;

/** Words of the sentence whose contrary is in the snippet. */
function sense({ entry, fact, quotes, sentences, base }: Cited): Found[] {
  const shown = readTerms(`${quotes}\n${sentences}`, base.concepts);
  const concepts = new Set(shown.map(({ concept }) => concept));
  const own = new Set(entry.terms.map(({ concept }) => concept));
  return entry.terms.flatMap((term): Found[] => {
    if (!term.content) return [];
    const alike = shown.filter(({ concept }) => concept === term.concept);
    // "closed" for what was opened; a negation may belong to another part.
    const plain = ![...shown, ...entry.terms].some(({ key }) => isNegation(key));
    const turned = plain && alike.find(({ denied, struck }) => denied !== term.denied && (struck || term.struck));
    if (turned && alike.every(({ denied }) => denied !== term.denied))
      return [contradicted('says', fact.says.slice(term.start, term.end), turned.raw)];
    if (concepts.has(term.concept)) return [];
    const contrary = readTerms(quotes, base.concepts).find(
      (other) =>
        other.content &&
        !own.has(other.concept) &&
        other.denied === term.denied &&
        areContraries(term.concept, other.concept),
    );
    return contrary ? [contradicted('says', fact.says.slice(term.start, term.end), contrary.raw)] : [];
  });
}
