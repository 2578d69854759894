import type {
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
  APIModalInteractionResponseCallbackData,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import type { Ask, Command, DraftInput } from '../../commands/command.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import { toAsk } from '../interactions/parse-ask.ts';
import type { InteractionContext } from '../interactions/context.ts';
import { withPermission } from '../interactions/permission.ts';
import { MODAL_TEXT_LENGTH, MODAL_TITLE_LENGTH, MAX_OPTION_TEXT } from '../limits.ts';
import { COMPONENT_TYPE } from '../format/message.ts';
import { replyToAsk } from '../interactions/answer-ask.ts';
import { type PendingReply, type HandlerContext, immediately, refusal } from '../interactions/reply.ts';
import { cleanInput, truncate } from '../format/text.ts';
import { attachmentText } from '../attachments/attachment-text.ts';

/** The window that asks for the draft of a command. */
export const DRAFT_MODAL_ID = /^1\.draft\.([a-z][a-z_-]{0,31})$/;
const LINE = 1;
const PARAGRAPH = 2;

/** A command with a draft that was typed, or sent along as a file; without either a window asks for it. */
export const handleDraftCommand = (
  interaction: APIChatInputApplicationCommandInteraction,
  command: Command,
  draft: DraftInput,
  answers: HandlerContext,
): PendingReply =>
  withPermission(interaction, `command:${command.definition.name}`, answers, async (here) => {
    const { ask } = toAsk(interaction, answers.desk.clock, here, draft.option);
    const { [draft.file]: file, [draft.option]: typed = '', ...options } = ask.options;
    if (file === undefined && typed === '') return { form: draftModal(command, draft, options, interaction.locale) };
    const upload = interaction.data.resolved?.attachments?.[file ?? ''];
    const sent = upload === undefined ? '' : await attachmentText(upload, answers.api, languageOf(here.locale));
    const text = [typed, sent].filter((part) => part !== '').join('\n\n');
    return checked({ ...ask, options: { ...options, [draft.option]: text } }, draft, interaction, here, answers);
  });

/** A command of the menu of a message: the message is the draft, and its "today" the day on which it was written. */
export const handleDraftMessageCommand = (
  interaction: APIMessageApplicationCommandInteraction,
  command: Command,
  draft: DraftInput,
  answers: HandlerContext,
): PendingReply =>
  withPermission(interaction, `menu:${interaction.data.name}`, answers, async (here) => {
    const { messages } = interaction.data.resolved;
    const { content = '', timestamp } = messages[interaction.data.target_id] ?? {};
    const { locale, story, from } = here;
    const now = timestamp === undefined ? answers.desk.clock.now() : Temporal.Instant.from(timestamp);
    const ask = { command: command.definition.name, options: { [draft.option]: content }, now, locale, story, from };
    return checked(ask, draft, interaction, here, answers);
  });

/** What was written into the window. */
export function handleDraftModal(
  interaction: APIModalSubmitInteraction,
  name: string,
  fields: ReadonlyMap<string, string>,
  answers: HandlerContext,
): PendingReply {
  const draft = answers.commands.get(name)?.draft;
  if (draft === undefined) return immediately(refusal(interaction, 'door.unknown'));
  return withPermission(interaction, `form:${name}`, answers, async (here) => {
    const options = Object.keys(draft.fields)
      .map((option) => [
        option,
        option === draft.option ? (fields.get(option) ?? '') : cleanInput(fields.get(option) ?? ''),
      ])
      .filter(([, value]) => value !== '');
    const { locale, story, from } = here;
    const ask = {
      command: name,
      options: Object.fromEntries(options),
      now: answers.desk.clock.now(),
      locale,
      story,
      from,
    };
    return checked(ask, draft, interaction, here, answers);
  });
}

async function checked(
  ask: Ask,
  { option }: DraftInput,
  to: APIInteraction,
  here: InteractionContext,
  answers: HandlerContext,
) {
  if ((ask.options[option] ?? '').trim() === '') return refusal(to, 'draft.noText', here.locale);
  return replyToAsk(ask, { theme: here.theme, sharedBy: null }, answers);
}

function draftModal(
  { definition }: Command,
  { option, fields, menu }: DraftInput,
  typed: Ask['options'],
  locale: APIChatInputApplicationCommandInteraction['locale'],
): APIModalInteractionResponseCallbackData {
  const language = languageOf(locale);
  const title = menu.name_localizations?.[locale] ?? menu.name;
  return {
    custom_id: `1.draft.${definition.name}`,
    title: truncate(title, MODAL_TITLE_LENGTH),
    components: Object.entries(fields).map(([name, label]) => {
      const whole = name === option;
      const value = typed[name];
      return {
        type: COMPONENT_TYPE.label,
        label: truncate(translateText(language, label), MODAL_TITLE_LENGTH),
        component: {
          type: COMPONENT_TYPE.input,
          custom_id: name,
          style: whole ? PARAGRAPH : LINE,
          max_length: whole ? MODAL_TEXT_LENGTH : MAX_OPTION_TEXT,
          required: whole,
          ...(value !== undefined && { value }),
        },
      };
    }),
  };
}
