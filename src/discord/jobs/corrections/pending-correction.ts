import type { PublishedError } from '../../../reply/cards/correction.ts';
import type { Correction } from '../../../store/corrections/correction-queue.ts';

/** A correction that has not reached every message with the error. */
export interface PendingCorrection {
  readonly correction: Correction;
  readonly wrong: PublishedError;
}
