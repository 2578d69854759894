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

/** Where the base's version is no words of the base, or is one of somebody else than the kind says. */
export type DifferenceDetail = 'noSuchDay' | 'otherWeekday' | 'ownVoice' | 'hearer';

/** What is to be said about a part of a sentence: the draft's version and the base's. */
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
  /** Empty where the detail says it all. */
  readonly base: string;
  /** The fact that the note is about. */
  readonly fact?: string;
}

/** How a part of a sentence compares with a fact; null where the fact tells nothing of it. */
export type Outcome = 'agrees' | 'differs' | null;
