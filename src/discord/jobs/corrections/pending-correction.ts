import type { Wrong } from '../../../reply/cards/correction.ts';
import type { Correction } from '../../../store/corrections/correction-queue.ts';

/** A correction that is to reach whoever saw the error. */
export interface Spreading {
  readonly correction: Correction;
  readonly wrong: Wrong;
}
