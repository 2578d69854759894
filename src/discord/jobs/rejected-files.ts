import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { rejectedFilesNotice, type RejectedFiles } from '../../reply/cards/notices.ts';
import type { Store } from '../../store/store.ts';
import { noticeKey } from '../delivery/outbox-consumer.ts';
import { ACCENT_COLOUR, channelLanguage, toChannelMessages } from '../rendering/channel-message.ts';
import type { CurationChannelOf, Job } from './job.ts';

export interface RejectedStoryFiles extends RejectedFiles {
  /** Of the files. */
  readonly version: string;
}

interface RejectedFilesOptions {
  /** Stories whose files do not pass the check now. */
  readonly refusals: () => readonly RejectedStoryFiles[];
  readonly store: Pick<Store, 'outbox' | 'settings'>;
  readonly curatedIn: CurationChannelOf;
  readonly clock: Clock;
}

/** Tells the editors of a story which problems its files have, once for each version of the files. */
export function rejectedFilesJob({ refusals, store, curatedIn, clock }: RejectedFilesOptions): Job {
  return async (consumer) => {
    for (const refused of refusals()) {
      const desk = await curatedIn(refused.id);
      const edition = editionOf(refused);
      if (desk === null || (await store.outbox.told('refused', edition)).has(desk.channel)) continue;
      // The story may not be loaded at all, so its language may be unknown.
      const language = await channelLanguage(store, desk, { language: 'en' });
      const messages = toChannelMessages(
        rejectedFilesNotice(refused, language),
        refused,
        language,
        ACCENT_COLOUR.correction,
      );
      await consumer.publishOnce(noticeKey('refused', edition, desk, { now: clock.now() }), {
        messages,
        memo: null,
      });
    }
  };
}

const editionOf = ({ id, version }: RejectedStoryFiles): string =>
  createHash('sha256')
    .update(JSON.stringify([id, version]))
    .digest('base64url')
    .slice(0, 22);
