import type { Edtf } from '../../data/model/edtf.ts';
import type { Fact, Story, Who } from '../../data/model/fact.ts';
import type { Offices } from '../../search/entities/title-matcher.ts';
import type { Evidence } from './evidence.ts';
import type { Concepts } from '../terms/concepts.ts';
import type { CountMention } from '../terms/counts.ts';
import type { KnownNames } from './name-words.ts';
import type { NameFinder, NameMention } from '../terms/name-finder.ts';
import type { Term } from '../terms/terms.ts';

/** A story made ready to hold drafts against. */
export interface CheckerIndex {
  readonly story: Story;
  readonly concepts: Concepts;
  readonly names: NameFinder;
  readonly people: KnownNames;
  readonly offices: Offices;
  /** Those who bear a title. */
  readonly holders: readonly Who[];
  /** The facts that say who somebody is. */
  roleFacts(who: string): readonly Fact[];
  /** The facts that took the place of a fact. */
  newer(fact: string): readonly Fact[];
  readonly facts: readonly Fact[];
  /** Indexes into `facts` by concept, or by '@' and the id of whom or what the fact speaks of. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** How much a concept tells: ln(1 + N / the number of its facts). */
  weight(concept: string): number;
  /** Read when it is first needed, then kept as long as the base. */
  entry(index: number): FactEntry;
  /** Concepts that the story writes with a capital in the middle of a sentence. */
  readonly propers: ReadonlySet<string>;
  /** The places around and within a place, itself included. */
  near(place: string): ReadonlySet<string>;
  /** The places around a place, without itself. */
  outer(place: string): ReadonlySet<string>;
  /** The last day that the sources are of: the day of a draft that gives none. */
  readonly lastDay: string | null;
}

/** A fact as it is held against a draft. */
export interface FactEntry {
  readonly fact: Fact;
  /** The words of the desk's own sentence. */
  readonly terms: readonly Term[];
  readonly core: ReadonlyMap<string, readonly Term[]>;
  /** The concepts of its sentence without the names of places: those are compared apart. */
  readonly own: ReadonlySet<string>;
  /** Concepts of the snippets, and of the words for asking. */
  readonly near: ReadonlySet<string>;
  readonly asks: ReadonlySet<string>;
  /** Whom and what it speaks of. */
  readonly ids: ReadonlySet<string>;
  /** Names in its sentence. */
  readonly names: readonly NameMention[];
  readonly counts: readonly CountMention[];
  readonly when: Edtf | null;
  /** What shows it, read when it is first needed. */
  readonly evidence: Evidence;
  /** The printed words for the time, and the snippets: where a time of day may stand. */
  readonly timed: string;
}
