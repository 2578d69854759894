import type { EntityIndexes } from '../entities/entity-indexes.ts';
import type { FactBase } from './fact-index.ts';

/** A story made searchable. */
export interface StoryIndex extends EntityIndexes {
  readonly facts: FactBase;
}
