import type { PublishedError } from '../../../reply/cards/correction.ts';
import type { Correction } from '../../../store/corrections/correction-queue.ts';

/** A correction that is to reach whoever saw the error. */
export interface PendingCorrection {
  readonly correction: Correction;
  readonly wrong: PublishedError;
}
