import type { DifferenceKind } from './note.ts';

/** What a part of a sentence is. `word` is any other word that tells something, the verb among them. */
export type PartKind = Exclude<DifferenceKind, 'negation'> | 'time' | 'word';

/** `unread`: it is there, and nothing could be made of it. */
export type PartState = 'met' | 'differs' | 'absent' | 'unread';

/** One checkable part of a sentence, held against one fact. */
export interface Part {
  readonly kind: PartKind;
  /** As the draft has it, with its UTF-16 offset in the sentence. */
  readonly draft: string;
  readonly start: number;
  readonly state: PartState;
  /** Set where it differs from the fact: as the base has it, and the kind of difference where it is one. */
  readonly base?: string;
  readonly differs?: DifferenceKind;
  readonly fact?: string;
}
