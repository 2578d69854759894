import { ReaderError } from '../../errors.ts';
import { EMPTY } from '../../reply/cards/answer.ts';
import type { Card } from '../../reply/model/card.ts';
import { say, word, type Key } from '../../reply/i18n/translate.ts';
import { completeFacts, completeWhere, completeWho } from '../../search/story-search.ts';
import type { Ask, Choice, Command, Desk, Typing } from '../command.ts';
import { benchOf, type Bench } from '../curation/context.ts';
import { declareGroup, type Option } from '../definition.ts';
import { entityChoice, fit, languageFor, storyOf, typed } from '../ask.ts';
import { namedFact } from '../curation/named-fact.ts';
import { link, linkChoices } from './link-alias.ts';
import { questionChoices } from './choices.ts';
import { listQuestions } from './list.ts';

const QUESTION: Option = { name: 'question', about: 'open_question', required: true };

/** What the desk does not know yet: who wants to know, who looks for it, and how it ends. */
export const question = {
  data: declareGroup('question', [
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
  query: null,
  own: ['ask', 'own', 'answer', 'drop', 'link'],
  once: ['ask', 'own', 'answer', 'drop', 'link'],
  async answer(ask, desk) {
    const action = typed(ask, 'action');
    if (action === 'ask') return open(ask, desk);
    if (action === 'own' || action === 'answer' || action === 'drop') return change(ask, desk, action);
    return action === 'link' ? link(ask, desk) : listQuestions(ask, desk);
  },
  complete(typing, desk) {
    const text = typed(typing, typing.focused);
    if (typing.focused === 'question') return questionChoices(typing, desk, 'logged');
    if (typing.focused === 'words') return linkChoices(typing, desk);
    return typing.focused === 'fact' ? facts(typing, desk, text) : names(typing, desk, text);
  },
} satisfies Command;

/** Anybody may want to know something, and is told once it is answered. */
async function open(ask: Ask, desk: Desk): Promise<Card> {
  const language = languageFor(ask);
  const { server, channel, user } = ask.from;
  const asks = typed(ask, 'words');
  const { id: story } = storyOf(ask, desk).story;
  if (desk.store === null || channel === null || user === null)
    throw new ReaderError(word(language, 'settings.nowhere'));
  if (asks === '') throw new ReaderError(word(language, 'nothing.empty'));
  await desk.store.questions.open({ story, server, channel, asks, asker: desk.store.people.hash(user) });
  return { ...EMPTY, title: say(language, 'question.done.ask', { asks: { strong: asks } }) };
}

async function change(ask: Ask, desk: Desk, action: 'own' | 'answer' | 'drop'): Promise<Card> {
  const bench = await benchOf(ask, desk);
  const { store, actor, language } = bench;
  const { id, asks } = await named(bench);
  const fact = action === 'answer' ? namedFact(ask, desk).id : '';
  const { questions } = store;
  const done = await {
    own: () => questions.own(id, actor),
    answer: () => questions.answer(id, fact),
    drop: () => questions.drop(id),
  }[action]();
  if (!done) throw new ReaderError(word(language, 'question.closed'));
  const key: Key = `question.done.${action}`;
  return { ...EMPTY, title: say(language, key, { asks: { strong: asks }, id: { code: fact } }) };
}

/** @throws ReaderError where this story and server have no such question. */
async function named({
  store,
  index,
  server,
  language,
  ask,
}: Bench): Promise<{ readonly id: string; readonly asks: string }> {
  const found = await store.questions.get(typed(ask, 'question'));
  if (found === null || found.story !== index.story.id || found.server !== server) {
    throw new ReaderError(word(language, 'question.unknown'));
  }
  return found;
}

function facts(typing: Typing, desk: Desk, text: string): Choice[] {
  const hits = completeFacts(storyOf(typing, desk), text);
  return hits.map(({ fact: { id, says } }) => ({ name: fit(`${id} · ${says}`), value: id }));
}

function names(typing: Typing, desk: Desk, text: string): Choice[] {
  const index = storyOf(typing, desk);
  const hits = [...completeWho(index, text, 15), ...completeWhere(index, text, 10)];
  return hits.map((hit) => entityChoice(hit, index, languageFor(typing)));
}
