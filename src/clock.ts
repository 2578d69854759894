/** The one way to the time of day. It is passed in, so that a test or a replay says what "now" is. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };
