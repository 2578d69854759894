import { ReaderError } from '../../errors.ts';
import { EMPTY_CARD } from '../../reply/cards/answer.ts';
import type { Line } from '../../reply/model/card.ts';
import { translate, translateText, type MessageKey } from '../../reply/i18n/translate.ts';
import { EVERYONE } from '../permissions.ts';
import { defineCommand } from '../definition/define-command.ts';
import { languageFor } from '../ask.ts';

/** Deletes what is kept about the asker, in every server, and says how much that was. */
export const forgetMe = defineCommand({
  name: 'forget-me',
  options: [],
  permission: EVERYONE,
  queryOption: null,
  ephemeral: true,
  notRepeatable: true,
  async answer(ask, desk) {
    const language = languageFor(ask);
    const { user } = ask.from;
    if (desk.store === null || user === null) throw new ReaderError(translateText(language, 'forget.nowhere'));
    const { users } = desk.store;
    const { misses, questions, proposals, named } = await users.forget(users.hash(user));
    const item = (words: Line['words']) => ({ lines: [{ as: 'item' as const, words }] });
    const counted = (key: MessageKey, n: number) => (n === 0 ? [] : [item(translate(language, key, { n }))]);
    const button = translateText(language, 'door.delete');
    const blocks = [
      ...counted('forget.misses', misses),
      ...counted('forget.questions', questions),
      ...counted('forget.proposals', proposals),
      ...(named ? [item(translate(language, 'forget.named'))] : []),
    ];
    return {
      ...EMPTY_CARD,
      title: translate(language, blocks.length === 0 ? 'forget.nothing' : 'forget.done'),
      sections: [{ blocks }],
      foot: [{ as: 'small', words: translate(language, 'forget.rest', { button }) }],
    };
  },
});
