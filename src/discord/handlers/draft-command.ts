import type {
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
  APIModalInteractionResponseCallbackData,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import type { Ask, Command, Draft } from '../../commands/command.ts';
import { languageOf, word } from '../../reply/i18n/translate.ts';
import { askOf } from '../interactions/parse-ask.ts';
import type { Circumstances } from '../interactions/context.ts';
import { entering } from '../interactions/with-permission.ts';
import { FORM_TEXT, FORM_TITLE, OPTION_TEXT } from '../limits.ts';
import { KIND } from '../format/message.ts';
import { answered } from '../interactions/answer-ask.ts';
import { type Answering, type Answers, atOnce, refused } from '../interactions/reply.ts';
import { clean, cut } from '../format/text.ts';
import { textOfUpload } from '../attachments/attachment-text.ts';

/** The window that asks for the draft of a command. */
export const DRAFT = /^1\.draft\.([a-z][a-z_-]{0,31})$/;
const LINE = 1;
const PARAGRAPH = 2;

/** A command with a draft that was typed, or sent along as a file; without either a window asks for it. */
export const draftTyped = (
  interaction: APIChatInputApplicationCommandInteraction,
  command: Command,
  draft: Draft,
  answers: Answers,
): Answering =>
  entering(interaction, `command:${command.data.name}`, answers, async (here) => {
    const { ask } = askOf(interaction, answers.desk.clock, here, draft.option);
    const { [draft.file]: file, [draft.option]: typed = '', ...options } = ask.options;
    if (file === undefined && typed === '') return { form: draftForm(command, draft, options, interaction.locale) };
    const upload = interaction.data.resolved?.attachments?.[file ?? ''];
    const sent = upload === undefined ? '' : await textOfUpload(upload, answers.api, languageOf(here.locale));
    const text = [typed, sent].filter((part) => part !== '').join('\n\n');
    return checked({ ...ask, options: { ...options, [draft.option]: text } }, draft, interaction, here, answers);
  });

/** A command of the menu of a message: the message is the draft, and its "today" the day on which it was written. */
export const draftOfMessage = (
  interaction: APIMessageApplicationCommandInteraction,
  command: Command,
  draft: Draft,
  answers: Answers,
): Answering =>
  entering(interaction, `menu:${interaction.data.name}`, answers, async (here) => {
    const { messages } = interaction.data.resolved;
    const { content = '', timestamp } = messages[interaction.data.target_id] ?? {};
    const { locale, story, from } = here;
    const now = timestamp === undefined ? answers.desk.clock.now() : Temporal.Instant.from(timestamp);
    const ask = { command: command.data.name, options: { [draft.option]: content }, now, locale, story, from };
    return checked(ask, draft, interaction, here, answers);
  });

/** What was written into the window. */
export function answerDraft(
  interaction: APIModalSubmitInteraction,
  name: string,
  fields: ReadonlyMap<string, string>,
  answers: Answers,
): Answering {
  const draft = answers.commands.get(name)?.draft;
  if (draft === undefined) return atOnce(refused(interaction, 'door.unknown'));
  return entering(interaction, `form:${name}`, answers, async (here) => {
    const options = Object.keys(draft.fields)
      .map((option) => [option, option === draft.option ? (fields.get(option) ?? '') : clean(fields.get(option) ?? '')])
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

async function checked(ask: Ask, { option }: Draft, to: APIInteraction, here: Circumstances, answers: Answers) {
  if ((ask.options[option] ?? '').trim() === '') return refused(to, 'draft.noText', here.locale);
  return answered(ask, { theme: here.theme, sharedBy: null }, answers);
}

function draftForm(
  { data }: Command,
  { option, fields, menu }: Draft,
  typed: Ask['options'],
  locale: APIChatInputApplicationCommandInteraction['locale'],
): APIModalInteractionResponseCallbackData {
  const language = languageOf(locale);
  const title = menu.name_localizations?.[locale] ?? menu.name;
  return {
    custom_id: `1.draft.${data.name}`,
    title: cut(title, FORM_TITLE),
    components: Object.entries(fields).map(([name, label]) => {
      const whole = name === option;
      const value = typed[name];
      return {
        type: KIND.label,
        label: cut(word(language, label), FORM_TITLE),
        component: {
          type: KIND.input,
          custom_id: name,
          style: whole ? PARAGRAPH : LINE,
          max_length: whole ? FORM_TEXT : OPTION_TEXT,
          required: whole,
          ...(value !== undefined && { value }),
        },
      };
    }),
  };
}
