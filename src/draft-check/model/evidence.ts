import type { DateMention } from '../../search/analysis/dates/date-mentions.ts';
import type { CountMention } from '../terms/counts.ts';
import type { Term } from '../terms/terms.ts';

/** Texts that support a fact: its sentence, its snippets, and the source sentences around them. */
export interface Evidence {
  /** The desk's sentence, the exact words and the snippets. */
  readonly narrow: string;
  /** Terms of the narrow text, then of the wide one. */
  readonly terms: readonly Term[];
  /** Concepts of the narrow text; then of the wide one and the names of its entities. */
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** Every fold of every word of the wide text and the names. */
  readonly folds: ReadonlySet<string>;
  /** Words of the narrow text and the names only. */
  readonly ownFolds: ReadonlySet<string>;
  /** Ids in the fact's fields and sentence, and the bodies of their roles. */
  readonly ids: ReadonlySet<string>;
  readonly wideCounts: readonly CountMention[];
  readonly dates: readonly DateMention[];
  readonly wide: string;
  /** The synonyms of its own words. */
  readonly synonyms: () => ReadonlySet<string>;
}
