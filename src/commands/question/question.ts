import { ReaderError } from '../../errors.ts';
import { EMPTY_CARD } from '../../reply/cards/answer.ts';
import type { Where, Who } from '../../data/model/fact.ts';
import type { Card } from '../../reply/model/card.ts';
import { translate, translateText, type MessageKey } from '../../reply/i18n/translate.ts';
import { completeFacts, completeWhere, completeWho, type StoryIndex } from '../../search/story-search.ts';
import type { Ask, Choice, Desk, Typing } from '../command.ts';
import { curationContext, type CurationContext } from '../curation/context.ts';
import { defineCommandGroup } from '../definition/define-command.ts';
import type { Option } from '../definition/discord-definition.ts';
import { EDITORS, READERS, REPORTERS } from '../permissions.ts';
import { entityChoice, choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';
import { requireFact } from '../curation/named-fact.ts';
import { submitProposal } from '../curation/submit-proposal.ts';
import { listQuestions, questionChoices } from './list.ts';

const QUESTION: Option = { name: 'question', about: 'open_question', required: true };

const ONCE = { ephemeral: true, notRepeatable: true } as const;
/** Most choices of each: words that found nothing, and open questions. */
const MOST_LINKED = 50;

/** Open questions: who asked, who researches, and the outcome. */
export const question = defineCommandGroup({
  name: 'question',
  queryOption: null,
  otherwise: 'list',
  subcommands: [
    {
      name: 'list',
      options: [],
      permission: READERS,
      innerRules: { 'part:misses': EDITORS },
      answer: listQuestions,
    },
    {
      ...ONCE,
      name: 'ask',
      options: [{ name: 'words', about: 'new_question', required: true, free: true }],
      permission: READERS,
      answer: openQuestion,
    },
    {
      ...ONCE,
      name: 'own',
      options: [QUESTION],
      permission: REPORTERS,
      answer: async (ask, desk) => update(ask, desk, 'own'),
    },
    {
      ...ONCE,
      name: 'answer',
      options: [QUESTION, { name: 'fact', required: true }],
      permission: EDITORS,
      answer: async (ask, desk) => update(ask, desk, 'answer'),
    },
    {
      ...ONCE,
      name: 'drop',
      options: [QUESTION],
      permission: EDITORS,
      answer: async (ask, desk) => update(ask, desk, 'drop'),
    },
    {
      ...ONCE,
      name: 'link',
      options: [
        { name: 'words', about: 'linked_words', required: true },
        { name: 'name', about: 'linked_name', required: true },
      ],
      permission: EDITORS,
      answer: linkAlias,
    },
  ],
  autocomplete(typing, desk) {
    const text = optionText(typing, typing.focused);
    if (typing.focused === 'question') return questionChoices(typing, desk, 'logged');
    if (typing.focused === 'words') return linkChoices(typing, desk);
    return typing.focused === 'fact' ? facts(typing, desk, text) : names(typing, desk, text);
  },
});

/** Logs an open question. Its channel is notified once, when it is answered. */
async function openQuestion(ask: Ask, desk: Desk): Promise<Card> {
  const language = languageFor(ask);
  const { server, channel, user } = ask.from;
  const asks = optionText(ask, 'words');
  const { id: story } = storyOf(ask, desk).story;
  if (desk.store === null || channel === null || user === null)
    throw new ReaderError(translateText(language, 'settings.nowhere'));
  if (asks === '') throw new ReaderError(translateText(language, 'nothing.empty'));
  await desk.store.questions.open({ story, server, channel, asks, asker: desk.store.users.hash(user) });
  return { ...EMPTY_CARD, title: translate(language, 'question.done.ask', { asks: { strong: asks } }) };
}

async function update(ask: Ask, desk: Desk, action: 'own' | 'answer' | 'drop'): Promise<Card> {
  const curation = await curationContext(ask, desk);
  const { store, actor, language } = curation;
  const { id, asks } = await requireQuestion(curation);
  const fact = action === 'answer' ? requireFact(ask, desk).id : '';
  const { questions } = store;
  const done = await {
    own: () => questions.own(id, actor),
    answer: () => questions.answer(id, fact),
    drop: () => questions.drop(id),
  }[action]();
  if (!done) throw new ReaderError(translateText(language, 'question.closed'));
  const key: MessageKey = `question.done.${action}`;
  return { ...EMPTY_CARD, title: translate(language, key, { asks: { strong: asks }, id: { code: fact } }) };
}

/** The question that the Ask names. @throws ReaderError where this story and server have no such question. */
async function requireQuestion({
  store,
  index,
  server,
  language,
  ask,
}: CurationContext): Promise<{ readonly id: string; readonly asks: string }> {
  const found = await store.questions.get(optionText(ask, 'question'));
  if (found === null || found.story !== index.story.id || found.server !== server) {
    throw new ReaderError(translateText(language, 'question.unknown'));
  }
  return found;
}

function facts(typing: Typing, desk: Desk, text: string): Choice[] {
  const hits = completeFacts(storyOf(typing, desk), text);
  return hits.map(({ fact: { id, says } }) => ({ name: choiceLabel(`${id} · ${says}`), value: id }));
}

function names(typing: Typing, desk: Desk, text: string): Choice[] {
  const index = storyOf(typing, desk);
  const hits = [...completeWho(index, text, 15), ...completeWhere(index, text, 10)];
  return hits.map((hit) => entityChoice(hit, index, languageFor(typing)));
}

/** Proposes words that found nothing as one more name of a person or place; an editor approves it like any change. */
async function linkAlias(ask: Ask, desk: Desk): Promise<Card> {
  const curation = await curationContext(ask, desk);
  const { index, language } = curation;
  const [name, id] = [optionText(ask, 'words'), optionText(ask, 'name')];
  const who = index.story.who.get(id);
  const entity = who ?? index.story.where.get(id);
  if (entity === undefined) throw new ReaderError(translateText(language, 'nothing.noSuchName', { name: id }));
  if (namesOf(entity).includes(name))
    throw new ReaderError(translateText(language, 'question.hasName', { name, of: entity.name }));
  const change = { on: who === undefined ? 'where' : 'who', id, language: languageOfName(name, index), name } as const;
  return submitProposal(curation, { act: 'alias', change, reason: null, was: null });
}

const namesOf = ({ name, names, weak }: Who | Where): string[] => [name, ...Object.values(names).flat(), ...weak];

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Georgian', 'Armenian'] as const;

const scriptOf = (text: string): string | undefined =>
  SCRIPTS.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text));

