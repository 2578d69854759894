import { expect, it } from 'vitest';
import type { Stored } from '../../../src/data/files/read-folder.ts';
import type { Change } from '../../../src/data/revisions/revision.ts';
import type { NewProposal } from '../../../src/store/curation/proposals.ts';
import { openStore } from '../../../src/store/store.ts';
import { handClock, type NewPlace } from '../engines.ts';

const START = '2026-03-01T08:00:00Z';
const change: Change = {
  on: 'fact',
  id: 'f001',
  fields: { says: 'It was Monday.', note: null, cite: [{ quote: 'a\0b' }] },
};

async function begun(newPlace: NewPlace) {
  const clock = handClock(START);
  const place = await newPlace();
  const store = await openStore(place, { clock });
  const [ana, bo, cy] = [
    await store.pseudonyms.of('u1', 'Ana'),
    await store.pseudonyms.of('u2', 'Bo'),
    await store.pseudonyms.of('u3', 'Cy'),
  ];
  const given: NewProposal = {
    story: 'kosovo',
    server: 's1',
    act: 'correct',
    change,
    reason: 'The day was wrong.',
    was: 'Tuesday',
    base: 'v1',
    proposer: ana,
    question: null,
    state: 'open',
  };
  return {
    clock,
    place,
    store,
    ana,
    bo,
    cy,
    given,
    propose: (more: Partial<NewProposal> = {}) => store.proposals.add({ ...given, ...more }),
  };
}

