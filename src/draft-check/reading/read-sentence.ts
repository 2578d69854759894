import { findDates, type DateMention } from '../../search/analysis/dates/date-mentions.ts';
import { wordSet } from '../../search/analysis/dates/tokens.ts';
import { countsIn, type CountMention } from '../terms/counts.ts';
import type { NameMention } from '../terms/name-finder.ts';
import { officeHolders, titledPeopleIn, type TitledPerson } from './titles.ts';
import { quotationsIn, type Quotation } from './quotations.ts';
import { attributionsIn, type Attribution } from './attribution.ts';
import type { CheckerIndex } from '../model/checker-index.ts';
import { timesIn } from './times.ts';
import { datelineLength } from './dateline.ts';
import { assignClauses, readTerms, type Term } from '../terms/terms.ts';

/** A word or name of a draft to find in a fact. */
export interface SentenceItem {
  readonly term: Term;
  /** The name that contains the words. */
  readonly name: NameMention | null;
  /** The concepts of its words. */
  readonly words: readonly string[];
  readonly clause: number;
  /** A past participle after "was", or a past tense before its object: an action. */
  readonly done: boolean;
  /** Incidental: it counts if the fact has it, and is ignored otherwise. */
  readonly aside: boolean;
}

/** A parsed sentence of a draft. All offsets are those of the sentence. */
export interface ParsedSentence {
  readonly text: string;
  readonly terms: readonly Term[];
  /** The clause of each term. */
  readonly clauses: readonly number[];
  readonly items: readonly SentenceItem[];
  readonly names: readonly NameMention[];
  readonly counts: readonly CountMention[];
  readonly dates: readonly DateMention[];
  readonly quotes: readonly Quotation[];
  readonly speech: readonly Attribution[];
  readonly roles: readonly TitledPerson[];
}

const inside = (at: number, list: readonly { readonly start: number; readonly end: number }[]) =>
  list.some(({ start, end }) => at >= start && at < end);

/** Fewest words of a quotation that is compared word for word; shorter ones are names in quotation marks. */
const LONG_QUOTE = 3;
export const isLongQuotation = ({ words }: Quotation) => words.trim().split(/\s+/).length >= LONG_QUOTE;

const conceptsOf = (text: string, { concepts }: CheckerIndex) =>
  readTerms(text, concepts).flatMap(({ content, concept }) => (content ? [concept] : []));

const PASSIVE = wordSet('was were been is are being');

/** Words that begin an object: "killed three protesters", "arrested the mayor". */
const OBJECT = wordSet('a an the his her its their');

/** A title that stands for its holder is treated as a name: "the mayor of Leposavić". */
function titled(role: TitledPerson, base: CheckerIndex): NameMention[] {
  if (role.person) return [];
  const ids = officeHolders(role, base);
  const end = role.of && role.of.start > role.end ? role.of.end : role.end;
  const start = role.of && role.of.end < role.start ? role.of.start : role.start;
  return ids.length === 0 ? [] : [{ ids, kind: 'who', start, end, form: role.said, weak: false }];
}

/** "the harbour master, Edda Brandt": one name when looking for the speaker. */
const withTitles = (names: readonly NameMention[], roles: readonly TitledPerson[]): NameMention[] =>
  names.map((name) => {
    const title = roles.find(({ person, end }) => person === name && end <= name.start);
    return title ? { ...name, start: title.start } : name;
  });

/** Replaces hyphens in "10-MAR-2024" for the date parser and keeps offsets. */
const unhyphened = (text: string): string => text.replace(/(?<!\d)(\d{1,2})-(\p{L}{3,9})-(\d{4})(?!\d)/gu, '$1 $2 $3');

export function parseSentence(text: string, base: CheckerIndex, today: Temporal.PlainDate): ParsedSentence {
  const dateline = datelineLength(text);
  const quotes = quotationsIn(text);
  const long = quotes.filter(isLongQuotation);
  const named = base.names.find(text);
  const roles = titledPeopleIn(text, named, base).filter(({ start }) => !inside(start, long));
  const holders = roles.flatMap((role) => titled(role, base));
  const plain = named.filter(
    ({ start, end }) => ![...holders, ...roles].some((other) => start < other.end && other.start < end),
  );
  const names = [...plain, ...holders].filter(({ start }) => start >= dateline).toSorted((a, b) => a.start - b.start);
  const dates = findDates(unhyphened(text), today).filter(({ start }) => start >= dateline && !inside(start, long));
  const speech = attributionsIn(text, withTitles(names, roles), quotes);
  const terms = readTerms(text, base.concepts, (start) => start < dateline);
  const clauses = assignClauses(terms);
  const times = timesIn(text).filter(({ exact }) => exact);
  const counts = countsIn(text, terms, [...dates, ...times]).filter(
    ({ start }) => start >= dateline && !inside(start, long),
  );
  const given = roles.filter(({ person }) => person !== null);
  const items: SentenceItem[] = [];
  let last: NameMention | null = null;
  terms.forEach((term, i) => {
    // "police cars" are not the police: a phrase is one thing, whatever name it begins with.
    const name = names.find(({ start, end }) => term.start >= start && term.end <= end) ?? null;
    if ([speech, dates, counts, long].some((list) => inside(term.start, list))) return;
    const clause = clauses[i] ?? 0;
    const aside =
      inside(term.start, given) || name?.kind === 'where' || given.some(({ of }) => of !== null && of === name);
    if (name && !name.weak) {
      if (name !== last) items.push({ term, name, words: conceptsOf(name.form, base), clause, done: false, aside });
      last = name;
      return;
    }
    const next = terms[i + 1];
    const behind = next !== undefined && (OBJECT.has(next.key) || counts.some(({ start }) => start === next.start));
    const done =
      (/ed$|en$/u.test(term.key) && PASSIVE.has(terms[i - 1]?.key ?? '')) ||
      (term.key.endsWith('ed') && terms[i - 1]?.content === true && behind);
    if (term.content) items.push({ term, name: null, words: [term.concept], clause, done, aside });
  });
  return { text, terms, clauses, items, names, counts, dates, quotes, speech, roles };
}

/** The clause at an offset of the sentence. */
export function clauseAt({ terms, clauses }: ParsedSentence, start: number): number {
  const at = terms.findIndex((term) => term.end > start);
  return clauses[at < 0 ? terms.length - 1 : at] ?? 0;
}
