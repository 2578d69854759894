import type {
  APIComponentInLabel,
  APIMessageApplicationCommandInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { entryPoint } from '../../commands/permissions.ts';
import type { Ask, Command, ModalField, Modal, MessageCommand } from '../../commands/command.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import { denialFor } from '../interactions/permission.ts';
import type { InteractionContext } from '../interactions/context.ts';
import { decodeCustomIds, encodeCustomIds } from '../components/custom-id.ts';
import { withPermission } from '../interactions/with-permission.ts';
import { FLAG_EPHEMERAL, MODAL_TEXT_LENGTH, MODAL_TITLE_LENGTH, MAX_OPTION_TEXT } from '../limits.ts';
import { COMPONENT_TYPE } from '../format/message.ts';
import { replyToAsk } from '../interactions/answer-ask.ts';
import {
  type PendingReply,
  type HandlerContext,
  immediately,
  refusal,
  type Reply,
  sentenceReply,
} from '../interactions/reply.ts';
import { decodeAsk, encodeAsk } from '../components/ask-state.ts';
import { cleanInput, truncate } from '../format/text.ts';

/** Goes into the ids of a window and its fields, with the name of the option that a field fills. */
const WINDOW = 'form';
const LINE = 1;
const PARAGRAPH = 2;
/** UTF-16 units of a field. A sentence is as long as the fact base takes it. */
const MOST = { line: MAX_OPTION_TEXT, sentence: 600, text: MODAL_TEXT_LENGTH } as const;

/**
 * The window that a question needs, or its answer. A window keeps the question in its ids, as a message keeps it in those
 * of its buttons, so that it may be filled in after a restart.
 */
export async function modalOrAnswer(
  ask: Ask,
  command: Command | undefined,
  answer: () => Promise<Reply>,
  answers: HandlerContext,
): Promise<Reply> {
  if (command?.modal === undefined) return answer();
  const no = await denialFor(`command:${entryPoint(ask)}`, ask, answers.desk);
  if (no !== null) return sentenceReply(no);
  const form = await command.modal(ask, answers.desk);
  return form === null ? answer() : modalFor(ask, form);
}

/** A command of the menu of a message. */
export const handleMessageCommand = (
  interaction: APIMessageApplicationCommandInteraction,
  command: Command,
  menu: MessageCommand,
  answers: HandlerContext,
): PendingReply =>
  withPermission(interaction, `menu:${interaction.data.name}`, answers, async (here) => {
    const { content = '' } = interaction.data.resolved.messages[interaction.data.target_id] ?? {};
    const ask = askAt(here, command.definition.name, menu.options(content), answers);
    return modalOrAnswer(
      ask,
      command,
      async () => replyToAsk(ask, { theme: here.theme, sharedBy: null }, answers),
      answers,
    );
  });

/** What was written into a window; null for one that is not of this kind. */
export function handleCommandModal(
  interaction: APIModalSubmitInteraction,
  fields: ReadonlyMap<string, string>,
  answers: HandlerContext,
): PendingReply | null {
  const { custom_id: id } = interaction.data;
  const found = decodeCustomIds(id, [id, ...fields.keys()]);
  if (found?.action !== WINDOW) return null;
  const kept = decodeAsk(found.state);
  const command = answers.commands.get(kept?.command ?? '');
  if (kept === null || command?.modal === undefined) return immediately(refusal(interaction, 'door.stale'));
  return withPermission(
    interaction,
    `form:${entryPoint(kept)}`,
    answers,
    async (here) => {
      const form = await command.modal?.({ ...kept, from: here.from }, answers.desk);
      // What was emptied counts too: somebody took it away.
      const written = (form?.fields ?? []).map((field) => [field.option, takenFrom(fields, field)] as const);
      const options = { ...kept.options, ...Object.fromEntries(written) };
      const ask = { ...askAt(here, kept.command, options, answers), story: kept.story };
      const reply = await replyToAsk(ask, { theme: here.theme, sharedBy: null }, answers);
      return replaceIfEphemeral(interaction.message?.flags, reply);
    },
    async () => kept.story,
  );
}

function takenFrom(written: ReadonlyMap<string, string>, { option, as }: ModalField): string {
  const [, value = ''] = [...written].find(([id]) => id.startsWith(`1.${WINDOW}.${option}.`)) ?? [];
  return as === 'text' ? truncate(value, MOST.text) : cleanInput(value, as === 'choice' ? MAX_OPTION_TEXT : MOST[as]);
}

const askAt = (
  { locale, story, from }: InteractionContext,
  command: string,
  options: Ask['options'],
  { desk }: HandlerContext,
): Ask => ({
  command,
  options,
  now: desk.clock.now(),
  locale,
  story,
  from,
});

function modalFor(ask: Ask, { title, fields }: Modal): Reply {
  const language = languageOf(ask.locale);
  const names = new Set(fields.map(({ option }) => option));
  const options = Object.fromEntries(Object.entries(ask.options).filter(([name]) => !names.has(name)));
  const presses = ['', ...names].map((argument) => ({ action: WINDOW, argument }));
  const ids = encodeCustomIds(presses, encodeAsk({ ...ask, options }));
  if (ids === null) return sentenceReply(translateText(language, 'door.tooLong'));
  const [id = '', ...others] = ids;
  return {
    form: {
      custom_id: id,
      title: truncate(translateText(language, title), MODAL_TITLE_LENGTH),
      components: fields.map((field, at) => ({
        type: COMPONENT_TYPE.label,
        label: truncate(translateText(language, field.label), MODAL_TITLE_LENGTH),
        component: input(field, others[at] ?? ''),
      })),
    },
  };
}

function input({ as, value, optional, choices = [] }: ModalField, id: string): APIComponentInLabel {
  const required = optional !== true;
  if (as === 'choice') {
    const options = choices.map(({ name, value: chosen }) => ({
      label: name,
      value: chosen,
      ...(chosen === value && { default: true }),
    }));
    return { type: COMPONENT_TYPE.select, custom_id: id, required, options };
  }
  const longest = MOST[as];
  return {
    type: COMPONENT_TYPE.input,
    custom_id: id,
    style: as === 'line' ? LINE : PARAGRAPH,
    max_length: longest,
    required,
    ...(value !== undefined && value !== '' && { value: truncate(value, longest) }),
  };
}

/** A message that its reader alone sees is exchanged for what came of it; one that others see stays, for them. */
export function replaceIfEphemeral(flags: number | undefined, reply: Reply): Reply {
  const isPrivate = ((flags ?? 0) & FLAG_EPHEMERAL) !== 0;
  return 'message' in reply && isPrivate ? { ...reply, update: true } : reply;
}
