import type { NumberMention } from '../../search/analysis/numbers/read-numbers.ts';
import { findNumbers } from '../../search/analysis/numbers/read-numbers.ts';
import type { DateMention } from '../../search/analysis/dates/date-mentions.ts';
import type { Term } from './terms.ts';

/** A number with what it counts. */
export interface CountMention extends NumberMention {
  /** The concepts behind it, up to the next small word: "two police cars" → police car. */
  readonly run: readonly string[];
  /** The one that is counted, where the form of the words tells it. */
  readonly head: string | null;
}

const IRREGULAR = /^(?:people|men|women|children|police|personnel|media)$/;

function runBehind(terms: readonly Term[], end: number): Term[] {
  const run: Term[] = [];
  let at = terms.findIndex((term) => term.start >= end);
  if (at < 0) return run;
  while (/^(?:of|the|its|these|those)$/.test(terms[at]?.key ?? '')) at += 1;
  for (; at < terms.length && run.length < 4; at += 1) {
    const term = terms[at];
    if (!term || !term.content || term.sign) break;
    run.push(term);
  }
  return run;
}

/** The numbers of a text with what they count; those inside a date are left to the date. */
export function countsIn(text: string, terms: readonly Term[], dates: readonly DateMention[]): CountMention[] {
  return findNumbers(text)
    .filter(({ start, end }) => !dates.some((date) => start < date.end && date.start < end))
    .map((number) => {
      const run = runBehind(terms, number.end);
      const one = number.value === 1;
      const plural = run.find(({ key, raw }) => IRREGULAR.test(key) || (/[^s]s$/.test(raw) && raw.length > 3));
      const head = one ? (run.length > 1 ? run[1] : run[0]) : (plural ?? run[0]);
      return { ...number, run: run.map(({ concept }) => concept), head: head?.concept ?? null };
    });
}

const limits = ({ value }: NumberMention): readonly [number, number] =>
  typeof value === 'number' ? [value, value] : value;

/** What is only given as about so many may be off by a twentieth. */
const SLACK = 0.05;

/** Whether two numbers can be the same amount. "More than 400" is not 400. */
export function sameAmount(a: NumberMention, b: NumberMention): boolean {
  if ((a.unit === undefined) !== (b.unit === undefined) || a.unit !== b.unit) return false;
  const [[low, high], [least, most]] = [limits(a), limits(b)];
  if (low === least && high === most) return true;
  const slack = a.approx && b.approx ? SLACK : 0;
  if (high === Infinity && low >= most * (1 + slack)) return false;
  if (most === Infinity && least >= high * (1 + slack)) return false;
  return low <= most * (1 + slack) && high >= least * (1 - slack);
}

/** Whether two numbers count the same kind of thing. Two percentages do; otherwise what is counted must meet. */
export function countsSameThing(draft: CountMention, base: CountMention): boolean {
  if (draft.unit !== undefined || base.unit !== undefined) return draft.unit === base.unit;
  if (draft.head === null || base.head === null) return false;
  if (draft.head === base.head) return true;
  const shared = draft.run.filter((concept) => base.run.includes(concept));
  return shared.length >= 2 || base.run.slice(0, 3).includes(draft.head) || draft.run.slice(0, 3).includes(base.head);
}
