import { ReaderError } from '../../errors.ts';
import { orders, preview, type Order } from '../../reply/cards/digest.ts';
import { say, word } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { Card } from '../../reply/model/card.ts';
import type { Words } from '../../reply/model/styled-text.ts';
import type { Store } from '../../store/store.ts';
import { briefAt } from '../brief.ts';
import type { Ask, Command, Desk } from '../command.ts';
import { declareGroup } from '../definition.ts';
import { languageFor, storyOf, typed } from '../ask.ts';
import { dayChoices, readDays, readEdition, readTime, readZone, zoneChoices } from './parse-options.ts';

const ACTIONS = ['set', 'list', 'preview', 'pause', 'resume', 'remove'] as const;
const EDITION = { name: 'edition' } as const;

/** The daily brief of the channel in which it is asked: set once, posted every morning. */
export const digest = {
  data: declareGroup('digest', [
    { name: 'set', options: [{ name: 'time' }, { name: 'zone' }, { name: 'days' }, EDITION], who: 'own' },
    { name: 'list', options: [], who: 'own' },
    { name: 'preview', options: [], who: 'own' },
    { name: 'pause', options: [EDITION], who: 'own' },
    { name: 'resume', options: [EDITION], who: 'own' },
    { name: 'remove', options: [EDITION], who: 'own' },
  ]),
  query: null,
  own: true,
  once: true,
  async answer(ask, desk) {
    const language = languageFor(ask);
    const { server, channel, managesChannel } = ask.from;
    if (desk.store === null) throw new ReaderError(word(language, 'settings.nowhere'));
    if (server === null || channel === null) throw new ReaderError(word(language, 'digest.noPosts'));
    if (!managesChannel) throw new ReaderError(word(language, 'settings.forbidden'));
    return act({ ask, desk, store: desk.store, server, channel, language });
  },
  complete(typing, desk) {
    const text = typed(typing, typing.focused);
    if (typing.focused === 'zone') return zoneChoices(text, typing.now);
    if (typing.focused === 'days') return dayChoices(languageFor(typing));
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
  const action = ACTIONS.find((known) => known === typed(ask, 'action')) ?? 'list';
  if (action === 'set') return set(task);
  if (action === 'list') return shown(task, say(language, 'digest.title'));
  if (action === 'preview') return previewed(task);
  const edition = readEdition(typed(ask, 'edition'), language);
  if (!(await store.digests[action](channel, edition))) {
    throw new ReaderError(word(language, 'digest.noSuch', { edition }));
  }
  const done = { pause: 'digest.paused', resume: 'digest.resumed', remove: 'digest.removed' } as const;
  return shown(task, say(language, done[action], { edition }));
}

/** Nothing is set in a channel where it could not be posted: that is said at once, and not the next morning. */
async function set(task: Task): Promise<Card> {
  const { ask, desk, store, server, channel, language } = task;
  const { story } = storyOf(ask, desk);
  const edition = readEdition(typed(ask, 'edition'), language);
  const time = readTime(typed(ask, 'time') || '07:00', language);
  const zone = readZone(typed(ask, 'zone') || story.timezone, language);
  const days = readDays(typed(ask, 'days'), language);
  const [stop] = stops(ask, language);
  if (stop !== undefined)
    throw new ReaderError(word(language, 'digest.lacks', { permissions: ask.from.lacks.join(', ') }));
  await store.digests.set({ server, channel, edition, time, zone, days });
  return shown(task, say(language, 'digest.set', { edition }));
}

async function shown(task: Task, title: Words): Promise<Card> {
  const list = await ordersOf(task);
  const { ask, language } = task;
  return orders(list.length === 0 ? say(language, 'digest.none') : title, list, stops(ask, language), language);
}

async function previewed(task: Task): Promise<Card> {
  const { ask, desk, language } = task;
  const list = await ordersOf(task);
  const parked = list.flatMap(({ state, reason }) =>
    state === 'parked' ? [say(language, 'digest.isParked', { reason: reason ?? '' })] : [],
  );
  return preview(await briefAt(ask, desk), list, [...stops(ask, language), ...parked], language);
}

async function ordersOf({ store, server, channel }: Task): Promise<Order[]> {
  const all = await store.digests.ofServer(server);
  return all
    .filter((each) => each.channel === channel)
    .map((each) => ({ ...each, next: store.digests.next(each)?.at.toZonedDateTimeISO(each.zone) ?? null }));
}

const stops = ({ from: { lacks } }: Ask, language: Language): Words[] =>
  lacks.length === 0 ? [] : [say(language, 'digest.lacks', { permissions: lacks.join(', ') })];
