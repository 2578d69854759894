/** The emulator's own clock: it imports nothing of the bot, so that it can judge it. */
export interface EmulatorClock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs `act` once, `ms` milliseconds from now; the returned function cancels it. */
  after(ms: number, act: () => void): () => void;
}

export const systemClock: EmulatorClock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    // Timers keep no process alive: the server does, until it is closed.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms` on the given clock. */
export function pause(clock: EmulatorClock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
