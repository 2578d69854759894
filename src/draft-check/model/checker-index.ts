import type { Edtf } from '../../data/model/edtf.ts';
import type { Fact, Story, Who } from '../../data/model/fact.ts';
import type { Offices } from '../../search/entities/title-matcher.ts';
import type { Evidence } from './evidence.ts';
import type { Concepts } from '../terms/concepts.ts';
import type { CountMention } from '../terms/counts.ts';
import type { KnownNames } from './name-words.ts';
import type { NameFinder, NameMention } from '../terms/name-finder.ts';
import type { Term } from '../terms/terms.ts';

/** A story indexed for checking drafts. */
export interface CheckerIndex {
  readonly story: Story;
  readonly concepts: Concepts;
  readonly names: NameFinder;
  readonly people: KnownNames;
  readonly offices: Offices;
  /** People with a title. */
  readonly holders: readonly Who[];
  /** Facts that give a person's role. */
  roleFacts(who: string): readonly Fact[];
  /** Facts that replaced a fact. */
  newer(fact: string): readonly Fact[];
  readonly facts: readonly Fact[];
  /** Indexes into `facts` by concept, or by '@' and the id of an entity. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Weight of a concept: ln(1 + N / the number of its facts). */
  weight(concept: string): number;
  /** Computed on first use, then cached. */
  entry(index: number): FactEntry;
  /** Concepts that the story capitalises in the middle of a sentence. */
  readonly propers: ReadonlySet<string>;
  /** The places around and within a place, including itself. */
  near(place: string): ReadonlySet<string>;
  /** The places around a place, without itself. */
  outer(place: string): ReadonlySet<string>;
  /** The last day of any source: the default day of a draft. */
  readonly lastDay: string | null;
}

/** A fact prepared for comparison with a draft. */
export interface FactEntry {
  readonly fact: Fact;
  /** The words of the desk's own sentence. */
  readonly terms: readonly Term[];
  readonly core: ReadonlyMap<string, readonly Term[]>;
  /** Concepts of its sentence without place names, which are compared separately. */
  readonly own: ReadonlySet<string>;
  /** Concepts of the snippets and keywords. */
  readonly near: ReadonlySet<string>;
  readonly asks: ReadonlySet<string>;
  /** Ids of its entities. */
  readonly ids: ReadonlySet<string>;
  /** Names in its sentence. */
  readonly names: readonly NameMention[];
  readonly counts: readonly CountMention[];
  readonly when: Edtf | null;
  /** Its evidence, computed on first use. */
  readonly evidence: Evidence;
  /** The printed time words and the snippets: they may hold a time of day. */
  readonly timed: string;
}
