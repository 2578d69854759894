import { ReaderError } from '../errors.ts';
import { EMPTY } from '../reply/answer.ts';
import { say, word, type Key } from '../reply/say.ts';
import type { Command } from './command.ts';
import { declare } from './declare.ts';
import { languageFor } from './desk.ts';

/** Deletes what is kept about the asker, in every server, and says how much that was. */
export const forgetMe = {
  data: declare('forget-me', [], 'own'),
  query: null,
  own: true,
  once: true,
  async answer(ask, desk) {
    const language = languageFor(ask);
    const { user } = ask.from;
    if (desk.store === null || user === null) throw new ReaderError(word(language, 'forget.nowhere'));
    const { people } = desk.store;
    const { misses, questions } = await people.forget(people.hash(user));
    const counted = (key: Key, n: number) =>
      n === 0 ? [] : [{ lines: [{ as: 'item' as const, words: say(language, key, { n }) }] }];
    const button = word(language, 'door.delete');
    return {
      ...EMPTY,
      title: say(language, misses + questions === 0 ? 'forget.nothing' : 'forget.done'),
      sections: [{ blocks: [...counted('forget.misses', misses), ...counted('forget.questions', questions)] }],
      foot: [{ as: 'small', words: say(language, 'forget.rest', { button }) }],
    };
  },
} satisfies Command;
