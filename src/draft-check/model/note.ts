export type DifferenceKind =
  | 'count'
  | 'day'
  | 'place'
  | 'name'
  | 'role'
  | 'speaker'
  | 'words'
  | 'certainty'
  | 'negation';

/** Details where the base's version has no words in the base, or is somebody else's. */
export type DifferenceDetail = 'noSuchDay' | 'otherWeekday' | 'ownVoice' | 'hearer';

/** A note on a part of a sentence: the draft's version and the base's. */
export interface Note {
  readonly kind:
    | DifferenceKind
    | 'attributed'
    | 'disputed'
    | 'corrected'
    | 'retracted'
    | 'unverified'
    | 'overtaken'
    | 'damaged'
    | 'unknown';
  readonly detail?: DifferenceDetail;
  readonly draft: string;
  /** Empty if the detail is enough. */
  readonly base: string;
  /** The fact that the note refers to. */
  readonly fact?: string;
}

/** Result of comparing a part of a sentence with a fact; null if the fact says nothing about it. */
export type Outcome = 'agrees' | 'differs' | null;
