/** What Discord documents or leaves open, as numbers that a test may change. Times in milliseconds. */
export interface Settings {
  /** Between two heartbeats; Discord says 41,250. */
  readonly heartbeatMs: number;
  /** An interaction must be acknowledged within this time: 3,000. */
  readonly ackMs: number;
  /** How long an interaction's token works: 15 minutes. */
  readonly tokenMs: number;
  /** How long a nonce is remembered. Discord says "the last few minutes": anything from 60,000 to 600,000 is right. */
  readonly nonceMs: number;
  /** Rate limits on or off. */
  readonly limits: boolean;
  /** How many shards `GET /gateway/bot` advises. */
  readonly shards: number;
  /** How many IDENTIFYs are left today: 1,000 at first. */
  readonly identifies: number;
  /** Privileged intents that the application may use, as bits; asking for another is answered by close 4014. */
  readonly privileged: number;
  /** Whether an interaction takes one callback alone, as Discord has it. Off, for tests that must see doubles. */
  readonly once: boolean;
  /** How long a session without a connection can be resumed. Discord says "in time"; 300,000 here. */
  readonly resumeMs: number;
  /** How many frames of a session are kept for RESUME. */
  readonly replay: number;
}

export const DEFAULTS: Settings = {
  heartbeatMs: 41_250,
  ackMs: 3_000,
  tokenMs: 900_000,
  nonceMs: 180_000,
  limits: true,
  shards: 1,
  identifies: 1_000,
  privileged: 0,
  once: true,
  resumeMs: 300_000,
  replay: 1_000,
};
