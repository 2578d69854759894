import type {
  APIComponentInLabel,
  APIMessageApplicationCommandInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { entryOf } from '../../commands/permissions/rules.ts';
import type { Ask, Command, Field, Form, Menu } from '../../commands/command.ts';
import { languageOf, word } from '../../reply/i18n/translate.ts';
import { barred } from '../interactions/permission.ts';
import type { Circumstances } from '../interactions/context.ts';
import { readIds, writeIds } from '../components/custom-id.ts';
import { entering } from '../interactions/with-permission.ts';
import { FLAG_EPHEMERAL, FORM_TEXT, FORM_TITLE, OPTION_TEXT } from '../limits.ts';
import { KIND } from '../format/message.ts';
import { answered } from '../interactions/answer-ask.ts';
import { type Answering, type Answers, atOnce, refused, type Reply, told } from '../interactions/reply.ts';
import { readAsk, writeAsk } from '../components/ask-state.ts';
import { clean, cut } from '../format/text.ts';

/** Goes into the ids of a window and its fields, with the name of the option that a field fills. */
const WINDOW = 'form';
const LINE = 1;
const PARAGRAPH = 2;
/** UTF-16 units of a field. A sentence is as long as the fact base takes it. */
const MOST = { line: OPTION_TEXT, sentence: 600, text: FORM_TEXT } as const;

/**
 * The window that a question needs, or its answer. A window keeps the question in its ids, as a message keeps it in those
 * of its buttons, so that it may be filled in after a restart.
 */
export async function replyTo(
  ask: Ask,
  command: Command | undefined,
  answer: () => Promise<Reply>,
  answers: Answers,
): Promise<Reply> {
  if (command?.form === undefined) return answer();
  const no = await barred(`command:${entryOf(ask)}`, ask, answers.desk);
  if (no !== null) return told(no);
  const form = await command.form(ask, answers.desk);
  return form === null ? answer() : windowOf(ask, form);
}

/** A command of the menu of a message. */
export const openMenu = (
  interaction: APIMessageApplicationCommandInteraction,
  command: Command,
  menu: Menu,
  answers: Answers,
): Answering =>
  entering(interaction, `menu:${interaction.data.name}`, answers, async (here) => {
    const { content = '' } = interaction.data.resolved.messages[interaction.data.target_id] ?? {};
    const ask = askAt(here, command.data.name, menu.options(content), answers);
    return replyTo(ask, command, async () => answered(ask, { theme: here.theme, sharedBy: null }, answers), answers);
  });

/** What was written into a window; null for one that is not of this kind. */
export function answerWindow(
  interaction: APIModalSubmitInteraction,
  fields: ReadonlyMap<string, string>,
  answers: Answers,
): Answering | null {
  const { custom_id: id } = interaction.data;
  const found = readIds(id, [id, ...fields.keys()]);
  if (found?.action !== WINDOW) return null;
  const kept = readAsk(found.state);
  const command = answers.commands.get(kept?.command ?? '');
  if (kept === null || command?.form === undefined) return atOnce(refused(interaction, 'door.stale'));
  return entering(
    interaction,
    `form:${entryOf(kept)}`,
    answers,
    async (here) => {
      const form = await command.form?.({ ...kept, from: here.from }, answers.desk);
      // What was emptied counts too: somebody took it away.
      const written = (form?.fields ?? []).map((field) => [field.option, takenFrom(fields, field)] as const);
      const options = { ...kept.options, ...Object.fromEntries(written) };
      const ask = { ...askAt(here, kept.command, options, answers), story: kept.story };
      const reply = await answered(ask, { theme: here.theme, sharedBy: null }, answers);
      return inPlaceOf(interaction.message?.flags, reply);
    },
    async () => kept.story,
  );
}

function takenFrom(written: ReadonlyMap<string, string>, { option, as }: Field): string {
  const [, value = ''] = [...written].find(([id]) => id.startsWith(`1.${WINDOW}.${option}.`)) ?? [];
  return as === 'text' ? cut(value, MOST.text) : clean(value, as === 'choice' ? OPTION_TEXT : MOST[as]);
}

const askAt = (
  { locale, story, from }: Circumstances,
  command: string,
  options: Ask['options'],
  { desk }: Answers,
): Ask => ({
  command,
  options,
  now: desk.clock.now(),
  locale,
  story,
  from,
});

function windowOf(ask: Ask, { title, fields }: Form): Reply {
  const language = languageOf(ask.locale);
  const names = new Set(fields.map(({ option }) => option));
  const options = Object.fromEntries(Object.entries(ask.options).filter(([name]) => !names.has(name)));
  const presses = ['', ...names].map((argument) => ({ action: WINDOW, argument }));
  const ids = writeIds(presses, writeAsk({ ...ask, options }));
  if (ids === null) return told(word(language, 'door.tooLong'));
  const [id = '', ...others] = ids;
  return {
    form: {
      custom_id: id,
      title: cut(word(language, title), FORM_TITLE),
      components: fields.map((field, at) => ({
        type: KIND.label,
        label: cut(word(language, field.label), FORM_TITLE),
        component: input(field, others[at] ?? ''),
      })),
    },
  };
}

function input({ as, value, optional, choices = [] }: Field, id: string): APIComponentInLabel {
  const required = optional !== true;
  if (as === 'choice') {
    const options = choices.map(({ name, value: chosen }) => ({
      label: name,
      value: chosen,
      ...(chosen === value && { default: true }),
    }));
    return { type: KIND.select, custom_id: id, required, options };
  }
  const longest = MOST[as];
  return {
    type: KIND.input,
    custom_id: id,
    style: as === 'line' ? LINE : PARAGRAPH,
    max_length: longest,
    required,
    ...(value !== undefined && value !== '' && { value: cut(value, longest) }),
  };
}

/** A message that its reader alone sees is exchanged for what came of it; one that others see stays, for them. */
export function inPlaceOf(flags: number | undefined, reply: Reply): Reply {
  const isPrivate = ((flags ?? 0) & FLAG_EPHEMERAL) !== 0;
  return 'message' in reply && isPrivate ? { ...reply, update: true } : reply;
}
