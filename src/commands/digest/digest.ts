import { ReaderError } from '../../errors.ts';
import { digestListCard, digestPreviewCard, type Order } from '../../reply/cards/digest.ts';
import { translate, translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Card } from '../../reply/model/card.ts';
import type { StyledText } from '../../reply/model/styled-text.ts';
import type { Store } from '../../store/store.ts';
import { channelBrief } from '../brief.ts';
import type { Ask, Command, Desk } from '../command.ts';
import { defineCommandGroup } from '../definition/define-command.ts';
import { READERS } from '../permissions.ts';
import { languageFor, storyOf, optionText } from '../ask.ts';
import {
  weekdayChoices,
  parseWeekdays,
  parseEdition,
  parseTime,
  parseTimeZone,
  timeZoneChoices,
} from './parse-options.ts';

const EDITION = { name: 'edition' } as const;
/** The answers look themselves at who may manage the channel, and say what is missing there. */
const ROW = { ephemeral: true, notRepeatable: true, permission: READERS } as const;

/** The daily brief of the channel in which it is asked: set once, posted every morning. */
export const digest = defineCommandGroup({
  name: 'digest',
  queryOption: null,
  otherwise: 'list',
  subcommands: [
    {
      ...ROW,
      name: 'set',
      options: [{ name: 'time' }, { name: 'zone' }, { name: 'days' }, EDITION],
      answer: forManagers(set),
    },
    {
      ...ROW,
      name: 'list',
      options: [],
      answer: forManagers(async (task) => list(task, translate(task.language, 'digest.title'))),
    },
    { ...ROW, name: 'preview', options: [], answer: forManagers(preview) },
    { ...ROW, name: 'pause', options: [EDITION], answer: forManagers(changeState('pause', 'digest.paused')) },
    { ...ROW, name: 'resume', options: [EDITION], answer: forManagers(changeState('resume', 'digest.resumed')) },
    { ...ROW, name: 'remove', options: [EDITION], answer: forManagers(changeState('remove', 'digest.removed')) },
  ],
  autocomplete(typing, desk) {
    const text = optionText(typing, typing.focused);
    if (typing.focused === 'zone') return timeZoneChoices(text, typing.now);
    if (typing.focused === 'days') return weekdayChoices(languageFor(typing));
    const { timezone } = storyOf(typing, desk).story;
    const now = typing.now.toZonedDateTimeISO(timezone).toPlainTime().toString().slice(0, 5);
    return typing.focused === 'time'
      ? ['06:30', '07:00', '07:30', '08:00', now].map((name) => ({ name, value: name }))
      : [];
  },
});

/** What a subcommand works with, once it is known that the asker manages the channel. */
interface Task {
  readonly ask: Ask;
  readonly desk: Desk;
  readonly store: Store;
  readonly server: string;
  readonly channel: string;
  readonly language: Language;
}

/** Lets those do it who manage the channel. @throws ReaderError for everybody else, and where nothing can be posted. */
function forManagers(work: (task: Task) => Promise<Card>): Command['answer'] {
  return async (ask, desk) => {
    const language = languageFor(ask);
    const { server, channel, managesChannel } = ask.from;
    if (desk.store === null) throw new ReaderError(translateText(language, 'settings.nowhere'));
    if (server === null || channel === null) throw new ReaderError(translateText(language, 'digest.noPosts'));
    if (!managesChannel) throw new ReaderError(translateText(language, 'settings.forbidden'));
    return work({ ask, desk, store: desk.store, server, channel, language });
  };
}

function changeState(
  action: 'pause' | 'resume' | 'remove',
  done: 'digest.paused' | 'digest.resumed' | 'digest.removed',
): (task: Task) => Promise<Card> {
  return async (task) => {
    const { ask, store, channel, language } = task;
    const edition = parseEdition(optionText(ask, 'edition'), language);
    if (!(await store.digests[action](channel, edition)))
      throw new ReaderError(translateText(language, 'digest.noSuch', { edition }));
    return list(task, translate(language, done, { edition }));
  };
}

/** Refuses a channel in which the bot cannot post: at once, and not the next morning. */
async function set(task: Task): Promise<Card> {
  const { ask, desk, store, server, channel, language } = task;
  const { story } = storyOf(ask, desk);
  const edition = parseEdition(optionText(ask, 'edition'), language);
  const time = parseTime(optionText(ask, 'time') || '07:00', language);
  const zone = parseTimeZone(optionText(ask, 'zone') || story.timezone, language);
  const days = parseWeekdays(optionText(ask, 'days'), language);
  const [stop] = stops(ask, language);
  if (stop !== undefined)
    throw new ReaderError(translateText(language, 'digest.lacks', { permissions: ask.from.lacks.join(', ') }));
  await store.digests.set({ server, channel, edition, time, zone, days });
  return list(task, translate(language, 'digest.set', { edition }));
}

async function list(task: Task, title: StyledText): Promise<Card> {
  const orders = await ordersOf(task);
  const { ask, language } = task;
  return digestListCard(
    orders.length === 0 ? translate(language, 'digest.none') : title,
    orders,
    stops(ask, language),
    language,
  );
}

async function preview(task: Task): Promise<Card> {
  const { ask, desk, language } = task;
  const orders = await ordersOf(task);
  const parked = orders.flatMap(({ state, reason }) =>
    state === 'parked' ? [translate(language, 'digest.isParked', { reason: reason ?? '' })] : [],
  );
  return digestPreviewCard(await channelBrief(ask, desk), orders, [...stops(ask, language), ...parked], language);
}

async function ordersOf({ store, server, channel }: Task): Promise<Order[]> {
  const all = await store.digests.ofServer(server);
  return all
    .filter((each) => each.channel === channel)
    .map((each) => ({ ...each, next: store.digests.next(each)?.at.toZonedDateTimeISO(each.zone) ?? null }));
}

const stops = ({ from: { lacks } }: Ask, language: Language): StyledText[] =>
  lacks.length === 0 ? [] : [translate(language, 'digest.lacks', { permissions: lacks.join(', ') })];
