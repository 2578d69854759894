import type { DifferenceKind } from './note.ts';

/** Kind of a sentence part. `word` is any other content word, including verbs. */
export type PartKind = Exclude<DifferenceKind, 'negation'> | 'time' | 'word';

/** `unread`: the part is there but could not be parsed. */
export type PartState = 'met' | 'differs' | 'absent' | 'unread';

/** A checkable part of a sentence, compared with one fact. */
export interface Part {
  readonly kind: PartKind;
  /** As in the draft, with its UTF-16 offset in the sentence. */
  readonly draft: string;
  readonly start: number;
  readonly state: PartState;
  /** Set if the part differs: the base's version, and the kind of difference if it is one. */
  readonly base?: string;
  readonly differs?: DifferenceKind;
  readonly fact?: string;
}
