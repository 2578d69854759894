/** The only source of the time. It is passed in, so that a test or a replay sets "now". */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };
