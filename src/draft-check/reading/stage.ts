import { wordSet } from '../../search/analysis/dates/tokens.ts';
import { isNegation } from '../terms/concepts.ts';
import type { Term } from '../terms/terms.ts';

/** Whether something is told as done or lasting, as coming or meant, or as possible. */
export type Stage = 'told' | 'coming' | 'possible';

const COMING = wordSet('will would shall should must ought won');
const POSSIBLE = wordSet('may might could can');
/** "had to", "managed to": what follows came about. */
const CAME_ABOUT = wordSet('had forced managed began begin begins started starts continued continues able helped used');
/** What an infinitive that has not come about hangs on, at some distance, or right before it. */
const INTENDS =
  /^(?:plan|want|wish|hope|expect|intend|aim|agree|promis|pledg|vow|tr(?:y|ie)|seek|sought|attempt|ask|order|urg|appeal|propos|demand|decid|vote|need|meant|threaten|offer|prepar)|^(?:due|set|ready|about|going|supposed|unable|call|calls|called)$/u;
const RIGHT_BEFORE = wordSet('is are was were be been has have due set');
/** "demanded that they leave": what follows is asked for, whatever its form, and no stage can be read. */
const ASKS = /^(?:demand|insist|recommend|propos|ask|urg|want|request|suggest|call|order)/u;
const NEVER_A_GOVERNOR = wordSet('not never also still soon only again now n t be been have has had to');
const CLAUSE = /[,;:()“”"«»]/u;
const REACH = 5;

/**
 * In which stage a word of a sentence is told, by the auxiliary or the "to" before it. An infinitive is coming unless its
 * verb says that it came about.
 */
export function stageOf(terms: readonly Term[], at: number): Stage {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i -= 1) {
    const term = terms[i];
    if (!term || (term.sign && CLAUSE.test(term.raw))) break;
    if (POSSIBLE.has(term.key)) return terms[i + 1]?.key === 'not' ? 'told' : 'possible';
    if (COMING.has(term.key)) return 'coming';
    if (term.key === 'to') {
      const governors = [terms[i - 1], terms[i - 2], terms[i - 3]].flatMap((governor) => governor?.key ?? []);
      // "belongs to", "refused to accept": what is refused is denied, and not to come.
      const about = governors.some((key) => CAME_ABOUT.has(key) || isNegation(key));
      const intends = governors.some((key) => INTENDS.test(key)) || RIGHT_BEFORE.has(terms[i - 1]?.key ?? '');
      return !about && intends ? 'coming' : 'told';
    }
    // "should go and work".
    const joined = terms[i + 1]?.key === 'and' || terms[i + 1]?.key === 'or';
    if (!NEVER_A_GOVERNOR.has(term.key) && term.content && !joined) break;
  }
  return 'told';
}

export const isAskedFor = (terms: readonly Term[], at: number): boolean =>
  terms.slice(0, at).some(({ key }) => ASKS.test(key));

const PAST = wordSet('was were did had');

/** In which stage a clause is told, by its auxiliaries alone: for what no word of it shows. */
export function clauseStage(terms: readonly Term[]): Stage | 'past' {
  const keys = terms.map(({ key }) => key);
  const ahead = keys.some((key, at) => COMING.has(key) || (key === 'to' && RIGHT_BEFORE.has(keys[at - 1] ?? '')));
  const meant = keys.some((key, at) => INTENDS.test(key) && keys.slice(at + 1, at + 4).includes('to'));
  if (ahead || meant) return 'coming';
  if (keys.some((key) => POSSIBLE.has(key))) return 'possible';
  return keys.some((key) => PAST.has(key)) ? 'past' : 'told';
}
