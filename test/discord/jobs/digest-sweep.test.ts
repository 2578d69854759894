import { expect, it } from 'vitest';
import type { Outbox } from '../../../src/store/outbox/outbox.ts';
import type { Store } from '../../../src/store/store.ts';
import { CALL_FAULTS, type CallFault } from '../digest-discord.ts';
import { type Desk, NOTICES, openDesk, seenIn } from '../digest-desk.ts';

/** A write or a read of the store that fails, or that is done and then fails (the line breaks before its answer). */
type StoreFault = 'fails' | 'done and fails';
const STORE_FAULTS: readonly StoreFault[] = ['fails', 'done and fails'];

/** For good, or for long enough that every attempt of the first minutes meets it. */
const LASTING = 1_000;
const TO_BRIEF = 'PT30M';
/** Two hours, densely at first. */
const AFTERWARDS = [
  ...Array.from({ length: 6 }, () => 'PT15S'),
  ...Array.from({ length: 10 }, () => 'PT1M'),
  ...Array.from({ length: 6 }, () => 'PT20M'),
];

interface Case {
  readonly parts: number;
  /** The n-th operation, from 1, and how many from there on meet the fault. */
  readonly from: number;
  readonly length: number;
  readonly fault: CallFault | StoreFault;
}

type Control = Pick<NonNullable<Parameters<typeof openDesk>[0]>, 'through' | 'window'>;

const isStoreFault = (fault: CallFault | StoreFault): fault is StoreFault => STORE_FAULTS.some((one) => one === fault);
const isCallFault = (fault: CallFault | StoreFault): fault is CallFault => CALL_FAULTS.some((one) => one === fault);

/** Runs a brief with the case's fault, and says how many operations there were. */
async function post(
  { parts, from, length, fault }: Case,
  control: Control,
): Promise<{ desk: Desk; operations: number }> {
  let operations = 0;
  const meets = (): boolean => operations >= from && operations < from + length;
  const through = <Given extends readonly unknown[], Value>(act: (...given: Given) => Promise<Value>) => {
    return async (...given: Given): Promise<Value> => {
      operations += 1;
      const wrong = isStoreFault(fault) && meets();
      if (wrong && fault === 'fails') throw new Error('the store is away');
      const value = await act(...given);
      if (wrong) throw new Error('the store went away');
      return value;
    };
  };
  const between = (store: Store): Store => {
    const inner = store.outbox;
    const ledger: Outbox = {
      ...inner,
      enqueue: through(inner.enqueue),
      pending: through(inner.pending),
      lease: through(inner.lease),
      replacePayload: through(inner.replacePayload),
      beginAttempt: through(inner.beginAttempt),
      completePart: through(inner.completePart),
      finish: through(inner.finish),
      release: through(inner.release),
      briefs: through(inner.briefs),
      last: through(inner.last),
      lastDate: through(inner.lastDate),
    };
    const { digests } = store;
    return { ...store, outbox: ledger, digests: { ...digests, on: through(digests.on), park: through(digests.park) } };
  };
  const desk = await openDesk({
    ...control,
    parts,
    between,
    fault: () => {
      operations += 1;
      return isCallFault(fault) && meets() ? fault : null;
    },
  });
  await desk.run(TO_BRIEF, ...AFTERWARDS);
  await desk.store.close();
  return { desk, operations };
}

/** What is wrong with how it ended; null when it is as it should be. */
function verdict({ parts, length, fault }: Case, { discord, troubles }: Desk): string | null {
  const seen = seenIn(discord).map((content) => content.replace(' late', ''));
  const whole = Array.from({ length: parts }, (_, part) => `2026-03-02 part ${part}`);
  const lasting = length === LASTING;
  const complete = seen.join() === whole.join();
  const begun = whole.join().startsWith(seen.join());
  const notices = seenIn(discord, NOTICES);
  if (troubles.length > 1 && new Set(troubles.map(({ kind }) => kind)).size > 1) return 'two kinds of trouble';
  if (new Set(notices).size < notices.length) return `told twice: ${notices.join()}`;
  if (!lasting) return complete && notices.length === 0 ? null : `${seen.join()} · ${notices.join()}`;
  // What lasts may stop a brief, and then only by a plain refusal or with nothing doubled and nothing out of order.
  if (!begun) return `out of order: ${seen.join()}`;
  if (fault === 'refused' && !complete && troubles.length !== 1) return `nobody was told: ${seen.join()}`;
  return null;
}

/** Every fault at every operation; what ended wrong. */
async function sweep(
  parts: number,
  faults: readonly Case['fault'][] = [...CALL_FAULTS, ...STORE_FAULTS],
  control: Control = {},
): Promise<{ cases: number; wrong: string[] }> {
  const wrong: string[] = [];
  let cases = 0;
  for (const fault of faults) {
    for (const length of [1, LASTING]) {
      let last = 1;
      for (let from = 1; from <= last; from += 1) {
        const one: Case = { parts, from, length, fault };
        const { desk, operations } = await post(one, control);
        cases += 1;
        const said = verdict(one, desk);
        if (said !== null) wrong.push(`${length} × ${fault} from operation ${from}: ${said}`);
        // Beyond the operations of the brief a fault only meets looks at an empty list.
        last = Math.min(operations, 12 + 4 * parts);
      }
    }
  }
  return { cases, wrong };
}

it.for([1, 5])(
  'a brief of %i part(s) ends right whichever operation fails, and however',
  { timeout: 180_000 },
  async (parts) => {
    const { cases, wrong } = await sweep(parts);
    expect(wrong).toStrictEqual([]);
    expect(cases).toBeGreaterThan(16 * (10 + 4 * parts));
  },
);

it('doubles without the nonce, and without the look back once Discord has forgotten the nonce', async () => {
  const forgetful = Temporal.Duration.from({ seconds: 0 });
  const withoutNonce = await sweep(1, ['very late'], {
    through: (discord) => ({
      ...discord,
      post: (channel, body, signal) => discord.post(channel, { ...body, enforce_nonce: false }, signal),
    }),
  });
  const withoutLook = await sweep(1, ['applied'], {
    window: forgetful,
    through: (discord) => ({ ...discord, history: () => Promise.resolve({ is: 'read', messages: [] }) }),
  });
  const doubled = '2026-03-02 part 0,2026-03-02 part 0';
  expect(withoutNonce.wrong).toContainEqual(expect.stringContaining(doubled));
  expect(withoutLook.wrong).toContainEqual(expect.stringContaining(doubled));
});
