import { createHash } from 'node:crypto';
import type { Desk } from '../../../commands/command.ts';
import { publishedErrors, type PublishedError } from '../../../reply/cards/correction.ts';
import type { Store } from '../../../store/store.ts';
import { annotateMessages } from './annotate-messages.ts';
import { notifyChannels } from './notify-channels.ts';
import type { PendingCorrection } from './pending-correction.ts';
import type { CurationChannelOf, Job } from '../job.ts';
import { localDay } from '../../../local-day.ts';

/** A brief composed before a correction may be posted six hours after it, with the error in it. */
const LOOK_FOR = Temporal.Duration.from({ hours: 7 });
/** Each process records the versions that it shows every 15 s, so by then all versions with a correction are known. */
const SETTLED = Temporal.Duration.from({ minutes: 1 });
/** 132 bits. */
const ID_LENGTH = 22;

interface CorrectionOptions {
  readonly desk: Pick<Desk, 'stories' | 'clock'>;
  readonly store: Pick<Store, 'corrections' | 'outbox' | 'settings'>;
  readonly curatedIn: CurationChannelOf;
}

/**
 * Every message that showed the fact without the correction gets a banner, every channel with such a message one notice, and
 * the editors a list of what could not be reached. Corrections are read from the facts that are served, wherever they came
 * from; the id of one is a hash of its text, so it is posted once.
 */
export function createCorrectionJob({ desk, store, curatedIn }: CorrectionOptions): Job {
  const { corrections } = store;
  const busy = new Set<string>();
  const noted = new WeakMap<PublishedError['story'], ReadonlyMap<string, PublishedError>>();

  /** By id, without those under embargo. */
  const current = async (now: Temporal.Instant): Promise<ReadonlyMap<string, PublishedError>> => {
    const found = new Map<string, PublishedError>();
    for (const at of desk.stories.values()) {
      const { story } = at(now);
      const known = noted.get(story) ?? new Map(publishedErrors(story).map((wrong) => [idOf(wrong), wrong]));
      if (!noted.has(story)) {
        const today = localDay(now, story.timezone);
        await corrections.record([...known].map(([id, wrong]) => asNoted(id, wrong, today)));
        noted.set(story, known);
      }
      for (const [id, wrong] of known) found.set(id, wrong);
    }
    return found;
  };

  return async (consumer, delivery) => {
    const now = desk.clock.now();
    const wrongs = await current(now);
    const pending = (await corrections.openCorrections()).flatMap((correction): PendingCorrection[] => {
      const wrong = wrongs.get(correction.id);
      return wrong === undefined ? [] : [{ correction, wrong }];
    });
    for (const { correction } of pending) await corrections.queueAffected(correction, now.subtract(SETTLED));
    await annotateMessages(store, delivery, busy)(new Map(pending.map((one) => [one.correction.id, one])));
    const tell = notifyChannels({ store, curatedIn, consumer, clock: desk.clock });
    for (const one of pending) {
      const done = await tell(one);
      const old = Temporal.Instant.compare(Temporal.Instant.from(one.correction.at).add(LOOK_FOR), now) < 0;
      if (done && old) await corrections.close(one.correction.id);
    }
  };
}

function idOf({ story, fact, act, on, was, because }: PublishedError): string {
  const said = act === 'correct' ? [on, was] : [because];
  return createHash('sha256')
    .update(JSON.stringify([story.id, fact.id, act, ...said]))
    .digest('base64url')
    .slice(0, ID_LENGTH);
}

const asNoted = (id: string, { story, fact, act, on }: PublishedError, today: string) => ({
  id,
  story: story.id,
  fact: fact.id,
  act,
  day: on ?? today,
  version: fact.version,
});
