import { ReaderError } from '../../errors.ts';
import { EMPTY_CARD } from '../../reply/cards/answer.ts';
import type { Card } from '../../reply/model/card.ts';
import { translate, translateText, type MessageKey } from '../../reply/i18n/translate.ts';
import { completeFacts, completeWhere, completeWho } from '../../search/story-search.ts';
import type { Ask, Choice, Command, Desk, Typing } from '../command.ts';
import { curationContext, type CurationContext } from '../curation/context.ts';
import { slashCommandGroup, type Option } from '../definition.ts';
import { entityChoice, choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';
import { requireFact } from '../curation/named-fact.ts';
import { linkAlias, linkChoices } from './link-alias.ts';
import { questionChoices } from './choices.ts';
import { listQuestions } from './list.ts';

const QUESTION: Option = { name: 'question', about: 'open_question', required: true };

/** What the desk does not know yet: who wants to know, who looks for it, and how it ends. */
export const question = {
  definition: slashCommandGroup('question', [
    { name: 'list', options: [], who: 'all' },
    { name: 'ask', options: [{ name: 'words', about: 'new_question', required: true, free: true }], who: 'own' },
    { name: 'own', options: [QUESTION], who: 'own' },
    { name: 'answer', options: [QUESTION, { name: 'fact', required: true }], who: 'own' },
    { name: 'drop', options: [QUESTION], who: 'own' },
    {
      name: 'link',
      options: [
        { name: 'words', about: 'linked_words', required: true },
        { name: 'name', about: 'linked_name', required: true },
      ],
      who: 'own',
    },
  ]),
  queryOption: null,
  ephemeral: ['ask', 'own', 'answer', 'drop', 'link'],
  notRepeatable: ['ask', 'own', 'answer', 'drop', 'link'],
  async answer(ask, desk) {
    const action = optionText(ask, 'action');
    if (action === 'ask') return openQuestion(ask, desk);
    if (action === 'own' || action === 'answer' || action === 'drop') return update(ask, desk, action);
    return action === 'link' ? linkAlias(ask, desk) : listQuestions(ask, desk);
  },
  autocomplete(typing, desk) {
    const text = optionText(typing, typing.focused);
    if (typing.focused === 'question') return questionChoices(typing, desk, 'logged');
    if (typing.focused === 'words') return linkChoices(typing, desk);
    return typing.focused === 'fact' ? facts(typing, desk, text) : names(typing, desk, text);
  },
} satisfies Command;

/** Anybody may want to know something, and is told once it is answered. */
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
  const { id, asks } = await named(curation);
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

/** @throws ReaderError where this story and server have no such question. */
async function named({
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
