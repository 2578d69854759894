import type { EmulatorClock } from '../src/clock.ts';

/** A clock that stands still until a test moves it. */
export interface HandClock extends EmulatorClock {
  /** Moves on by `ms`, and runs what falls due on the way, in order. */
  move(ms: number): void;
}

export function handClock(start = Date.UTC(2026, 0, 1)): HandClock {
  let now = start;
  let timers: { at: number; act: () => void }[] = [];
  return {
    now: () => now,
    after(ms, act) {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    move(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = timers.filter((one) => one.at <= until).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = until;
    },
  };
}
