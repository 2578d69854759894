import type { Ask, Command, Desk } from '../src/commands/command.ts';
import { answerAsOf } from '../src/commands/lookup/as-of.ts';
import { TERMINAL } from '../src/commands/ask.ts';
import type { Fact } from '../src/data/model/fact.ts';
import { ReaderError } from '../src/errors.ts';
import { renderCard } from '../src/discord/rendering/render-card.ts';
import { cleanInput } from '../src/discord/format/text.ts';
import { refusalCard } from '../src/reply/cards/answer.ts';
import type { Card } from '../src/reply/model/card.ts';
import { cardText } from '../src/reply/plain-text.ts';

/** One line of `ask --jsonl`. `now` is an ISO instant that freezes the clock. */
export interface Question {
  readonly id?: string;
  readonly command: string;
  readonly query?: string;
  readonly now?: string;
  readonly locale?: string;
  readonly story?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** One line of the answers. */
export interface Answer {
  readonly outcome: Card['outcome'];
  readonly text: string;
  readonly [rest: string]: unknown;
}

/** @throws ReaderError for a line that is not a question. */
export function readQuestion(line: string): Question {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    throw new ReaderError(`This line is not JSON: ${line.slice(0, 80)}`);
  }
  if (typeof read !== 'object' || read === null || !('command' in read) || typeof read.command !== 'string') {
    throw new ReaderError(`This line names no "command": ${line.slice(0, 80)}`);
  }
  return read as Question;
}

/** Answers a question as in Discord, and returns its evidence. */
export async function answerQuestion(question: Question, desk: Desk): Promise<Answer> {
  const start = performance.now();
  const ask = askOf(question, desk);
  const card = await answered(ask, desk);
  const message = renderCard(card, ask);
  const ms = Math.round((performance.now() - start) * 100) / 100;
  const brief = ({ id, says, status, citations }: Fact): object => ({ id, says, status, citations });
  return {
    id: question.id,
    command: question.command,
    query: question.query,
    ms,
    outcome: card.outcome,
    entity: card.entity,
    facts: card.facts.map(brief),
    related: card.related.map(brief),
    suggestions: card.suggestions.map(({ label }) => label),
    checks: card.checks,
    ...card.claims,
    text: cardText(card, ask.locale),
    message,
  };
}

const commandOf = (name: string, desk: Desk): Command | undefined =>
  desk.commands.find(({ definition: data }) => data.name === name);

function askOf({ command, query, now, locale, story, options }: Question, desk: Desk): Ask {
  const asked = commandOf(command, desk);
  const option = asked?.queryOption ?? null;
  const typed = { ...options, ...(option === null || query === undefined ? {} : { [option]: query }) };
  return {
    command,
    options: taken(typed, asked?.draft?.option ?? null),
    now: now === undefined ? desk.clock.now() : instant(now),
    locale: locale ?? 'en',
    story: story ?? null,
    from: { ...TERMINAL, managesChannel: true, managesServer: true },
  };
}

/** Options as Discord's handler accepts them: a draft unchanged, others on one line without invisible characters. */
function taken(options: Readonly<Record<string, string>>, draft: string | null): Record<string, string> {
  const pairs = Object.entries(options).map(
    ([name, value]) => [name, name === draft ? value : cleanInput(value)] as const,
  );
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

function instant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new ReaderError(`"${text}" is not an instant. Write it like 2023-06-01T20:00:00+02:00.`);
  }
}

/** All option names of a command, including those of its subcommands, and `action` for the choice of one. */
export function optionsOf({ options = [] }: Command['definition']): readonly string[] {
  const names = options.flatMap((option) =>
    option.type === SUBCOMMAND ? ['action', ...(option.options ?? []).map(({ name }) => name)] : [option.name],
  );
  return [...new Set(names)];
}

export const SUBCOMMAND = 1;

async function answered(ask: Ask, desk: Desk): Promise<Card> {
  try {
    const command = commandOf(ask.command, desk);
    if (command === undefined) throw new ReaderError(`There is no command called "${ask.command}".`);
    const known = optionsOf(command.definition);
    const unknown = Object.keys(ask.options).find((name) => !known.includes(name));
    if (unknown !== undefined)
      throw new ReaderError(`There is no option "${unknown}" of /${ask.command}: it has ${known.join(', ')}.`);
    return await answerAsOf(command, ask, desk);
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return refusalCard(error.message);
  }
}
