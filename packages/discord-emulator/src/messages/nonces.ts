import type { EmulatorClock } from '../clock.ts';
import type { Settings } from '../settings.ts';

/** What was posted under which nonce, by channel, for as long as a nonce is remembered. */
export interface Nonces {
  /** The id of the message that was posted under this nonce before; null where there was none. */
  known(channel: string, nonce: string): string | null;
  keep(channel: string, nonce: string, message: string): void;
}

export function openNonces(core: { readonly clock: EmulatorClock; readonly settings: Settings }): Nonces {
  const kept = new Map<string, { message: string; until: number }>();
  return {
    known(channel, nonce) {
      const found = kept.get(`${channel} ${nonce}`);
      return found && found.until > core.clock.now() ? found.message : null;
    },
    keep(channel, nonce, message) {
      const now = core.clock.now();
      for (const [key, one] of kept) if (one.until <= now) kept.delete(key);
      kept.set(`${channel} ${nonce}`, { message, until: now + core.settings.nonceMs });
    },
  };
}
