import { wordSet } from '../../search/analysis/dates/tokens.ts';
import { isNegation } from '../terms/concepts.ts';
import type { Term } from '../terms/terms.ts';

/** Tells whether a statement is done or lasting, coming or intended, or possible. */
export type Stage = 'told' | 'coming' | 'possible';

const COMING = wordSet('will would shall should must ought won');
const POSSIBLE = wordSet('may might could can');
/** "had to", "managed to": the action happened. */
const CAME_ABOUT = wordSet('had forced managed began begin begins started starts continued continues able helped used');
/** Verbs that govern an infinitive whose action has not happened, at some distance or right before. */
const INTENDS =
  /^(?:plan|want|wish|hope|expect|intend|aim|agree|promis|pledg|vow|tr(?:y|ie)|seek|sought|attempt|ask|order|urg|appeal|propos|demand|decid|vote|need|meant|threaten|offer|prepar)|^(?:due|set|ready|about|going|supposed|unable|call|calls|called)$/u;
const RIGHT_BEFORE = wordSet('is are was were be been has have due set');
/** "demanded that they leave": a demand in any form has no stage. */
const ASKS = /^(?:demand|insist|recommend|propos|ask|urg|want|request|suggest|call|order)/u;
const NEVER_A_GOVERNOR = wordSet('not never also still soon only again now n t be been have has had to');
const CLAUSE = /[,;:()“”"«»]/u;
const REACH = 5;

/** Stage of a word, by the auxiliary or "to" before it. An infinitive is coming unless its verb says it happened. */
export function stageOf(terms: readonly Term[], at: number): Stage {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i -= 1) {
    const term = terms[i];
    if (!term || (term.sign && CLAUSE.test(term.raw))) break;
    if (POSSIBLE.has(term.key)) return terms[i + 1]?.key === 'not' ? 'told' : 'possible';
    if (COMING.has(term.key)) return 'coming';
    if (term.key === 'to') {
      const governors = [terms[i - 1], terms[i - 2], terms[i - 3]].flatMap((governor) => governor?.key ?? []);
      // "belongs to", "refused to accept": a refusal is a negation, not a future event.
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

/** Stage of a clause by its auxiliaries alone, for words that don't show it. */
export function clauseStage(terms: readonly Term[]): Stage | 'past' {
  const keys = terms.map(({ key }) => key);
  const ahead = keys.some((key, at) => COMING.has(key) || (key === 'to' && RIGHT_BEFORE.has(keys[at - 1] ?? '')));
  const meant = keys.some((key, at) => INTENDS.test(key) && keys.slice(at + 1, at + 4).includes('to'));
  if (ahead || meant) return 'coming';
  if (keys.some((key) => POSSIBLE.has(key))) return 'possible';
  return keys.some((key) => PAST.has(key)) ? 'past' : 'told';
}
