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
/** "How old", "how long": a measure. */
const MEASURE = set('much many old long big large high tall far fast heavy wide deep often hot cold strong');

/** null where it may be anything. A question asks with its first word that asks. */
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
 * Whether a fact holds what was asked for, so that it may answer.
 * @param named whom the question names itself: their names are not asked for.
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
/** To read the numbers and dates of a thousand facts for each question would take a tenth of a second. */
const hasNumber = memoizeByObject((fact: Fact) => fact.figure !== undefined || textsOf(fact).some(isNumbered));
const hasDay = memoizeByObject(
  (fact: Fact) => fact.when !== undefined || textsOf(fact).some((text) => findDates(text, ANY_DAY).length > 0),
);
const hasReason = memoizeByObject((fact: Fact) => textsOf(fact).some((text) => BECAUSE.test(text)));

/** Which days "Monday" means is of no matter where it is only asked whether a day is told. */
const ANY_DAY = Temporal.PlainDate.from('2000-01-01');

/** Whether a text has a number that is no part of a date. */
function isNumbered(text: string): boolean {
  const dates = findDates(text, ANY_DAY);
  return findNumbers(text).some(({ start }) => !dates.some((date) => start >= date.start && start < date.end));
}
