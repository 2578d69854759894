import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.ts';
import { handClock } from '../../store/engines.ts';
import { Desk, FIRST } from './desk.ts';
import { type Act, Model } from './model.ts';

const FULL = process.env['FACTDESK_FULL'] === '1';
const SEQUENCES = FULL ? 10_000 : 1000;
const SEED = Number(process.env['FACTDESK_SEED'] ?? 20_310_321);

const PEOPLE = ['Ana', 'Bo', 'Cy', 'Di'] as const;
const person = fc.constantFrom(...PEOPLE);
const fact = fc.constantFrom(...FIRST, 'n1', 'n2');
/** Mostly the newest proposals: what is long decided answers the same for ever. */
const back = fc.nat(3);
/** How far behind the version is that somebody still sees. */
const behind = fc.constantFrom(0, 0, 0, 0, 1);

type Step = fc.AsyncCommand<Model, Desk>;

/** One step: what it does to the model and to the desk, and that both answer the same. */
class Do implements Step {
  readonly name: string;
  readonly wants: (model: Model) => boolean;
  readonly work: (model: Model, desk: Desk) => Promise<readonly [meant: unknown, was: unknown]>;

  constructor(name: string, work: Do['work'], wants: Do['wants'] = () => true) {
    this.name = name;
    this.work = work;
    this.wants = wants;
  }

  check = (model: Model): boolean => this.wants(model);
  run = async (model: Model, desk: Desk): Promise<void> => {
    const [meant, was] = await this.work(model, desk);
    assert.deepStrictEqual(was, meant);
  };
  toString = (): string => this.name;
}

const some = ({ proposals }: Model): boolean => proposals.length > 0;
const place = ({ proposals }: Model, ago: number): number => Math.max(0, proposals.length - 1 - ago);
const seen = (model: Model, at: number, old: number): number => Math.max(1, (model.proposals[at]?.version ?? 1) - old);

const proposing = fc
  .tuple(
    person,
    fc.constantFrom<Act>('add', 'correct', 'correct', 'retract', 'verify'),
    fact,
    fc.nat(9),
    fc.constantFrom<'draft' | 'open'>('draft', 'open', 'open', 'open'),
  )
  .map(
    ([name, wanted, id, n, state]) =>
      new Do(`${name} proposes ${wanted} ${id} ${n}`, async (model, desk) => {
        // A new fact gets an id that is free, and only what is there is changed.
        const act = model.facts.has(id) ? (wanted === 'add' ? 'correct' : wanted) : 'add';
        model.propose(name, act, id, `${id} says ${n}`, state);
        await desk.propose(name, act, id, `${id} says ${n}`, state);
        return [null, null];
      }),
  );

const steps = [
  proposing,
  proposing,
  proposing,
  fc.tuple(person, back, behind, fc.nat(9)).map(
    ([name, ago, old, n]) =>
      new Do(
        `${name} edits ${ago} ${old}`,
        async (model, desk) => {
          const at = place(model, ago);
          const version = seen(model, at, old);
          const text = `${model.proposals[at]?.fact} says ${n} again`;
          return [model.edit(at, version, name, text), await desk.edit(at, version, name, text)];
        },
        some,
      ),
  ),
  ...(['approve', 'approve', 'approve', 'approve', 'approve', 'approve', 'reject', 'withdraw', 'open'] as const).map(
    (what) =>
      fc.tuple(person, back, behind).map(
        ([name, ago, old]) =>
          new Do(
            `${name} ${what} ${ago} ${old}`,
            async (model, desk) => {
              const at = place(model, ago);
              const version = seen(model, at, old);
              return [model[what](at, version, name), await desk[what](at, version, name)];
            },
            some,
          ),
      ),
  ),
  // A person who goes takes much along: rarely, so that something comes about.
  fc.tuple(person, fc.nat(5)).map(
    ([name, n]) =>
      new Do(
        `${name} is forgotten`,
        async (model, desk) => [model.forget(name), await desk.forget(name)],
        () => n === 0,
      ),
  ),
  fc.tuple(person, fc.nat(3)).map(
    ([name, n]) =>
      new Do(n === 0 ? `${name} loses the role` : `${name} has the role`, (model, desk) => {
        if (n === 0) model.lost.add(name);
        else model.lost.delete(name);
        desk.role(name, n !== 0);
        return Promise.resolve([null, null]);
      }),
  ),
  fc.constant(new Do('reload', async (model, desk) => [model.facts, await desk.served()])),
  fc.constant(
    new Do('a change by hand', (_model, desk) => {
      desk.byHand();
      return Promise.resolve([null, null]);
    }),
  ),
  fc.boolean().map(
    (isCut) =>
      new Do(isCut ? 'an export that is cut' : 'an export', async (model, desk) => {
        model.rows += await desk.export(isCut);
        return [model.facts, await desk.served()];
      }),
  ),
];

