import { hash } from 'node:crypto';
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Desk } from '../../commands/command.ts';
import { TERMINAL } from '../../commands/ask.ts';
import { proposalBoardCard } from '../../commands/curation/proposal-view.ts';
import type { Proposal } from '../../store/curation/proposals.ts';
import { FLAG_COMPONENTS_V2, UNKNOWN_MESSAGE } from '../limits.ts';
import { describeError, type Log } from '../log.ts';
import { renderCard } from '../rendering/render-card.ts';

/** Keeps one message for each proposal in the curation channel, and keeps it up to date. */
export interface ProposalBoard {
  /** Posts the card of a proposal, or edits it. Never rejects: the next update, or the next start, tries again. */
  update(proposal: string): Promise<void>;
  /** Posts cards that could not be posted before. */
  postMissing(): Promise<void>;
}

interface BoardOptions {
  readonly rest: Pick<REST, 'post' | 'patch'>;
  readonly desk: Desk;
  readonly log: Log;
}

/** Proposals of a story that are looked at when the bot starts. */
const MOST = 500;

export function createProposalBoard({ rest, desk, log }: BoardOptions): ProposalBoard {
  // One after the other, so that the newer of two edits comes last.
  let last: Promise<void> = Promise.resolve();
  // Ids of proposals whose last update failed.
  const missed = new Set<string>();
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'the card of a proposal could not be shown');
    });
    last = turn;
    return turn;
  };

  const post = async ({ id, version, story }: Proposal, body: object): Promise<void> => {
    const curating = await desk.store?.curationClaims.of(story);
    if (curating === null || curating === undefined) return;
    // With one nonce, two processes, or one that restarts in between, post it once.
    const nonce = hash('sha256', `${id} ${version}`, 'base64url').slice(0, 24);
    const posted = await rest.post(Routes.channelMessages(curating.channel), {
      body: { ...body, nonce, enforce_nonce: true },
    });
    const message = typeof posted === 'object' && posted !== null && 'id' in posted ? posted.id : null;
    if (typeof message === 'string') await desk.store?.proposals.carded(id, curating.channel, message);
  };

  const show = async (id: string): Promise<void> => {
    const found = await proposalBoardCard(id, desk);
    if (found === null) return;
    const { proposal } = found;
    const body = bodyOf(found, desk);
    if (proposal.card === null) return proposal.state === 'open' ? post(proposal, body) : undefined;
    const { channel, message } = proposal.card;
    try {
      await rest.patch(Routes.channelMessage(channel, message), { body });
    } catch (error) {
      const gone = error instanceof DiscordAPIError && error.code === UNKNOWN_MESSAGE;
      if (!gone) throw error;
      if (proposal.state === 'open') await post(proposal, body);
    }
  };

  return {
    update: async (id) =>
      inTurn(async () => {
        for (const each of new Set([id, ...missed])) {
          missed.add(each);
          await show(each);
          missed.delete(each);
        }
      }),
    postMissing: async () =>
      inTurn(async () => {
        for (const story of desk.stories.keys()) {
          const curating = await desk.store?.curationClaims.of(story);
          if (curating === null || curating === undefined) continue;
          const { server } = curating;
          const open = (await desk.store?.proposals.list({ story, server, states: ['open'], limit: MOST })) ?? [];
          for (const { id, card } of open) if (card === null) await show(id);
        }
      }),
  };
}

function bodyOf(
  { card, proposal: { story }, language: locale }: NonNullable<Awaited<ReturnType<typeof proposalBoardCard>>>,
  desk: Desk,
): object {
  const asked = { command: 'fact', options: {}, now: desk.clock.now(), locale, story, from: TERMINAL };
  return { ...renderCard(card, asked), flags: FLAG_COMPONENTS_V2 };
}
