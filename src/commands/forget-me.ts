import { ReaderError } from '../errors.ts';
import { EMPTY } from '../reply/cards/answer.ts';
import type { Line } from '../reply/model/card.ts';
import { say, word, type Key } from '../reply/i18n/translate.ts';
import type { Command } from './command.ts';
import { declare } from './definition.ts';
import { languageFor } from './ask.ts';

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
    const { misses, questions, proposals, named } = await people.forget(people.hash(user));
    const item = (words: Line['words']) => ({ lines: [{ as: 'item' as const, words }] });
    const counted = (key: Key, n: number) => (n === 0 ? [] : [item(say(language, key, { n }))]);
    const button = word(language, 'door.delete');
    const blocks = [
      ...counted('forget.misses', misses),
      ...counted('forget.questions', questions),
      ...counted('forget.proposals', proposals),
      ...(named ? [item(say(language, 'forget.named'))] : []),
    ];
    return {
      ...EMPTY,
      title: say(language, blocks.length === 0 ? 'forget.nothing' : 'forget.done'),
      sections: [{ blocks }],
      foot: [{ as: 'small', words: say(language, 'forget.rest', { button }) }],
    };
  },
} satisfies Command;
