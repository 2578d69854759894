import { ReaderError } from '../../errors.ts';
import type { Card, Deed } from '../../reply/model/card.ts';
import { EMPTY } from '../../reply/cards/answer.ts';
import { sayInstant } from '../../reply/i18n/dates.ts';
import { say, word, type Key } from '../../reply/i18n/translate.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import type { Ask, Desk } from '../command.ts';
import { benchOf, neededFor, type Bench } from '../curation/context.ts';
import { typed } from '../ask.ts';
import { ownCard, proposalNamed } from '../curation/submit-proposal.ts';
import { viewOf } from '../curation/proposal-view.ts';

/** Approves, rejects or withdraws a proposal, or puts a draft before the editors. */
export async function decide(ask: Ask, desk: Desk): Promise<Card> {
  const bench = await benchOf(ask, desk);
  const { proposal, version } = await proposalNamed(bench);
  await stillOpen(bench, proposal, version);
  switch (typed(ask, 'action')) {
    case 'approve':
      return approve(bench, proposal);
    case 'reject':
      return reject(bench, proposal);
    case 'withdraw':
      return withdraw(bench, proposal);
    default:
      return submit(bench, proposal);
  }
}

/** @throws ReaderError that says who decided it and when, or that this is an older version of it. */
async function stillOpen({ store, index, language }: Bench, proposal: Proposal, version: number): Promise<void> {
  const { state, decided, approvals } = proposal;
  if (state !== 'open' && state !== 'draft') {
    const names = await store.actors.names(approvals);
    const who = approvals.map((actor) => names.get(actor) ?? word(language, 'proposal.somebody')).join(', ');
    const date = sayInstant(decided ?? proposal.at, index.story.timezone, language);
    throw new ReaderError(word(language, `proposal.was.${state}`, { who, date }));
  }
  if (version !== proposal.version) throw new ReaderError(word(language, 'proposal.older'));
}

async function approve(bench: Bench, proposal: Proposal): Promise<Card> {
  const { store, actor, language, index } = bench;
  const { id, version, act, change, base } = proposal;
  const { problems } = await viewOf(bench, proposal);
  if (problems.length > 0)
    throw new ReaderError(word(language, 'proposal.faulty', { what: problems[0]?.message ?? '' }));
  if (base !== null && base !== index.story.facts.get(change.id)?.version) {
    throw new ReaderError(word(language, 'proposal.overtaken', { id: change.id }));
  }
  const result = await store.proposals.approve(id, version, actor, neededFor(act, change));
  switch (result) {
    case 'approved':
      await bench.desk.history?.refresh();
      return done(bench, proposal, 'proposal.done.approve');
    case 'counted':
      return done(bench, proposal, 'proposal.done.counted');
    case 'stale':
      throw new ReaderError(word(language, 'proposal.overtaken', { id: change.id }));
    case 'own':
    case 'twice':
    case 'closed':
      throw new ReaderError(word(language, `proposal.not.${result}`));
  }
}

async function reject(bench: Bench, proposal: Proposal): Promise<Card> {
  const { store, ask, actor, language } = bench;
  const why = typed(ask, 'why');
  if (why === '') throw new ReaderError(word(language, 'proposal.noReason'));
  if (!(await store.proposals.reject(proposal.id, proposal.version, actor, why))) throw older(bench);
  return done(bench, proposal, 'proposal.done.reject');
}

async function withdraw(bench: Bench, proposal: Proposal): Promise<Card> {
  const { store, actor, language } = bench;
  if (proposal.proposer !== actor) throw new ReaderError(word(language, 'proposal.notYours'));
  if (!(await store.proposals.withdraw(proposal.id, proposal.version, actor))) throw older(bench);
  return done(bench, proposal, 'proposal.done.withdraw');
}

async function submit(bench: Bench, proposal: Proposal): Promise<Card> {
  const { store, actor, language } = bench;
  if (proposal.proposer !== actor) throw new ReaderError(word(language, 'proposal.notYours'));
  const { problems } = await viewOf(bench, proposal);
  if (problems.length > 0) return ownCard(bench, proposal);
  const open = await store.proposals.open(proposal.id, proposal.version);
  if (open === null) throw older(bench);
  return ownCard(bench, open);
}

const older = ({ language }: Bench): ReaderError => new ReaderError(word(language, 'proposal.older'));

type Done = Extract<Key, `proposal.done.${string}`>;

/** What was done, in a sentence; the card of the proposal says the rest. */
const done = ({ language }: Bench, { id, version, change }: Proposal, key: Done): Card => ({
  ...EMPTY,
  title: say(language, key, { id: { code: change.id } }),
  proposal: { id, version, deeds: [] satisfies readonly Deed[] },
});
