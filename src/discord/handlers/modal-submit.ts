import type {
  APIModalInteractionResponseCallbackData,
  APIModalSubmissionComponent,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { storyOf } from '../../commands/ask.ts';
import { languageOf, word } from '../../reply/i18n/translate.ts';
import { idsIn } from '../components/action-rows.ts';
import { readState, sumOf } from '../components/custom-id.ts';
import { answerDraft, DRAFT } from './draft-command.ts';
import { entering } from '../interactions/with-permission.ts';
import { FORM_TITLE } from '../limits.ts';
import { KIND } from '../format/message.ts';
import { type Answering, type Answers, atOnce, done, refused } from '../interactions/reply.ts';
import { readAsk, typedIn } from '../components/ask-state.ts';
import { cut } from '../format/text.ts';
import { answerWindow } from './command-modal.ts';

const PARAGRAPH = 2;
const EXPECTED = 'expected';
const MOST_EXPECTED = 1_000;
/** The window names its message by the sum over its state: the message comes along when it is sent. */
const WRONG = /^1\.bad\.([\w-]{4})$/;

/** Asks what was expected in place of an answer. */
export function wrongForm(state: string, locale: string): APIModalInteractionResponseCallbackData {
  const language = languageOf(locale);
  const expected = {
    type: KIND.input,
    custom_id: EXPECTED,
    style: PARAGRAPH,
    max_length: MOST_EXPECTED,
    required: true,
  } as const;
  return {
    custom_id: `1.bad.${sumOf(state)}`,
    title: cut(word(language, 'door.wrong'), FORM_TITLE),
    components: [{ type: KIND.label, label: cut(word(language, 'door.expected'), FORM_TITLE), component: expected }],
  };
}

/** Takes what was written into one of our windows. */
export function answerForm(interaction: APIModalSubmitInteraction, answers: Answers): Answering {
  const { custom_id: id, components } = interaction.data;
  const fields = fieldsIn(components);
  const draft = DRAFT.exec(id)?.[1];
  if (draft !== undefined) return answerDraft(interaction, draft, fields, answers);
  const window = answerWindow(interaction, fields, answers);
  if (window !== null) return window;
  const [, sum] = WRONG.exec(id) ?? [];
  return sum === undefined ? atOnce(refused(interaction, 'door.stale')) : keep(interaction, sum, fields, answers);
}

/** Keeps an answer that somebody called wrong, for the desk. */
function keep(
  interaction: APIModalSubmitInteraction,
  sum: string,
  fields: ReadonlyMap<string, string>,
  answers: Answers,
): Answering {
  const state = readState(idsIn(interaction.message?.components ?? []));
  const kept = state === null || sumOf(state) !== sum ? null : readAsk(state);
  if (kept === null) return atOnce(refused(interaction, 'door.stale'));
  const { desk } = answers;
  return entering(interaction, 'form:bad', answers, async ({ from, story, locale }) => {
    const { server, channel, user } = from;
    const { store } = desk;
    const expected = cut((fields.get(EXPECTED) ?? '').trim(), MOST_EXPECTED);
    if (story !== kept.story || store === null || channel === null || user === null || expected === '') {
      return refused(interaction, 'door.stale', locale);
    }
    await store.misses.add({
      kind: 'wrong',
      story: storyOf({ ...kept, from }, desk).story.id,
      server,
      channel,
      command: kept.command,
      asked: typedIn(kept),
      expected,
      locale: kept.locale,
      asker: store.people.hash(user),
    });
    return done('door.thanks', locale);
  });
}

/** What stands in each field of a window, by its id: in labels, and in the rows of old windows. */
function fieldsIn(components: readonly APIModalSubmissionComponent[]): ReadonlyMap<string, string> {
  const inputs = components.flatMap((part) => {
    if (part.type === KIND.label) return [part.component];
    return part.type === KIND.row ? part.components : [];
  });
  return new Map(
    inputs.flatMap((one): [string, string][] => {
      if (one.type === KIND.input) return [[one.custom_id, one.value]];
      return one.type === KIND.select ? [[one.custom_id, one.values[0] ?? '']] : [];
    }),
  );
}
