/** A row of the table. Times in milliseconds from the user's action to the visible result. */
export interface DoorRow {
  /**
   * `login`: from the bot's start until it can answer. `who`: a typed name; `picked`: a chosen name, sent as an id.
   * `autocomplete`: beginnings of names, typed before; `slip`: the same with a wrong letter, not typed before.
   * `burst`: names, all asked at once.
   */
  readonly what: 'login' | 'who' | 'picked' | 'autocomplete' | 'slip' | 'burst';
  readonly bot: string;
  readonly in_flight: number;
  readonly n: number;
  /** Not answered within 3 s. */
  readonly failed: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
  readonly per_s: number;
  /** Processor time of the bot per question, including its library: a busy machine changes it little. */
  readonly cpu_ms: number;
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

export const round2 = (value: number): number => Math.round(value * 100) / 100;

interface Sum {
  readonly times: readonly number[];
  readonly failed: number;
  readonly seconds: number;
  readonly cpuMs: number;
}

export function row(
  what: DoorRow['what'],
  bot: string,
  inFlight: number,
  { times, failed, seconds, cpuMs }: Sum,
): DoorRow {
  return {
    what,
    bot,
    in_flight: inFlight,
    n: times.length,
    failed,
    p50_ms: round2(quantile(times, 0.5)),
    p95_ms: round2(quantile(times, 0.95)),
    p99_ms: round2(quantile(times, 0.99)),
    max_ms: round2(quantile(times, 1)),
    per_s: seconds > 0 ? Math.round(times.length / seconds) : 0,
    cpu_ms: round2(cpuMs / times.length),
  };
}