let store: Store;
let stories = 0;
beforeAll(async () => {
  store = await openStore({ file: ':memory:' }, { clock: handClock('2031-03-18T09:00:00Z') });
});
afterAll(() => store.close());

const rowsOf = async (): Promise<number> => (await store.audit.head())?.seq ?? 0;
const done = { steps: 0, approved: 0 };

/** Any sequence of steps, and then: all proposals, all facts and the log are as they are meant to be. */
const property = (deskOf: (story: string) => Desk) =>
  fc.asyncProperty(fc.commands(steps, { maxCommands: 50, size: FULL ? 'max' : 'medium' }), async (sequence) => {
    stories += 1;
    const desk = deskOf(`story-${stories}`);
    const model = new Model();
    for (const id of FIRST)
      model.facts.set(id, { says: `${id} says`, status: 'reported', checked: false, corrections: 0 });
    const before = await rowsOf();
    await fc.asyncModelRun(() => ({ model, real: desk }), sequence);
    expect(await desk.served()).toStrictEqual(model.facts);
    expect((await rowsOf()) - before).toBe(model.rows);
    const kept = await Promise.all(desk.proposals.map(({ id }) => store.proposals.get(id)));
    expect(kept.map((one) => [one?.state, one?.version, one?.approvals.length])).toStrictEqual(
      model.proposals.map(({ state, version, approvals }) => [state, version, approvals.size]),
    );
    const authors = new Map(kept.map((one) => [one?.id, one?.authors ?? []]));
    for (const { id, approvers } of await store.revisions.all(desk.story)) {
      expect(approvers.filter((actor) => authors.get(id)?.includes(actor))).toStrictEqual([]);
      done.approved += 1;
    }
    done.steps += [...sequence].length;
  });

describe(`curation (seed ${SEED}; FACTDESK_SEED sets another)`, () => {
  it(
    `does in ${SEQUENCES} sequences of up to 50 steps what it is meant to do`,
    { timeout: FULL ? 3_600_000 : 240_000 },
    async () => {
      await fc.assert(
        property((story) => new Desk(store, story)),
        { numRuns: SEQUENCES, seed: SEED, endOnFailure: true },
      );
      expect(await store.audit.verify()).toHaveProperty('rows');
      process.stdout.write(
        `curation: ${SEQUENCES} sequences, ${done.steps} steps, ${done.approved} changes approved\n`,
      );
      expect(done.approved).toBeGreaterThan(SEQUENCES / 2);
    },
  );

  /** Each of these faults is one that the sequences must find. */
  const FAULTS: Readonly<Record<string, (story: string) => Desk>> = {
    'whoever proposed it may approve it': (story) =>
      Object.assign(new Desk(store, story), {
        async approve(this: Desk, at: number, version: number, name: string) {
          const said = await Desk.prototype.approve.call(this, at, version, name);
          return said === 'own' ? Desk.prototype.approve.call(this, at, version, 'somebody') : said;
        },
      }),
    'a role that was lost still decides': (story) => Object.assign(new Desk(store, story), { role: () => undefined }),
    'an old version is approved': (story) =>
      Object.assign(new Desk(store, story), {
        async approve(this: Desk, at: number, _version: number, name: string) {
          const now = await this.store.proposals.get(this.proposals[at]?.id ?? '');
          return Desk.prototype.approve.call(this, at, now?.version ?? 1, name);
        },
      }),
    'one approval is enough for everything': (story) =>
      Object.assign(new Desk(store, story), {
        async approve(this: Desk, at: number, version: number, name: string) {
          return this.store.proposals.approve(this.proposals[at]?.id ?? '', version, await this.actor(name), 1);
        },
      }),
    'a person who is forgotten leaves proposals behind': (story) =>
      Object.assign(new Desk(store, story), { forget: () => Promise.resolve(0) }),
    'an export loses a change': (story) =>
      Object.assign(new Desk(store, story), {
        async export(this: Desk) {
          const rows = await this.store.revisions.list(this.story);
          await this.store.revisions.fold(
            rows.map(({ seq }) => seq),
            Temporal.Instant.from('2031-03-18T09:00:00Z'),
          );
          return rows.length;
        },
      }),
  };
  it.each(Object.keys(FAULTS))('would be found out if %s', { timeout: 120_000 }, async (fault) => {
    const deskOf = FAULTS[fault] ?? expect.fail();
    const { failed } = await fc.check(property(deskOf), { numRuns: 500, seed: SEED, endOnFailure: true });
    expect(failed).toBe(true);
  });
});
