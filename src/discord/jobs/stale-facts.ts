import type { Desk } from '../../commands/command.ts';
import { staleFactsNotice } from '../../reply/cards/notices.ts';
import type { Store } from '../../store/store.ts';
import { noticeKey } from '../delivery/outbox-consumer.ts';
import { ACCENT_COLOUR, channelLanguage, toChannelMessages } from '../rendering/channel-message.ts';
import type { CurationChannelOf, Job } from './job.ts';
import { localDay } from '../../local-day.ts';

/** Editors are asked only between these local hours of the story. */
const FROM_HOUR = 9;
const TO_HOUR = 18;

interface StaleFactsOptions {
  readonly desk: Pick<Desk, 'stories' | 'clock'>;
  readonly store: Pick<Store, 'outbox' | 'settings'>;
  readonly curatedIn: CurationChannelOf;
}

/**
 * Asks the editors whether facts past their shelf life still hold: one message a day and story, and once for each version of
 * a fact. Verifying a fact changes its version.
 */
export function staleFactsJob({ desk, store, curatedIn }: StaleFactsOptions): Job {
  /** The day of the last check by story: a large story is not searched at every tick. */
  const looked = new WeakMap<object, string>();
  return async (consumer) => {
    const now = desk.clock.now();
    for (const at of desk.stories.values()) {
      const { story } = at(now);
      const { hour } = now.toZonedDateTimeISO(story.timezone);
      const today = localDay(now, story.timezone);
      if (hour < FROM_HOUR || hour >= TO_HOUR || looked.get(story) === today) continue;
      if (Object.keys(story.shelf_life).length === 0) continue;
      const editors = await curatedIn(story.id);
      if (editors === null) continue;
      const before = await store.outbox.memos('stale', editors.channel, story.id);
      const asked = new Set(before.flatMap(({ memo }) => readMemo(memo)));
      const isAsked = ({ id, version }: { readonly id: string; readonly version: string }): boolean =>
        asked.has(`${id} ${version}`);
      const { facts, card } = staleFactsNotice(story, today, isAsked);
      if (facts.length > 0 && !before.some(({ date }) => date === today)) {
        const language = await channelLanguage(store, editors, story);
        const messages = toChannelMessages(card(language), story, language, ACCENT_COLOUR.desk);
        const memo = JSON.stringify(facts.map(({ id, version }) => `${id} ${version}`));
        await consumer.publishOnce(noticeKey('stale', story.id, editors, { now, date: today }), {
          messages,
          memo,
        });
      }
      looked.set(story, today);
    }
  };
}

function readMemo(memo: string | null): string[] {
  const read: unknown = memo === null ? [] : JSON.parse(memo);
  return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [];
}
