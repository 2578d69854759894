import type { APIComponentInLabel, APIModalSubmitInteraction } from 'discord-api-types/v10';
import { entryPoint } from '../../commands/permissions.ts';
import type { Ask, Command, DraftInput, Modal, ModalField } from '../../commands/command.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { type AskState, decodeAsk, encodeAsk } from '../components/ask-state.ts';
import { decodeCustomIds, encodeCustomIds } from '../components/custom-id.ts';
import { modalFields } from '../components/modal-fields.ts';
import { COMPONENT_TYPE, INPUT_STYLE } from '../format/message.ts';
import { cleanInput, truncate } from '../format/text.ts';
import { replyToAsk } from '../interactions/answer-ask.ts';
import { denialFor } from '../interactions/permission.ts';
import { type HandlerContext, type Reply, sentenceReply } from '../interactions/reply.ts';
import { FLAG_EPHEMERAL, MAX_OPTION_TEXT, MODAL_TEXT_LENGTH, MODAL_TITLE_LENGTH } from '../limits.ts';
import type { Handler } from './handler.ts';

/** The action in the custom ids of a modal and its fields. A field's argument is the option that it fills. */
const ACTION = 'form';
/** UTF-16 units of a field. A sentence is as long as the fact base takes it. */
const MAX_LENGTH = { line: MAX_OPTION_TEXT, sentence: 600, text: MODAL_TEXT_LENGTH } as const;

/** Opens the modal that a command needs, or answers it where nothing is missing. */
export async function modalOrAnswer(
  ask: Ask,
  command: Command | undefined,
  answer: () => Promise<Reply>,
  { desk }: HandlerContext,
): Promise<Reply> {
  if (command?.modal === undefined) return answer();
  const denial = await denialFor(`command:${entryPoint(ask)}`, ask, desk);
  if (denial !== null) return sentenceReply(denial);
  const modal = await command.modal(ask, desk);
  if (modal === null) return answer();
  const language = languageOf(ask.locale);
  return modalReply(ask, { ...modal, title: translateText(language, modal.title) }, language);
}

/** Asks for a draft in the presser's own language, whatever is set for the channel. */
export function draftModalReply(ask: Ask, draft: DraftInput, language: Language): Reply {
  const { name, name_localizations: names } = draft.menu;
  const title = language === 'en' ? name : (names?.[language] ?? name);
  return modalReply(ask, { title, fields: draftFields(draft, ask.options) }, language);
}

const draftFields = ({ option, fields }: DraftInput, typed: Ask['options']): ModalField[] =>
  Object.entries(fields).map(([name, label]) => ({
    option: name,
    label,
    ...(name === option ? { as: 'text' } : { as: 'line', optional: true }),
    value: typed[name] ?? '',
  }));

/** The custom ids of the modal hold the question, so a restart of the bot does not lose it. */
function modalReply(
  ask: Ask,
  { title, fields }: Pick<Modal, 'fields'> & { readonly title: string },
  language: Language,
): Reply {
  const names = new Set(fields.map(({ option }) => option));
  const options = Object.fromEntries(Object.entries(ask.options).filter(([name]) => !names.has(name)));
  const presses = ['', ...names].map((argument) => ({ action: ACTION, argument }));
  const ids = encodeCustomIds(presses, encodeAsk({ ...ask, options }));
  if (ids === null) return sentenceReply(translateText(language, 'door.tooLong'));
  const [id = '', ...fieldIds] = ids;
  return {
    form: {
      custom_id: id,
      title: truncate(title, MODAL_TITLE_LENGTH),
      components: fields.map((field, at) => ({
        type: COMPONENT_TYPE.label,
        label: truncate(translateText(language, field.label), MODAL_TITLE_LENGTH),
        component: input(field, fieldIds[at] ?? ''),
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
  const longest = MAX_LENGTH[as];
  return {
    type: COMPONENT_TYPE.input,
    custom_id: id,
    style: as === 'line' ? INPUT_STYLE.line : INPUT_STYLE.paragraph,
    max_length: longest,
    required,
    ...(value !== undefined && value !== '' && { value: truncate(value, longest) }),
  };
}

export interface ModalSubmission {
  readonly ask: AskState;
  readonly command: Command;
  /** What was written, by option. */
  readonly written: ReadonlyMap<string, string>;
}

/** Answers a command whose modal was filled in. */
export const commandModal: Handler<APIModalSubmitInteraction, ModalSubmission> = {
  prefix: `1.${ACTION}.`,
  parse({ data }, { commands }) {
    const fields = modalFields(data.components);
    const found = decodeCustomIds(data.custom_id, [data.custom_id, ...fields.keys()]);
    const ask = found === null ? null : decodeAsk(found.state);
    const command = commands.get(ask?.command ?? '');
    if (ask === null || command === undefined || !hasModal(command)) return { refused: 'door.stale' };
    const written = new Map([...fields].map(([id, value]) => [id.split('.')[2] ?? '', value]));
    return { value: { ask, command, written } };
  },
  entry: ({ ask }) => `form:${entryPoint(ask)}`,
  subject: async ({ ask }) => ({ story: ask.story }),
  run: async ({ ask, command, written }, { interaction, here, context }) => {
    const { desk } = context;
    const { locale, story, from, theme } = here;
    const fields =
      command.draft === undefined
        ? ((await command.modal?.({ ...ask, from }, desk))?.fields ?? [])
        : draftFields(command.draft, {});
    // A field that was emptied counts too: it takes away what was there.
    const options = Object.fromEntries(fields.map((field) => [field.option, valueOf(field, written)]));
    const whole: Ask = {
      command: ask.command,
      options: { ...ask.options, ...options },
      now: desk.clock.now(),
      locale,
      story,
      from,
    };
    const reply = await replyToAsk(whole, { theme, sharedBy: null }, context);
    return replaceIfEphemeral(interaction.message?.flags, reply);
  },
};

const hasModal = (command: Command): boolean => command.modal !== undefined || command.draft !== undefined;

const OLD_DRAFT_ID = /^1\.draft\.([a-z][a-z_-]{0,31})$/;

/** Reads modals for drafts of earlier versions: they name the command alone, and each field is named for its option. */
export const oldDraftModal: Handler<APIModalSubmitInteraction, ModalSubmission> = {
  prefix: '1.draft.',
  parse({ data, locale }, { commands, desk }) {
    const [, name] = OLD_DRAFT_ID.exec(data.custom_id) ?? [];
    if (name === undefined) return { refused: 'door.stale' };
    const command = commands.get(name);
    if (command?.draft === undefined) return { refused: 'door.unknown' };
    const ask = { command: name, options: {}, now: desk.clock.now(), locale: locale ?? 'en', story: null };
    return { value: { ask, command, written: modalFields(data.components) } };
  },
  entry: (value) => commandModal.entry(value),
  run: async (value, at) => commandModal.run(value, at),
};

function valueOf({ option, as }: ModalField, written: ReadonlyMap<string, string>): string {
  const value = written.get(option) ?? '';
  if (as === 'text') return truncate(value, MAX_LENGTH.text);
  return cleanInput(value, as === 'choice' ? MAX_OPTION_TEXT : MAX_LENGTH[as]);
}

/** Replaces a message that only the presser sees; one that others see stays for them. */
export function replaceIfEphemeral(flags: number | undefined, reply: Reply): Reply {
  const isEphemeral = ((flags ?? 0) & FLAG_EPHEMERAL) !== 0;
  return 'message' in reply && isEphemeral ? { ...reply, update: true } : reply;
}
