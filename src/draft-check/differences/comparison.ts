import type { Match } from '../matching/match-score.ts';
import type { Base } from '../model/checker-index.ts';
import { deniedAlone } from '../matching/compare-fields.ts';
import type { Detail, Difference } from '../model/note.ts';
import type { Place } from '../reading/places.ts';
import { clauseAt, type Reading } from '../reading/read-sentence.ts';
import type { Wording } from '../matching/compare-quotation.ts';

/** One thing in which a sentence differs from the base. */
export interface Finding {
  readonly kind: Difference;
  readonly detail?: Detail;
  readonly draft: string;
  readonly base: string;
  readonly fact?: string;
}

/** A sentence and everything that it is held against. */
export interface Compared {
  readonly reading: Reading;
  readonly places: readonly Place[];
  readonly matches: readonly Match[];
  /** All facts that were looked at, those too that are merely near. */
  readonly measured: readonly Match[];
  readonly wordings: readonly Wording[];
  readonly base: Base;
}

/** The facts that a part of the sentence may be held against: those of its clause, or all where it has none. */
export function inCharge(start: number, { reading, matches }: Compared): readonly Match[] {
  const clause = clauseAt(reading, start);
  const own = matches.filter(({ home }) => home.has(clause));
  return own.length > 0 ? own : matches;
}

/** Facts that contradict, replace or are replaced by those in charge: what agrees with them is not wrong, but disputed or old. */
export function kin({ matches, measured, reading, base }: Compared): Match[] {
  const ids = matches.map(({ entry }) => entry.fact.id);
  const related = ({ fact }: Match['entry']) =>
    fact.contradicts.some((id) => ids.includes(id)) ||
    fact.supersedes.some((id) => ids.includes(id)) ||
    matches.some(({ entry }) => entry.fact.supersedes.includes(fact.id));
  const spoken = ({ fact }: Match['entry']) =>
    fact.contradicts.length === 0 ||
    (fact.said_by !== undefined &&
      reading.names.some(({ ids: named }) => named.includes(fact.said_by ?? '')) &&
      base.story.facts.has(fact.id));
  return measured.filter(({ entry, items }) => related(entry) && spoken(entry) && !deniedAlone([...items], entry));
}
