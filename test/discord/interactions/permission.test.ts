import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatch } from '../../../src/discord/handlers/handler.ts';
import { componentHandlers, modalHandlers } from '../../../src/discord/handlers/registry.ts';
import type { HandlerContext, Reply } from '../../../src/discord/interactions/reply.ts';
import { PROPOSAL_ACTIONS, type ProposalAction } from '../../../src/reply/model/card.ts';
import type { Proposal } from '../../../src/store/curation/proposals.ts';
import { openDeskOf, STORY, type OpenDesk } from '../curation-newsroom.ts';
import { answersAt } from '../unheard-replies.ts';
import { desk, ids } from '../joined-bot.ts';

/** Whoever acts; `mara` is the one who proposed. */
const PEOPLE = ['reader', 'reporter', 'mara', 'editor', 'administrator', 'manager'] as const;
const PLACES = ['desk', 'elsewhere', 'direct'] as const;
const IDS = ['fresh', 'stale', 'forged', 'mangled'] as const;

/** Who may do it in the newsroom of the story, with a button as it stands there, written down apart from the code. */
const MAY: Readonly<Record<ProposalAction, readonly (typeof PEOPLE)[number][]>> = {
  approve: ['editor', 'administrator'],
  reject: ['editor', 'administrator'],
  edit: ['mara', 'editor', 'administrator'],
  withdraw: ['mara'],
  submit: ['mara'],
};

const ROLE = { reader: '', reporter: '31', mara: '31', editor: '32', administrator: '33', manager: '' } as const;
const MANAGE_SERVER = '32';

let open: OpenDesk;
let answers: HandlerContext;
beforeAll(async () => {
  open = await openDeskOf();
  const roles = { reporter: ['31'], editor: ['32'], administrator: ['33'] };
  // Another newsroom has ranks of its own, which are worth nothing here.
  for (const server of [ids.harbour, ids.valley]) await open.store.settings.set('server', server, { roles });
  answers = answersAt({ ...desk, ...open.knows, store: open.store });
});
afterAll(async () => open.close());

const userOf = (person: (typeof PEOPLE)[number]): string => `90${PEOPLE.indexOf(person)}`;

/** A number that was approved once is never given to a second fact. */
let made = 100;

async function proposal(state: 'draft' | 'open'): Promise<Proposal> {
  made += 1;
  const cite = [{ source: 's1', quote: 'Two boats were torn from the quay' }];
  const fields = { kind: 'event', says: 'Two boats were torn from the quay.', status: 'reported', cite };
  return open.store.proposals.add({
    story: STORY,
    server: ids.harbour,
    act: 'add',
    change: { on: 'fact', id: `h${made}`, fields },
    reason: null,
    was: null,
    base: null,
    proposer: await open.store.pseudonyms.of(userOf('mara'), 'Mara'),
    question: null,
    state,
  });
}

function interaction(person: (typeof PEOPLE)[number], place: (typeof PLACES)[number]) {
  const user = { id: userOf(person), username: person };
  const roles = ROLE[person] === '' ? [] : [ROLE[person]];
  const member = { user, roles, permissions: person === 'manager' ? MANAGE_SERVER : '0' };
  const here = { desk: ids.harbour, elsewhere: ids.valley, direct: undefined }[place];
  return {
    id: '1',
    application_id: '2',
    token: 't',
    version: 1,
    channel: { id: ids.desk, type: 0 },
    ...(here === undefined ? { user } : { guild_id: here, member }),
    app_permissions: '0',
    locale: 'en-GB',
  };
}

const press = async (person: (typeof PEOPLE)[number], place: (typeof PLACES)[number], id: string): Promise<Reply> => {
  const message = { flags: 0, components: [] };
  const data = { component_type: 2, custom_id: id };
  const made = { ...interaction(person, place), type: 3, data, message };
  return dispatch(made as unknown as APIMessageComponentInteraction, componentHandlers, answers).reply;
};

/** Fills in a window with something in each field. */
async function submit(reply: Reply, person: (typeof PEOPLE)[number], place: (typeof PLACES)[number]): Promise<void> {
  if (!('form' in reply)) return;
  const components = reply.form.components.map((part) => {
    const { custom_id, type, value } = (part as { component: { custom_id: string; type: number; value?: string } })
      .component;
    return { type: 18, component: { type, custom_id, value: value ?? 'because' } };
  });
  const made = { ...interaction(person, place), type: 5, data: { custom_id: reply.form.custom_id, components } };
  await dispatch(made as unknown as APIModalSubmitInteraction, modalHandlers, answers).reply;
}

describe('a button under a proposal', () => {
  it.each(PROPOSAL_ACTIONS)('does what it says for those alone who may: %s', async (action) => {
    const wrong: string[] = [];
    let allowed = 0;
    for (const person of PEOPLE) {
      for (const place of PLACES) {
        for (const kind of IDS) {
          const before = await proposal(action === 'submit' ? 'draft' : 'open');
          const real = `deed.${action}.${before.id}.${before.version}`;
          const forged = `deed.${action}.${'A'.repeat(16)}.1`;
          const id = { fresh: real, stale: `${real}7`, forged, mangled: `${real}.x` }[kind];
          await submit(await press(person, place, id), person, place);
          const after = await open.store.proposals.get(before.id);
          const done = after?.state !== before.state || after.version !== before.version;
          const may = kind === 'fresh' && place === 'desk' && MAY[action].includes(person);
          if (done !== may) wrong.push(`${person} in ${place}, ${kind}: ${String(done)}`);
          if (done) allowed += 1;
          if (after?.state === 'approved') await undo();
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(allowed).toBe(MAY[action].length);
  });
});

/** An approved fact is written into no file, and is taken as such: the next proposal has the same id. */
async function undo(): Promise<void> {
  const rows = await open.store.revisions.list(STORY);
  await open.store.revisions.fold(
    rows.map(({ seq }) => seq),
    answers.desk.clock.now(),
  );
  await answers.desk.history?.refresh();
}
