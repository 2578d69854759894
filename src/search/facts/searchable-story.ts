import type { EntityIndexes } from '../entities/entity-indexes.ts';
import type { SentenceVectors } from '../meaning/sentence-vectors.ts';
import type { FactIndex } from './fact-index.ts';

export interface StoryIndex extends EntityIndexes {
  readonly facts: FactIndex;
  /** Search by meaning; null for words and names only. */
  readonly sentences: SentenceVectors | null;
}
