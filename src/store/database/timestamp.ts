/**
 * An instant as the store keeps it: UTC, always with milliseconds, so that the order of the texts is the order of time.
 * (`Temporal.Instant.toString()` alone drops zeros, and "…00.500Z" would sort before "…00Z".)
 */
export function toTimestamp(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** What comes before the first row. */
export const GENESIS_HASH = '0'.repeat(64);
