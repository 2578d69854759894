/** The emulator's own way to the time: nothing outside this folder is imported, so that the emulator stays a second referee. */
export interface EmulatorClock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs `act` once, `ms` milliseconds from now; the returned function calls it off. */
  after(ms: number, act: () => void): () => void;
}

export const systemClock: EmulatorClock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    // What is still to happen keeps no process alive: the server does, until it is closed.
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
