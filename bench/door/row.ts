/** One line of the table. Times in milliseconds from what the user did to what the user sees. */
export interface DoorRow {
  /**
   * `login`: from the start of the bot to its first answerable moment. `who`: a name typed out; `picked`: one chosen among
   * those offered, of which Discord sends the id. `autocomplete`: beginnings of names, which were typed before; `slip`: the
   * same with a letter that does not belong there, which were not. `burst`: names, all asked at once.
   */
  readonly what: 'login' | 'who' | 'picked' | 'autocomplete' | 'slip' | 'burst';
  readonly bot: string;
  readonly in_flight: number;
  readonly n: number;
  /** Asked, and not answered in 3 s. */
  readonly failed: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
  readonly per_s: number;
  /** Processor time of the bot for one question, its library's included: what a busy machine does not change much. */
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