/** The language of a name: the house language, or another language of the story whose names have the same script. */
function languageOfName(name: string, { story }: StoryIndex): string {
  const script = scriptOf(name);
  if (script === undefined || script === scriptOf(story.title)) return story.language.split('-')[0] ?? story.language;
  const kept = [...story.who.values(), ...story.where.values()].flatMap(({ names }) => Object.entries(names));
  const [same] = kept.find(([, forms]) => forms.some((form) => scriptOf(form) === script)) ?? [];
  return same ?? story.language.split('-')[0] ?? story.language;
}

/** Words that found nothing, and open questions, as choices. */
async function linkChoices(typing: Typing, desk: Desk): Promise<Choice[]> {
  const { story } = storyOf(typing, desk);
  const { server } = typing.from;
  const text = optionText(typing, 'words').toLowerCase();
  const misses = (await desk.store?.feedback.list({ story: story.id, server, limit: MOST_LINKED })) ?? [];
  const questions = (await desk.store?.questions.list({ story: story.id, server, limit: MOST_LINKED })) ?? [];
  const words = [...misses.map(({ asked }) => asked), ...questions.map(({ asks }) => asks)];
  return [...new Set(words)]
    .filter((each) => each.length <= 80 && each.toLowerCase().includes(text))
    .slice(0, 25)
    .map((each) => ({ name: choiceLabel(each), value: each }));
}
