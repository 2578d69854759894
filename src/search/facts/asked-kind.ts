import type { Fact, Story } from '../../data/model/fact.ts';
import { memoizeByObject } from '../../memoize.ts';
import type { AskedKind } from '../results.ts';
import { isCountingQuestion } from './counted-things.ts';
import { findDates } from '../analysis/dates/date-mentions.ts';
import { findNumbers } from '../analysis/numbers/read-numbers.ts';
import { searchForm } from '../analysis/folding.ts';
import type { Token } from '../analysis/tokenizer.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(searchForm));
const WHY = set('why warum wieso weshalb zašto zasto γιατί pse pourquoi');
const WHEN = set('when wann kada kad πότε kur quand');
const WHO = set('who whos whom whose wer wen wem ko tko kush ποιος ποια ποιοι qui');
const NAMED = set('called named name names');
const NAMES = set('name names');
const HOW = set('how');
/** "How old", "how long": asks for a measure. */
const MEASURE = set('much many old long big large high tall far fast heavy wide deep often hot cold strong');

/** null if the answer may be of any kind. The first interrogative decides. */
export function askedKind(words: readonly Token[]): AskedKind | null {
  const spelt = words.map(({ folds: [word = ''] }) => word);
  if (isCountingQuestion(words)) return 'number';
  for (const [at, word] of spelt.entries()) {
    if (HOW.has(word) && MEASURE.has(spelt[at + 1] ?? '')) return 'number';
    if (WHY.has(word)) return 'reason';
    if (WHEN.has(word) && at < 2) return 'day';
    if (WHO.has(word) && at < 2) return 'name';
  }
  if (spelt.some((word, at) => NAMES.has(word) && spelt[at + 1] === 'of')) return 'name';
  return spelt.some((word) => NAMED.has(word)) && spelt.some((word) => word === 'what' || word === 'whats')
    ? 'name'
    : null;
}

const BECAUSE =
  /\b(?:because|since|due to|owing to|reasons?|so that|in order|caus(?:e|es|ed|ing)|blam(?:e|es|ed)|prompt(?:s|ed)|over|after|following|as|for|to (?:avoid|prevent|protect|let|allow|stop|keep|make))\b/i;

/**
 * Tells whether a fact holds the kind of answer that was asked for.
 * @param named entities in the question: their names are not the answer.
 */
export function holdsKind(
  fact: Fact,
  kind: AskedKind,
  named: ReadonlySet<string>,
  { who }: Pick<Story, 'who'>,
): boolean {
  switch (kind) {
    case 'number':
      return hasNumber(fact);
    case 'day':
      return hasDay(fact);
    case 'reason':
      return hasReason(fact);
    case 'name':
      return [...fact.who, fact.said_by, fact.told].some(
        (id) => id !== undefined && !named.has(id) && who.get(id)?.unnamed !== true,
      );
  }
}

const textsOf = ({ says, citations }: Fact): string[] => [says, ...citations.map(({ quote }) => quote)];
/** Memoized: reading the numbers and dates of a thousand facts per question would take 100 ms. */
const hasNumber = memoizeByObject((fact: Fact) => fact.figure !== undefined || textsOf(fact).some(isNumbered));
const hasDay = memoizeByObject(
  (fact: Fact) => fact.when !== undefined || textsOf(fact).some((text) => findDates(text, ANY_DAY).length > 0),
);
const hasReason = memoizeByObject((fact: Fact) => textsOf(fact).some((text) => BECAUSE.test(text)));

/** Any day will do: the caller only needs to know whether a text has a date. */
const ANY_DAY = Temporal.PlainDate.from('2000-01-01');

/** Tells whether a text has a number outside its dates. */
function isNumbered(text: string): boolean {
  const dates = findDates(text, ANY_DAY);
  return findNumbers(text).some(({ start }) => !dates.some((date) => start >= date.start && start < date.end));
}
