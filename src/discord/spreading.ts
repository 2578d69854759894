import type { Wrong } from '../reply/correction.ts';
import type { Correction } from '../store/marks.ts';

/** A correction that is to reach whoever saw the error. */
export interface Spreading {
  readonly correction: Correction;
  readonly wrong: Wrong;
}

/** Where a story is curated: the server and the channel of its editors; null where nobody has claimed it. */
export type CuratedIn = (story: string) => Promise<{ readonly server: string; readonly channel: string } | null>;
