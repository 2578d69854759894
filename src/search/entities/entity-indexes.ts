import type { Story, Where, Who } from '../../data/model/fact.ts';
import type { EntityBase } from './entity-index.ts';
import type { TextIndex } from '../engine/text-index.ts';
import type { OfficeIndex } from './office-index.ts';

export interface EntityIndexes {
  readonly story: Story;
  readonly who: EntityBase<Who>;
  readonly where: EntityBase<Where>;
  readonly roles: OfficeIndex;
  /** A word that facts use is less likely to be a misspelt name. */
  readonly facts: { readonly documents: TextIndex };
}
