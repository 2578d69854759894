/**
 * An instant as text: UTC, always with milliseconds, so that the texts sort by time.
 * (`Temporal.Instant.toString()` alone drops zeros, and "…00.500Z" would sort before "…00Z".)
 */
export function toTimestamp(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** The hash before the first row of the audit log. */
export const GENESIS_HASH = '0'.repeat(64);
