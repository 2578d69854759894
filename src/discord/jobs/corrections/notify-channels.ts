import type { Clock } from '../../../clock.ts';
import { correctionNotice, unreachedList, type Unreached } from '../../../reply/cards/correction.ts';
import type { AffectedMessage } from '../../../store/corrections/correction-queue.ts';
import type { Payload } from '../../../store/outbox/outbox-entry.ts';
import type { Store } from '../../../store/store.ts';
import { isForbidden, isUnreachableChannel } from '../../delivery/error-codes.ts';
import { noticeKey } from '../../delivery/outbox-consumer.ts';
import type { OutboxConsumer } from '../../delivery/outbox-kind.ts';
import { ACCENT_COLOUR, channelLanguage, toChannelMessages } from '../../rendering/channel-message.ts';
import type { PendingCorrection } from './pending-correction.ts';
import type { CurationChannelOf } from '../job.ts';

/** The notice to a channel waits this long for its banners: it says how many messages had no room for one. */
const BANNER_WAIT = Temporal.Duration.from({ seconds: 30 });
/** The list for the editors waits this long for messages that are still being tried. */
const LIST_WAIT = Temporal.Duration.from({ minutes: 30 });
const OPEN = 'open';

interface NotifyOptions {
  readonly store: Pick<Store, 'corrections' | 'outbox' | 'settings'>;
  readonly curatedIn: CurationChannelOf;
  readonly consumer: OutboxConsumer;
  readonly clock: Clock;
}

/** Posts one notice to each channel, and to the editors one list of what was not reached; true when all is done. */
export function notifyChannels({ store, curatedIn, consumer, clock }: NotifyOptions) {
  const { corrections, outbox } = store;

  const inChannel = async (
    { correction, wrong }: PendingCorrection,
    list: readonly AffectedMessage[],
  ): Promise<void> => {
    const { channel = '', server = null } = list[0] ?? {};
    const language = await channelLanguage(store, { server, channel }, wrong.story);
    const omitted = list.filter(({ state }) => state === 'no room').length;
    const newest = list.findLast(({ reason }) => reason !== 'deleted')?.message;
    const [first, ...rest] = toChannelMessages(
      correctionNotice(wrong, omitted, language),
      wrong.story,
      language,
      ACCENT_COLOUR.correction,
    );
    if (first === undefined) return;
    const reference =
      newest === undefined ? {} : { message_reference: { message_id: newest, fail_if_not_exists: false } };
    const payload: Payload = { messages: [{ ...first, body: { ...first.body, ...reference } }, ...rest], memo: null };
    await consumer.publishOnce(
      noticeKey('correction', correction.id, { server, channel }, { now: clock.now() }),
      payload,
    );
  };

  const listed = async ({ correction, wrong }: PendingCorrection, list: readonly Unreached[]): Promise<void> => {
    const desk = await curatedIn(correction.story);
    if (desk === null) return;
    const language = await channelLanguage(store, desk, wrong.story);
    const messages = toChannelMessages(unreachedList(wrong, list, language), wrong.story, language, ACCENT_COLOUR.desk);
    await consumer.publishOnce(noticeKey('unreached', correction.id, desk, { now: clock.now() }), {
      messages,
      memo: null,
    });
  };

  return async (pending: PendingCorrection): Promise<boolean> => {
    const { correction } = pending;
    const since = Temporal.Instant.from(correction.at);
    const isPast = (wait: Temporal.Duration): boolean => Temporal.Instant.compare(since.add(wait), clock.now()) <= 0;
    const all = await corrections.affectedBy(correction.id);
    const channels = Map.groupBy(all, ({ channel }) => channel);
    let told = await outbox.told('correction', correction.id);
    for (const [channel, list] of channels) {
      const waits = list.some(({ state }) => state === 'waiting') && !isPast(BANNER_WAIT);
      if (!told.has(channel) && !waits && !list.every(isHopeless)) await inChannel(pending, list);
    }
    told = await outbox.told('correction', correction.id);
    const isOver = [...channels].every(
      ([channel, list]) =>
        list.every(({ state }) => state !== 'waiting') &&
        (list.every(isHopeless) || (told.get(channel) ?? OPEN) !== OPEN),
    );
    const missing = [...channels].flatMap(([channel, list]) => missingIn(channel, list, told.get(channel) ?? null));
    if (missing.length > 0 && (isOver || isPast(LIST_WAIT))) await listed(pending, missing);
    return isOver;
  };
}

/** The bot cannot post in a channel that it cannot see. */
const isHopeless = ({ state, reason }: AffectedMessage): boolean =>
  state === 'unreached' && isUnreachableChannel(reason ?? '');

function missingIn(channel: string, list: readonly AffectedMessage[], told: string | null): Unreached[] {
  const address = `https://discord.com/channels/${list[0]?.server ?? '@me'}/${channel}`;
  const corrections = list.flatMap(({ message, state, reason }): Unreached[] => {
    const at = { message: `${address}/${message}`, channel: address };
    if (state === 'waiting') return [{ ...at, why: 'silent', code: '' }];
    return state === 'unreached' ? [{ ...at, why: whyOf(reason ?? ''), code: reason ?? '' }] : [];
  });
  const failed = told === 'refused' || told === 'uncertain';
  return failed
    ? [
        ...corrections,
        { message: null, channel: address, why: told === 'refused' ? 'forbidden' : 'uncertain', code: told },
      ]
    : corrections;
}

function whyOf(reason: string): Unreached['why'] {
  if (reason === 'deleted') return 'deleted';
  if (isUnreachableChannel(reason)) return 'gone';
  return isForbidden(reason) ? 'forbidden' : 'code';
}
