import type { Clock } from '../../../clock.ts';
import { notice, unreached, type Unreached } from '../../../reply/cards/correction.ts';
import type { Mark } from '../../../store/corrections/correction-queue.ts';
import type { Frozen } from '../../../store/outbox/outbox-entry.ts';
import type { Store } from '../../../store/store.ts';
import { type Announcer, telling } from '../../delivery/publisher.ts';
import { COLOUR, languageIn, posted } from '../../rendering/channel-message.ts';
import type { Spreading } from './pending-correction.ts';
import type { CuratedIn } from '../job.ts';

/** The notice to a channel waits this long for its marks: it says how many messages had no room for one. */
const PATIENCE = Temporal.Duration.from({ seconds: 30 });
/** The list for the editors waits this long for all that is still being tried. */
const LIST = Temporal.Duration.from({ minutes: 30 });
/** A channel that is gone, or that the bot may not see. */
const NO_CHANNEL: ReadonlySet<string> = new Set(['10003', '50001']);
const NO_PERMISSION: ReadonlySet<string> = new Set(['50013']);
const UNDER_WAY = 'open';

interface TellerOptions {
  readonly store: Pick<Store, 'marks' | 'ledger' | 'settings'>;
  readonly curatedIn: CuratedIn;
  readonly announcer: Announcer;
  readonly clock: Clock;
}

/** Tells each channel once, and the editors once what was not reached; true when nothing more is to come. */
export function teller({ store, curatedIn, announcer, clock }: TellerOptions) {
  const { marks, ledger } = store;

  const inChannel = async ({ correction, wrong }: Spreading, list: readonly Mark[]): Promise<void> => {
    const { channel = '', server = null } = list[0] ?? {};
    const language = await languageIn(store, { server, channel }, wrong.story);
    const noRoom = list.filter(({ state }) => state === 'no room').length;
    const newest = list.findLast(({ reason }) => reason !== 'deleted')?.message;
    const [first, ...rest] = posted(notice(wrong, noRoom, language), wrong.story, language, COLOUR.correction);
    if (first === undefined) return;
    const reference =
      newest === undefined ? {} : { message_reference: { message_id: newest, fail_if_not_exists: false } };
    const frozen: Frozen = { messages: [{ ...first, body: { ...first.body, ...reference } }, ...rest], memo: null };
    await announcer.once(telling('correction', correction.id, { server, channel }, { now: clock.now() }), frozen);
  };

  const listed = async ({ correction, wrong }: Spreading, list: readonly Unreached[]): Promise<void> => {
    const desk = await curatedIn(correction.story);
    if (desk === null) return;
    const language = await languageIn(store, desk, wrong.story);
    const messages = posted(unreached(wrong, list, language), wrong.story, language, COLOUR.desk);
    await announcer.once(telling('unreached', correction.id, desk, { now: clock.now() }), { messages, memo: null });
  };

  return async (spreading: Spreading): Promise<boolean> => {
    const { correction } = spreading;
    const since = Temporal.Instant.from(correction.at);
    const isPast = (wait: Temporal.Duration): boolean => Temporal.Instant.compare(since.add(wait), clock.now()) <= 0;
    const all = await marks.of(correction.id);
    const channels = Map.groupBy(all, ({ channel }) => channel);
    let told = await ledger.told('correction', correction.id);
    for (const [channel, list] of channels) {
      const waits = list.some(({ state }) => state === 'waiting') && !isPast(PATIENCE);
      if (!told.has(channel) && !waits && !list.every(isHopeless)) await inChannel(spreading, list);
    }
    told = await ledger.told('correction', correction.id);
    const isOver = [...channels].every(
      ([channel, list]) =>
        list.every(({ state }) => state !== 'waiting') &&
        (list.every(isHopeless) || (told.get(channel) ?? UNDER_WAY) !== UNDER_WAY),
    );
    const missing = [...channels].flatMap(([channel, list]) => missingIn(channel, list, told.get(channel) ?? null));
    if (missing.length > 0 && (isOver || isPast(LIST))) await listed(spreading, missing);
    return isOver;
  };
}

/** Nothing can be posted where nothing can be seen. */
const isHopeless = ({ state, reason }: Mark): boolean => state === 'unreached' && NO_CHANNEL.has(reason ?? '');

function missingIn(channel: string, list: readonly Mark[], told: string | null): Unreached[] {
  const address = `https://discord.com/channels/${list[0]?.server ?? '@me'}/${channel}`;
  const marks = list.flatMap(({ message, state, reason }): Unreached[] => {
    const at = { message: `${address}/${message}`, channel: address };
    if (state === 'waiting') return [{ ...at, why: 'silent', code: '' }];
    return state === 'unreached' ? [{ ...at, why: whyOf(reason ?? ''), code: reason ?? '' }] : [];
  });
  const failed = told === 'refused' || told === 'uncertain';
  return failed
    ? [...marks, { message: null, channel: address, why: told === 'refused' ? 'forbidden' : 'uncertain', code: told }]
    : marks;
}

function whyOf(reason: string): Unreached['why'] {
  if (reason === 'deleted') return 'deleted';
  if (NO_CHANNEL.has(reason)) return 'gone';
  return NO_PERMISSION.has(reason) ? 'forbidden' : 'code';
}
