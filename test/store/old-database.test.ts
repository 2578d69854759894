import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stored } from '../../src/data/files/read-folder.ts';
import type { OutboxKindName } from '../../src/store/outbox/outbox-entry.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { handClock } from './engines.ts';
import { noPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

/** What `make.js` there has written with the store of an earlier version. */
const OLD = join(import.meta.dirname, '../fixtures/old-database');
const NOW = '2026-03-02T08:00:00Z';
const here = { story: 'kosovo', server: 's1', limit: 99 };

/** The meaning of every row, read through the functions that the bot calls. Nothing is written. */
async function meaningOf(store: Store) {
  const { settings, feedback, questions, proposals, pseudonyms, revisions, digests, outbox, corrections, users } =
    store;
  const list = await proposals.list({ ...here, states: ['draft', 'open', 'approved', 'rejected', 'withdrawn'] });
  const names = await pseudonyms.names(list.flatMap(({ authors, approvals }) => [...authors, ...approvals]));
  const named = (actors: readonly string[]) => actors.map((actor) => names.get(actor) ?? actor).toSorted();
  const states = ['open', 'answered', 'dropped'] as const;
  const asked = await questions.list({ ...here, states });
  const answeredId = asked.find(({ answer }) => answer === 'f002')?.id ?? '';
  const users1 = users.hash('u1');
  const told = async (kind: OutboxKindName, edition: string) => Object.fromEntries(await outbox.told(kind, edition));
  const [, correction] = [null, ...(await corrections.openCorrections())];
  const shown = await store.shown.of('kosovo', 'f001');
  return {
    settings: [await settings.get('server', 's1'), await settings.at('s1', 'c1')],
    feedback: (await feedback.list(here)).map(({ kind, command, asked, expected, asker }) => [
      kind,
      command,
      asked,
      expected,
      asker === users1,
    ]),
    questions: asked.map(({ asks, state, answer, owner, askers }) => [
      asks,
      state,
      answer,
      owner !== null,
      askers.map(({ channel }) => channel).join(),
    ]),
    untold: (await questions.untold()).map(({ asks, channel, answer }) => [asks, channel, answer]),
    proposals: list.map(({ act, change, state, version, authors, approvals, why }) => [
      `${act} ${change.on} ${change.id}`,
      `${state} ${version}`,
      named(authors).join(),
      named(approvals).join(),
      why,
    ]),
    revisions: (await revisions.all('kosovo')).map(({ act, by, folded }) => [act, by, folded !== null]),
    unfolded: (await revisions.list('kosovo')).map(({ change }) => change),
    audit: await store.audit.verify().then((verdict) => ('rows' in verdict ? verdict.rows : verdict)),
    // The version of the snapshot was made up, and is no hash of its files.
    unproven: (await store.audit.examine()).differences.filter(({ table }) => table !== 'snapshot'),
    claims: await store.curationClaims.in('s1'),
    files: await store.snapshots.get('kosovo', 'v1'),
    digests: (await digests.ofServer('s1')).map(({ edition, state, reason, time }) => [edition, state, reason, time]),
    briefs: (await outbox.briefs('2026-01-01')).map(({ channel, date }) => `${channel} ${date}`).toSorted(),
    lastBrief: [await outbox.last('c1'), await outbox.lastDate('c1', 'morning', '2026-03-02')],
    told: {
      brief: await told('brief', 'morning'),
      parked: await told('parked', 'evening'),
      uncertain: await told('uncertain', 'morning'),
      correction: await told('correction', 'k1'),
      unreached: await told('unreached', 'k1'),
      answered: await told('answered', answeredId),
      refused: await told('refused', 'files-v0'),
      stale: await told('stale', 'kosovo'),
    },
    memos: await outbox.memos('stale', 'c7', 'kosovo'),
    corrections: (await corrections.openCorrections()).map(({ id, act, fact, day }) => [id, act, fact, day]),
    affected: (await corrections.affectedBy(correction?.id ?? ''))
      .filter(({ message }) => message.startsWith('200'))
      .map(({ message, state, reason }) => [message, state, reason]),
    shown: [shown.length, shown.filter(({ server }) => server === null).map(({ message }) => message)],
  };
}

type Meaning = Awaited<ReturnType<typeof meaningOf>>;

const ROLES = { reporter: ['r1'], editor: ['e1'], administrator: ['a1'] };
const bytes = (text: string) => ({ bytes: new TextEncoder().encode(text) });
const MEANING: Meaning = {
  settings: [
    { story: 'kosovo', roles: ROLES, share: true, notices: 'c9' },
    { story: 'floods', roles: ROLES, share: true, notices: 'c9', language: 'el', theme: 'light' },
  ],
  feedback: [
    ['wrong', 'when', 'protest', 'May', true],
    ['miss', 'who', 'the ferryman', null, true],
  ],
  questions: [
    ['Is it open?', 'open', null, false, 'c1'],
    ['Who answered?', 'answered', 'f001', true, 'c2'],
    ['Who was told?', 'answered', 'f002', false, 'c1'],
    ['Was it dropped?', 'dropped', null, false, 'c1'],
  ],
  untold: [['Who answered?', 'c2', 'f001']],
  proposals: [
    ['add fact f101', 'draft 1', 'Ana', '', null],
    ['correct fact f102', 'open 1', 'Ana', '', null],
    ['retract fact f103', 'open 1', 'Ana', 'Bo', null],
    ['update fact f104', 'open 2', 'Ana,Cy', '', null],
    ['verify fact f105', 'approved 1', 'Ana', 'Bo', null],
    ['alias who ana-ruiz', 'approved 1', 'Ana', 'Cy', null],
    ['add fact f106', 'rejected 1', 'Ana', '', 'No source.'],
    ['add fact f107', 'withdrawn 1', 'Ana', '', null],
  ],
  revisions: [
    ['verify', 'Bo', true],
    ['alias', 'Cy', false],
  ],
  unfolded: [{ on: 'who', id: 'ana-ruiz', language: 'el', name: 'Άνα' }],
  unproven: [],
  audit: 17,
  claims: [{ story: 'kosovo', channel: 'c7' }],
  files: {
    id: 'kosovo',
    folder: '/stories/kosovo',
    yaml: new Map<string, Stored>([
      ['facts.yml', bytes('- id: f001\n')],
      ['who.yml', { message: 'a', cure: 'b' }],
    ]),
    sources: new Map([['sources/s1.txt', bytes('One.')]]),
  },
  digests: [
    ['evening', 'parked', '50013', '07:30'],
    ['morning', 'on', null, '07:30'],
    ['noon', 'paused', null, '07:30'],
  ],
  briefs: ['c1 2026-02-26', 'c1 2026-02-27', 'c1 2026-02-28', 'c3 2026-02-28'],
  lastBrief: [{ due: '2026-03-01T08:00:11.000Z', memo: 'memo of brief' }, '2026-02-28'],
  told: {
    brief: { c1: 'uncertain', c3: 'open' },
    parked: { c1: 'posted' },
    uncertain: { c1: 'posted' },
    correction: { c1: 'posted', c2: 'refused' },
    unreached: { c7: 'posted' },
    answered: { c1: 'posted' },
    refused: { c7: 'posted' },
    stale: { c7: 'posted' },
  },
  memos: [{ date: '2026-02-28', memo: 'memo of stale' }],
  corrections: [['k1', 'correct', 'f001', '2026-03-01']],
  affected: [
    ['2001', 'marked', null],
    ['2002', 'no room', null],
    ['2003', 'unreached', 'deleted'],
    ['2004', 'waiting', null],
  ],
  shown: [20, ['2004']],
};

interface OldDatabase {
  readonly open: () => Promise<Store>;
  readonly execute: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** `fresh` gives an untouched copy of the old database. */
function readsEveryRow(fresh: () => Promise<OldDatabase>): void {
  it('has a row in every table', async () => {
    const { execute } = await fresh();
    const counts: Record<string, number> = {};
    for (const table of TABLES) counts[table] = (await execute(`select * from ${table}`)).length;
    expect(Object.entries(counts).filter(([, rows]) => rows === 0)).toStrictEqual([]);
    expect(Object.keys(counts)).toHaveLength(25);
  });

  it('is migrated, and says what it said', async () => {
    const { open } = await fresh();
    const store = await open();
    expect(await meaningOf(store)).toStrictEqual(MEANING);
    await store.close();
    const again = await open();
    expect(await meaningOf(again)).toStrictEqual(MEANING);
    await again.close();
  });

  it('goes on where it was left: briefs, notices, banners and cards', async () => {
    const { open } = await fresh();
    const store = await open();
    const until = Temporal.Instant.from(NOW).add({ minutes: 2 });
    const [id, ...more] = await store.outbox.pending();
    expect(more).toStrictEqual([]);
    const brief = (await store.outbox.lease(id ?? '', until)) ?? expect.fail();
    expect(brief).toMatchObject({ kind: 'brief', channel: 'c3', edition: 'morning', date: '2026-02-28', target: 'c3' });
    expect(brief.parts.map(({ state, body, message }) => [state, body, message])).toStrictEqual([
      ['posted', { content: 'brief one' }, '1002'],
      ['waiting', { content: 'brief two' }, null],
    ]);
    expect(brief.parts[0]).toMatchObject({ files: [{ name: 'timeline.png' }], facts: [{ fact: 'f001' }], after: '1' });
    expect((await store.corrections.pending()).map(({ message }) => message)).toContain('2004');
    expect((await store.corrections.lease('2004', until))?.corrections).toStrictEqual(['k1']);
    expect(await store.proposalCards.missing()).toStrictEqual([]);
    const cards = [];
    for (const outdated of await store.proposalCards.outdated()) {
      const card = (await store.outbox.leaseEdit(outdated, until)) ?? expect.fail();
      const act = (await store.proposals.get(card.edition))?.act;
      cards.push([card.kind, card.target, act, card.parts[0]?.message]);
    }
    expect(cards).toStrictEqual([
      ['proposal', 'c7', 'correct', '7001'],
      ['proposal', 'c7', 'retract', '7002'],
      ['proposal', 'c7', 'update', '7003'],
    ]);
    const decided = (await store.proposals.list({ ...here, states: ['rejected'] }))[0]?.id ?? '';
    expect(await store.proposalCards.posted(decided)).not.toBeNull();
    await store.close();
  });

  it.each([
    ['a kind of the outbox', "update posting set kind = 'answer' where kind = 'answered'"],
    ['a state of the outbox', "update posting set state = 'done' where state = 'posted'"],
    ['an act', "update proposal set act = 'check' where act = 'verify'"],
    ['a state of a proposal', "update proposal set state = 'waiting' where state = 'open'"],
    ['a kind of feedback', "update miss set kind = 'reportWrong' where kind = 'wrong'"],
    ['a state of a banner', "update mark set state = 'annotated' where state = 'marked'"],
    ['a setting', "update setting set key = 'noticeChannel' where key = 'notices'"],
    ['an act in the log', "update audit set act = 'suggest' where act = 'propose'"],
  ])('would not, had %s another name', async (_what, renamed) => {
    const { open, execute } = await fresh();
    await execute(renamed);
    const store = await open();
    expect(await meaningOf(store)).not.toStrictEqual(MEANING);
    await store.close();
  });

  it('is refused where a migration that it has recorded is not known by that name', async () => {
    const { open, execute } = await fresh();
    await execute("update kysely_migration set name = '004-corrections' where name = '004-marks'");
    await expect(open()).rejects.toThrow('newer version of Factdesk');
  });
}

const TABLES =
  `secret setting miss question asker shown digest posting part actor proposal author approval revision content
  snapshot audit chain curator correction corrected mark marking kysely_migration kysely_migration_lock`.split(/\s+/u);
const clock = handClock(NOW);

describe('an SQLite file of an earlier version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'factdesk-old-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let files = 0;
  readsEveryRow(() => {
    files += 1;
    const file = join(folder, `${files}.db`);
    copyFileSync(join(OLD, 'old.db'), file);
    return Promise.resolve({
      open: () => openStore({ file }, { clock }),
      execute(statement) {
        const database = new DatabaseSync(file);
        const rows = database.prepare(statement).all();
        database.close();
        return Promise.resolve(rows);
      },
    });
  });
});

const skipped = noPostgres === null ? '' : ` (skipped: ${noPostgres})`;
describe.skipIf(noPostgres !== null)(`a PostgreSQL database of an earlier version${skipped}`, () => {
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());
  readsEveryRow(async () => {
    const url = (await server?.database()) ?? expect.fail();
    const execute: OldDatabase['execute'] = async (statement) => {
      const client = new Client(url);
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(statement);
      await client.end();
      return rows;
    };
    await execute(readFileSync(join(OLD, 'old-postgres.sql'), 'utf8'));
    return { open: () => openStore({ url }, { clock }), execute };
  });
});
