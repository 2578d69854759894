export type Difference = 'count' | 'day' | 'place' | 'name' | 'role' | 'speaker' | 'words' | 'certainty' | 'negation';

/** What is to be said about a part of a sentence: the draft's version and the base's. */
export interface Note {
  readonly kind:
    | Difference
    | 'attributed'
    | 'disputed'
    | 'corrected'
    | 'retracted'
    | 'unverified'
    | 'overtaken'
    | 'damaged'
    | 'unknown';
  readonly draft: string;
  readonly base: string;
  /** The fact that the note is about. */
  readonly fact?: string;
}
