import { pause, type EmulatorClock } from '../clock.ts';
import type { RestFault } from '../faults/plan.ts';
import { tooMany } from './rate-limits.ts';
import type { Answer } from './router.ts';

/** Does the work of a call under a fault: late, not at all, or with its answer lost. */
export async function troubled(fault: RestFault | null, clock: EmulatorClock, work: () => Answer): Promise<Answer> {
  switch (fault?.kind) {
    case undefined:
      return work();
    case 'delay':
    case 'hang':
      await pause(clock, fault.ms);
      return work();
    case 'answer':
      return { status: fault.status, body: { message: fault.message, code: fault.code } };
    case 'limit':
      return tooMany(fault.afterMs, fault.scope);
    case 'limit-html': {
      const headers = { 'retry-after': String(Math.ceil(fault.afterMs / 1_000)), 'content-type': 'text/html' };
      return { status: 429, body: '<!doctype html><title>Access denied</title>', headers };
    }
    case 'cut':
      return { status: 0, spoilt: 'cut' };
    case 'cut-applied':
      return { ...work(), spoilt: 'cut' };
    case 'applied':
      work();
      return { status: fault.status, body: { message: `${fault.status}: fault`, code: 0 } };
    case 'truncated':
      return { ...work(), spoilt: 'half' };
  }
}
