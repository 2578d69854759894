import type { Ask, Desk } from '../../commands/command.ts';
import { TERMINAL } from '../../commands/ask.ts';
import { proposalBoardCard } from '../../commands/curation/proposal-view.ts';
import type { OutboxMessage } from '../../store/outbox/outbox-entry.ts';
import { shownBy } from '../../store/outbox/proposal-cards.ts';
import type { Store } from '../../store/store.ts';
import { ATTEMPT_TIMEOUT_MS, backoffMs, type DeliveryContext } from '../delivery/deliver.ts';
import { isDeletedChannel } from '../delivery/error-codes.ts';
import type { OutboxConsumer, OutboxHooks } from '../delivery/outbox-kind.ts';
import { FLAG_COMPONENTS_V2 } from '../limits.ts';
import { renderCard } from '../rendering/render-card.ts';
import type { Job } from './job.ts';

/** Each proposal has one message in the channel where its story is curated, and that message shows what holds now. */
export interface ProposalCardJob {
  readonly hooks: OutboxHooks;
  /** Posts missing cards and edits outdated ones. */
  readonly job: Job;
  /** Posts or edits one card at once. A card that another process holds is left to the next run of the job. */
  readonly update: (proposal: string, consumer: OutboxConsumer, context: DeliveryContext) => Promise<void>;
}

/** Another process may have loaded the story that this one has not. */
const NOT_LOADED_RETRY = Temporal.Duration.from({ minutes: 1 });

export function createProposalCards(desk: Desk & { readonly store: Store }): ProposalCardJob {
  const { store, clock } = desk;
  // In this process one after another; between processes the lease of the entry keeps edits apart.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const compose = async (proposal: string) => {
    const found = await proposalBoardCard(proposal, desk);
    if (found === null) return null;
    const { card, language: locale } = found;
    const ask: Ask = {
      command: 'fact',
      options: {},
      now: clock.now(),
      locale,
      story: found.proposal.story,
      from: TERMINAL,
    };
    const message: OutboxMessage = { body: { ...renderCard(card, ask), flags: FLAG_COMPONENTS_V2 }, facts: [] };
    return { proposal: found.proposal, message, memo: shownBy(found.proposal) };
  };

  const isWanted = async (proposal: string, channel: string): Promise<boolean> => {
    const found = await store.proposals.get(proposal);
    if (found?.state !== 'open') return false;
    return (await store.curationClaims.of(found.story))?.channel === channel;
  };

  const post = async (proposal: string, consumer: OutboxConsumer): Promise<void> => {
    const [missing] = await store.proposalCards.missing(proposal);
    const composed = missing === undefined ? null : await compose(proposal);
    if (missing === undefined || composed === null) return;
    const { server, channel, earlier } = missing;
    const key = {
      kind: 'proposal',
      server,
      channel,
      edition: proposal,
      date: String(earlier),
      target: channel,
    } as const;
    await consumer.publishOnce(
      { ...key, due: String(clock.now()) },
      { messages: [composed.message], memo: composed.memo },
    );
  };

  const edit = async (id: string, consumer: OutboxConsumer, context: DeliveryContext): Promise<void> => {
    const { outbox, channelApi, lease } = context;
    const entry = await outbox.leaseEdit(id, clock.now().add(lease));
    const message = entry?.parts[0]?.message ?? null;
    if (entry === null || message === null) return;
    // Composed under the lease, so the last of two edits shows the newer state.
    const composed = await compose(entry.edition);
    if (composed === null) {
      await outbox.release(entry, clock.now().add(NOT_LOADED_RETRY), entry);
      return;
    }
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]);
    const result = await channelApi.edit(entry.target, message, composed.message.body, signal);
    if (result.is === 'edited') {
      await outbox.completeEdit(entry, composed.memo);
    } else if (result.is === 'deleted' || (result.is === 'refused' && isDeletedChannel(result.code))) {
      await outbox.completeEdit(entry, null);
      await post(entry.edition, consumer);
    } else {
      const counts = { tries: entry.tries + 1, refusals: entry.refusals + (result.is === 'refused' ? 1 : 0) };
      const ms = context.signal.aborted ? 0 : backoffMs(result, counts);
      await outbox.release(entry, clock.now().add({ milliseconds: ms }), counts);
    }
  };

  return {
    hooks: {
      async compose({ edition: proposal }) {
        const composed = await compose(proposal);
        return composed && { messages: [composed.message], memo: composed.memo };
      },
      isCancelled: async ({ edition: proposal, target }) => !(await isWanted(proposal, target)),
      // A permission may come back, and the proposal still waits for its editors.
      onFailure: async ({ edition: proposal, target }) => ((await isWanted(proposal, target)) ? 'retry' : 'finish'),
    },
    update: (proposal, consumer, context) =>
      inTurn(async () => {
        const posted = await store.proposalCards.posted(proposal);
        await (posted === null ? post(proposal, consumer) : edit(posted, consumer, context));
      }),
    job: (consumer, context) =>
      inTurn(async () => {
        const edits = (await store.proposalCards.outdated()).map((id) => () => edit(id, consumer, context));
        const posts = (await store.proposalCards.missing()).map(
          ({ proposal }) =>
            () =>
              post(proposal, consumer),
        );
        const errors: unknown[] = [];
        for (const work of [...edits, ...posts]) {
          if (context.signal.aborted) break;
          await work().catch((error: unknown) => errors.push(error));
        }
        if (errors.length > 0)
          throw new Error(`${errors.length} cards of proposals could not be posted or edited.`, { cause: errors[0] });
      }),
  };
}
