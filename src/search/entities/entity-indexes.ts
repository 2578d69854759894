import type { Story, Where, Who } from '../../data/model/fact.ts';
import type { EntityBase } from './entity-index.ts';
import type { TextIndex } from '../engine/text-index.ts';
import type { OfficeIndex } from './office-index.ts';

/** The people, bodies, places and offices of a story, made searchable. */
export interface EntityIndexes {
  readonly story: Story;
  readonly who: EntityBase<Who>;
  readonly where: EntityBase<Where>;
  readonly roles: OfficeIndex;
  /** The words of the facts: a word that they use is less likely a misspelt name. */
  readonly facts: { readonly documents: TextIndex };
}
