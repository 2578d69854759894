import { join } from 'node:path';
import type { Clock } from '../../src/clock.ts';
import type { Ask, Choice } from '../../src/commands/command.ts';
import { TERMINAL } from '../../src/commands/ask.ts';
import { loadDesk } from '../../src/create-desk.ts';
import type { Card } from '../../src/reply/model/card.ts';
import { cardText } from '../../src/reply/plain-text.ts';

/** Sunday evening after the flood: "yesterday" is Saturday 15 March 2031. */
export const NOW = Temporal.Instant.from('2031-03-16T20:00:00Z');
const clock: Clock = { now: () => NOW };

export const { desk } = await loadDesk({ STORIES_DIR: join(import.meta.dirname, '../fixtures/stories') }, clock);
const { desk: mayors } = await loadDesk({ STORIES_DIR: join(import.meta.dirname, '../../src/data/stories') }, clock);

export interface Answer {
  readonly card: Card;
  readonly text: string;
  /** Ids of the facts that answer, in the order shown. */
  readonly facts: readonly string[];
  readonly related: readonly string[];
}

function commandOf(name: string): (typeof desk.commands)[number] {
  const command = desk.commands.find(({ definition: data }) => data.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command;
}

const askOf = (name: string, options: Ask['options'], locale: string): Ask => ({
  command: name,
  options,
  now: NOW,
  locale,
  story: 'harbour-flood',
  from: TERMINAL,
});

/** Asks a command about the flood in Vessmouth, as a person would type it. */
export async function asked(name: string, words: string, options: Ask['options'] = {}, locale = 'en'): Promise<Answer> {
  const command = commandOf(name);
  const all = command.queryOption === null ? options : { ...options, [command.queryOption]: words };
  const card = await command.answer(askOf(name, all, locale), desk);
  return {
    card,
    text: cardText(card, locale),
    facts: card.facts.map(({ id }) => id),
    related: card.related.map(({ id }) => id),
  };
}

/** Asks a command about the mayors of northern Kosovo, on the evening of the day of its source. */
export async function askedMayors(name: string, words: string): Promise<Card> {
  const command = commandOf(name);
  const ask = {
    ...askOf(name, command.queryOption === null ? {} : { [command.queryOption]: words }, 'en'),
    ...THURSDAY,
  };
  return command.answer(ask, mayors);
}

const THURSDAY = { story: 'kosovo-mayors-2023', now: Temporal.Instant.from('2023-06-01T20:00:00+02:00') };

export function choices(name: string, option: string, typed: string): readonly Choice[] {
  const found =
    commandOf(name).autocomplete?.({ ...askOf(name, { [option]: typed }, 'en'), focused: option }, desk) ?? [];
  if (found instanceof Promise) throw new Error(`/${name} has to look up its choices`);
  return found;
}
