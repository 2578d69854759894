import type { LogEntry } from './web-client/protocol.d.ts';
import type { EmulatorClock } from './clock.ts';

export type { LogEntry };

/** Everything that happened, in order: each request, each frame that matters, each fault, each visible message. */
export interface Log {
  readonly entries: LogEntry[];
  write(kind: LogEntry['kind'], summary: string, more?: Partial<LogEntry>): LogEntry;
}

/** Keeps the last `limit` entries; the numbers go on counting. */
export function openLog(clock: EmulatorClock, limit: number): Log {
  const entries: LogEntry[] = [];
  let n = 0;
  return {
    entries,
    write(kind, summary, more) {
      n += 1;
      const entry: LogEntry = { n, at: new Date(clock.now()).toISOString(), kind, summary, ...more };
      entries.push(entry);
      // Cut in batches: shifting one entry at each write would copy the whole list.
      if (entries.length > limit * 1.25) entries.splice(0, entries.length - limit);
      return entry;
    },
  };
}