/** Proposals and what becomes of them. */
export function keepsCuration(newPlace: NewPlace): void {
  it('knows who curates by a random pseudonym, with the newest name', async () => {
    const { store, ana, bo } = await begun(newPlace);
    expect(await store.pseudonyms.of('u1', 'Ana Ruiz')).toBe(ana);
    expect(await store.pseudonyms.names([ana, bo, 'nobody', ana])).toStrictEqual(
      new Map([
        [ana, 'Ana Ruiz'],
        [bo, 'Bo'],
      ]),
    );
    expect(await store.pseudonyms.names([])).toStrictEqual(new Map());
    expect(ana).not.toContain(store.users.hash('u1'));
    await store.close();
  });

  it('makes a revision of a proposal that another person approves', async () => {
    const { store, ana, bo, given, propose, clock } = await begun(newPlace);
    const { state, ...written } = given;
    const proposal = await propose();
    const at = '2026-03-01T08:00:00.000Z';
    const open = {
      ...written,
      state,
      version: 1,
      authors: [ana],
      approvals: [],
      at,
      decided: null,
      why: null,
    };
    expect(proposal).toStrictEqual({ ...open, id: proposal.id });
    clock.pass('PT1H');
    expect(await store.proposals.approve(proposal.id, 1, ana, 1)).toBe('own');
    expect(await store.proposals.approve(proposal.id, 2, bo, 1)).toBe('stale');
    expect(await store.revisions.head()).toBe(0);
    expect(await store.proposals.approve(proposal.id, 1, bo, 1)).toBe('approved');
    expect(await store.proposals.approve(proposal.id, 1, bo, 1)).toBe('closed');
    const decided = '2026-03-01T09:00:00.000Z';
    expect(await store.proposals.get(proposal.id)).toStrictEqual({
      ...open,
      id: proposal.id,
      state: 'approved',
      approvals: [bo],
      decided,
    });
    const seq = await store.revisions.head();
    const { reason, was, act, story } = given;
    const revision = { seq, id: proposal.id, story, act, change, reason, was, at: decided, by: 'Bo' };
    expect(await store.revisions.list('kosovo')).toStrictEqual([revision]);
    expect(await store.revisions.list('floods')).toStrictEqual([]);
    await store.revisions.fold([seq], clock.now());
    expect(await store.revisions.list('kosovo')).toStrictEqual([]);
    expect(await store.revisions.all('kosovo')).toStrictEqual([
      { ...revision, proposer: ana, approvers: [bo], folded: decided },
    ]);
    await store.close();
  });

  it('wants two persons where two are needed', async () => {
    const { store, bo, cy, propose } = await begun(newPlace);
    const { id } = await propose({ act: 'retract' });
    expect(await store.proposals.approve(id, 1, bo, 2)).toBe('counted');
    expect(await store.proposals.approve(id, 1, bo, 2)).toBe('twice');
    expect(await store.revisions.head()).toBe(0);
    expect(await store.proposals.approve(id, 1, cy, 2)).toBe('approved');
    expect(await store.revisions.list('kosovo')).toMatchObject([{ by: 'Bo, Cy' }]);
    await store.close();
  });

  it('drops approvals with an edit, after which neither of the two authors approves', async () => {
    const { store, ana, bo, cy, propose } = await begun(newPlace);
    const { id } = await propose();
    expect(await store.proposals.approve(id, 1, cy, 2)).toBe('counted');
    const edited = await store.proposals.edit(id, 1, bo, { reason: 'Another reason.' });
    expect(edited).toMatchObject({
      version: 2,
      reason: 'Another reason.',
      approvals: [],
      authors: [ana, bo],
      was: 'Tuesday',
    });
    expect(await store.proposals.edit(id, 1, bo, { reason: 'x' })).toBeNull();
    expect(await store.proposals.approve(id, 1, cy, 1)).toBe('stale');
    expect(await store.proposals.approve(id, 2, bo, 1)).toBe('own');
    expect(await store.proposals.approve(id, 2, ana, 1)).toBe('own');
    expect(await store.proposals.approve(id, 2, cy, 1)).toBe('approved');
    expect(await store.proposals.edit(id, 2, bo, { reason: 'x' })).toBeNull();
    await store.close();
  });

  it('finds a proposal stale when its fact was changed by another approval, until it is edited', async () => {
    const { store, bo, cy, propose } = await begun(newPlace);
    const [one, two] = [await propose(), await propose()];
    const elsewhere = await propose({ story: 'floods' });
    expect(await store.proposals.approve(one.id, 1, bo, 1)).toBe('approved');
    expect(await store.proposals.approve(two.id, 1, bo, 1)).toBe('stale');
    expect(await store.proposals.get(two.id)).toMatchObject({ state: 'open', approvals: [] });
    expect(await store.proposals.edit(two.id, 1, cy, { base: 'v2' })).toMatchObject({ base: 'v2', version: 2 });
    expect(await store.proposals.approve(two.id, 2, bo, 1)).toBe('approved');
    expect(await store.proposals.approve(elsewhere.id, 1, bo, 1)).toBe('approved');
    expect((await store.revisions.list('kosovo')).map(({ id }) => id)).toStrictEqual([one.id, two.id]);
    await store.close();
  });

  it('keeps drafts, rejects with a reason, and lets only the proposer withdraw', async () => {
    const { store, ana, bo, propose } = await begun(newPlace);
    const draft = await propose({ state: 'draft' });
    expect(await store.proposals.approve(draft.id, 1, bo, 1)).toBe('closed');
    expect(await store.proposals.open(draft.id, 2)).toBeNull();
    expect(await store.proposals.open(draft.id, 1)).toMatchObject({ state: 'open' });
    expect(await store.proposals.open(draft.id, 1)).toBeNull();
    expect(await store.proposals.withdraw(draft.id, 1, bo)).toBe(false);
    expect(await store.proposals.withdraw(draft.id, 1, ana)).toBe(true);
    expect(await store.proposals.withdraw(draft.id, 1, ana)).toBe(false);
    const other = await propose();
    expect(await store.proposals.reject(other.id, 2, bo, 'No.')).toBe(false);
    expect(await store.proposals.reject(other.id, 1, bo, 'It says\0 so.')).toBe(true);
    expect(await store.proposals.reject(other.id, 1, bo, 'Again.')).toBe(false);
    expect(await store.proposals.get(other.id)).toMatchObject({ state: 'rejected', why: 'It says\ufffd so.' });
    const where = { story: 'kosovo', server: 's1', limit: 9 };
    expect(await store.proposals.list({ ...where, states: ['open', 'draft'] })).toStrictEqual([]);
    const done = await store.proposals.list({ ...where, states: ['rejected', 'withdrawn'] });
    expect(new Set(done.map(({ id }) => id))).toStrictEqual(new Set([draft.id, other.id]));
    expect(await store.proposals.list({ ...where, server: 's2', states: ['rejected'] })).toStrictEqual([]);
    expect(await store.proposals.get('none')).toBeNull();
    await store.close();
  });

  it('answers the question with the approval, in the same moment', async () => {
    const { store, bo, propose } = await begun(newPlace);
    const asked = { story: 'kosovo', server: 's1', channel: 'c1', asks: 'Which day?', asker: store.users.hash('u9') };
    const question = await store.questions.open(asked);
    const { id } = await propose({ question });
    expect(await store.questions.get(question)).toMatchObject({ state: 'open' });
    expect(await store.proposals.approve(id, 1, bo, 1)).toBe('approved');
    expect(await store.questions.get(question)).toMatchObject({ state: 'answered', answer: 'f001' });
    await store.close();
  });

  it('erases a person, withdraws what is undecided, and keeps the log whole', async () => {
    const { store, ana, bo, cy, propose } = await begun(newPlace);
    const asked = { story: 'kosovo', server: 's1', channel: 'c1', asks: 'Which day?', asker: store.users.hash('u2') };
    const question = await store.questions.open(asked);
    await store.questions.own(question, bo);
    const approved = await propose();
    await store.proposals.approve(approved.id, 1, bo, 1);
    const waiting = await propose({ proposer: cy });
    const mine = await propose({ proposer: bo, state: 'draft' });
    expect(await store.proposals.approve(waiting.id, 1, bo, 2)).toBe('counted');
    const before = await store.audit.verify();
    expect(await store.users.forget(store.users.hash('u2'))).toStrictEqual({
      misses: 0,
      questions: 1,
      proposals: 1,
      named: true,
    });
    expect(await store.proposals.get(mine.id)).toMatchObject({ state: 'withdrawn' });
    expect(await store.proposals.get(waiting.id)).toMatchObject({ state: 'open', approvals: [] });
    expect(await store.proposals.get(approved.id)).toMatchObject({ state: 'approved', approvals: [bo] });
    expect(await store.revisions.list('kosovo')).toMatchObject([{ by: '' }]);
    expect(await store.pseudonyms.names([ana, bo])).toStrictEqual(new Map([[ana, 'Ana']]));
    expect(await store.questions.get(question)).toMatchObject({
      owner: null,
      askers: [{ channel: 'c1', asker: null }],
    });
    expect(await store.pseudonyms.of('u2', 'Bo')).not.toBe(bo);
    const after = await store.audit.verify();
    expect([before, after].map((verdict) => 'rows' in verdict && verdict.rows)).toStrictEqual([5, 7]);
    await store.close();
  });

  it('lets a story be curated in one server, the first that claims it', async () => {
    const { store } = await begun(newPlace);
    expect(await store.curationClaims.of('kosovo')).toBeNull();
    expect(await store.curationClaims.claim('kosovo', 's1', 'c1')).toBe('claimed');
    expect(await store.curationClaims.claim('kosovo', 's2', 'c9')).toBe('taken');
    expect(await store.curationClaims.claim('kosovo', 's1', 'c2')).toBe('claimed');
    expect(await store.curationClaims.of('kosovo')).toStrictEqual({ server: 's1', channel: 'c2' });
    expect(await store.curationClaims.in('s1')).toStrictEqual([{ story: 'kosovo', channel: 'c2' }]);
    expect(await store.curationClaims.release('kosovo', 's2')).toBe(false);
    expect(await store.curationClaims.release('kosovo', 's1')).toBe(true);
    expect(await store.curationClaims.claim('kosovo', 's2', 'c9')).toBe('claimed');
    await store.close();
  });

  it('keeps the files as they were at each moment, the same bytes once', async () => {
    const { store, clock } = await begun(newPlace);
    const bytes = (text: string) => ({ bytes: new TextEncoder().encode(text) });
    const files = (text: string) => ({
      id: 'kosovo',
      folder: '/stories/kosovo',
      yaml: new Map<string, Stored>([
        ['facts.yml', bytes(text)],
        ['who.yml', { message: 'a', cure: 'b' }],
      ]),
      sources: new Map([['sources/s1.txt', bytes('\0\xff')]]),
    });
    const add = (version: string, text: string) =>
      store.snapshots.add({ story: 'kosovo', version, at: clock.now(), files: files(text) });
    expect(await store.snapshots.at('kosovo', clock.now())).toBeNull();
    expect(await add('v1', 'one')).toBe(true);
    expect(await add('v1', 'one')).toBe(false);
    clock.pass('PT1H');
    expect(await add('v2', 'two')).toBe(true);
    clock.pass('PT1H');
    expect(await add('v1', 'one')).toBe(true);
    const at = async (instant: string) => (await store.snapshots.at('kosovo', Temporal.Instant.from(instant)))?.version;
    expect(await at('2026-03-01T07:59:59Z')).toBeUndefined();
    expect(await at('2026-03-01T08:00:00Z')).toBe('v1');
    expect(await at('2026-03-01T09:30:00Z')).toBe('v2');
    expect(await at('2026-03-01T10:00:00Z')).toBe('v1');
    expect((await store.snapshots.list('kosovo')).map(({ version }) => version)).toStrictEqual(['v1', 'v2', 'v1']);
    expect(await store.snapshots.get('kosovo', 'v2')).toStrictEqual(files('two'));
    expect(await store.snapshots.get('kosovo', 'v9')).toBeNull();
    await store.close();
  });

  it('writes the log in a chain that follows from row to row, once for the same deed', async () => {
    const { store, ana, place, clock, propose, bo } = await begun(newPlace);
    expect(await store.audit.head()).toBeNull();
    expect(await store.audit.verify()).toStrictEqual({ rows: 0, head: '0'.repeat(64) });
    const { id } = await propose();
    const early = (await store.audit.head()) ?? expect.fail();
    await store.proposals.approve(id, 1, bo, 1);
    const deed = { actor: ana, act: 'refuse', subject: 'kosovo', body: { version: 'v1' } };
    expect(await store.audit.once(deed)).toBe(true);
    const other = await openStore(place, { clock });
    expect(await other.audit.once(deed)).toBe(false);
    const head = await store.audit.head();
    expect(await other.audit.verify(early)).toStrictEqual({ rows: 3, head: head?.hash });
    expect(await other.audit.verify({ ...early, hash: 'f'.repeat(64) })).toMatchObject({ broken: 1 });
    expect(await other.audit.verify({ seq: 4, hash: 'f'.repeat(64) })).toMatchObject({ broken: 4 });
    await Promise.all([store.close(), other.close()]);
  });

  it('keeps one chain when many curate at the same moment', async () => {
    const { store, place, clock, propose, bo, cy } = await begun(newPlace);
    // SQLite waits for a lock without letting this very process go on: there, several processes are another test's.
    const other = 'file' in place ? store : await openStore(place, { clock });
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, n) => propose({ change: { ...change, id: `f${n}` } as Change })),
    );
    const said = await Promise.all(
      made.flatMap(({ id }) => [store.proposals.approve(id, 1, bo, 1), other.proposals.approve(id, 1, cy, 1)]),
    );
    expect(said.toSorted()).toStrictEqual([...Array<string>(8).fill('approved'), ...Array<string>(8).fill('closed')]);
    // Two proposals to one fact: only one of them is approved unseen by the other.
    const rivals = await Promise.all([propose(), propose()]);
    const race = await Promise.all([
      store.proposals.approve(rivals[0].id, 1, bo, 1),
      other.proposals.approve(rivals[1].id, 1, cy, 1),
    ]);
    expect(race.toSorted()).toStrictEqual(['approved', 'stale']);
    expect(await store.audit.verify()).toMatchObject({ rows: 19 });
    await Promise.all([...new Set([store, other])].map((one) => one.close()));
  });
}
