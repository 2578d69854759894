import type { DateMention } from '../../search/analysis/dates/date-mentions.ts';
import type { CountMention } from '../terms/counts.ts';
import type { Term } from '../terms/terms.ts';

/** What shows a fact: its own sentence and snippets, and the sentences of the sources that they stand in. */
export interface Evidence {
  /** The desk's sentence, the exact words and the snippets. */
  readonly narrow: string;
  /** Of the narrow text, then of the wide one. */
  readonly terms: readonly Term[];
  /** Concepts of the narrow text; of the wide one and the names of whom it is about. */
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** Every word of the wide text and of the names, folded in each way. */
  readonly folds: ReadonlySet<string>;
  /** The words of the narrow text and of the names alone. */
  readonly ownFolds: ReadonlySet<string>;
  /** Ids of those in the fact's fields and sentence, and of whom their roles are of. */
  readonly ids: ReadonlySet<string>;
  readonly wideCounts: readonly CountMention[];
  readonly dates: readonly DateMention[];
  readonly wide: string;
  /** The synonyms of its own words. */
  readonly synonyms: () => ReadonlySet<string>;
}
