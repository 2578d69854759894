import { ReaderError } from '../../errors.ts';
import { digestListCard, digestPreviewCard, type Order } from '../../reply/cards/digest.ts';
import { translate, translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Card } from '../../reply/model/card.ts';
import type { StyledText } from '../../reply/model/styled-text.ts';
import type { Store } from '../../store/store.ts';
import { channelBrief } from '../brief.ts';
import type { Ask, Command, Desk } from '../command.ts';
import { slashCommandGroup } from '../definition.ts';
import { languageFor, storyOf, optionText } from '../ask.ts';
import {
  weekdayChoices,
  parseWeekdays,
  parseEdition,
  parseTime,
  parseTimeZone,
  timeZoneChoices,
} from './parse-options.ts';

const ACTIONS = ['set', 'list', 'preview', 'pause', 'resume', 'remove'] as const;
const EDITION = { name: 'edition' } as const;

/** The daily brief of the channel in which it is asked: set once, posted every morning. */
export const digest = {
  definition: slashCommandGroup('digest', [
    { name: 'set', options: [{ name: 'time' }, { name: 'zone' }, { name: 'days' }, EDITION], who: 'own' },
    { name: 'list', options: [], who: 'own' },
    { name: 'preview', options: [], who: 'own' },
    { name: 'pause', options: [EDITION], who: 'own' },
    { name: 'resume', options: [EDITION], who: 'own' },
    { name: 'remove', options: [EDITION], who: 'own' },
  ]),
  queryOption: null,
  ephemeral: true,
  notRepeatable: true,
  async answer(ask, desk) {
    const language = languageFor(ask);
    const { server, channel, managesChannel } = ask.from;
    if (desk.store === null) throw new ReaderError(translateText(language, 'settings.nowhere'));
    if (server === null || channel === null) throw new ReaderError(translateText(language, 'digest.noPosts'));
    if (!managesChannel) throw new ReaderError(translateText(language, 'settings.forbidden'));
    return act({ ask, desk, store: desk.store, server, channel, language });
  },
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
} satisfies Command;

interface Task {
  readonly ask: Ask;
  readonly desk: Desk;
  readonly store: Store;
  readonly server: string;
  readonly channel: string;
  readonly language: Language;
}

async function act(task: Task): Promise<Card> {
  const { ask, store, channel, language } = task;
  const action = ACTIONS.find((known) => known === optionText(ask, 'action')) ?? 'list';
  if (action === 'set') return set(task);
  if (action === 'list') return shown(task, translate(language, 'digest.title'));
  if (action === 'preview') return previewed(task);
  const edition = parseEdition(optionText(ask, 'edition'), language);
  if (!(await store.digests[action](channel, edition))) {
    throw new ReaderError(translateText(language, 'digest.noSuch', { edition }));
  }
  const done = { pause: 'digest.paused', resume: 'digest.resumed', remove: 'digest.removed' } as const;
  return shown(task, translate(language, done[action], { edition }));
}

/** Nothing is set in a channel where it could not be posted: that is said at once, and not the next morning. */
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
  return shown(task, translate(language, 'digest.set', { edition }));
}

async function shown(task: Task, title: StyledText): Promise<Card> {
  const list = await ordersOf(task);
  const { ask, language } = task;
  return digestListCard(
    list.length === 0 ? translate(language, 'digest.none') : title,
    list,
    stops(ask, language),
    language,
  );
}

async function previewed(task: Task): Promise<Card> {
  const { ask, desk, language } = task;
  const list = await ordersOf(task);
  const parked = list.flatMap(({ state, reason }) =>
    state === 'parked' ? [translate(language, 'digest.isParked', { reason: reason ?? '' })] : [],
  );
  return digestPreviewCard(await channelBrief(ask, desk), list, [...stops(ask, language), ...parked], language);
}

async function ordersOf({ store, server, channel }: Task): Promise<Order[]> {
  const all = await store.digests.ofServer(server);
  return all
    .filter((each) => each.channel === channel)
    .map((each) => ({ ...each, next: store.digests.next(each)?.at.toZonedDateTimeISO(each.zone) ?? null }));
}

const stops = ({ from: { lacks } }: Ask, language: Language): StyledText[] =>
  lacks.length === 0 ? [] : [translate(language, 'digest.lacks', { permissions: lacks.join(', ') })];
