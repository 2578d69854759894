import type { EntityIndexes } from '../entities/entity-indexes.ts';
import type { FactIndex } from './fact-index.ts';

/** A story made searchable. */
export interface StoryIndex extends EntityIndexes {
  readonly facts: FactIndex;
}
