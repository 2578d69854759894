import type { EntityIndexes } from '../entities/entity-indexes.ts';
import type { SentenceVectors } from '../meaning/sentence-vectors.ts';
import type { FactIndex } from './fact-index.ts';

/** A story made searchable. */
export interface StoryIndex extends EntityIndexes {
  readonly facts: FactIndex;
  /** What finds by meaning; null where only words and names find. */
  readonly sentences: SentenceVectors | null;
}
