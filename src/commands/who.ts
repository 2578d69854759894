import { profile } from '../reply/cards/entity.ts';
import { findWhere, findWho, offerWho } from '../search/story-search.ts';
import type { Command } from './command.ts';
import { declare } from './definition.ts';
import { byName } from './lookup/name-command.ts';

/** Who somebody is, by a name in any spelling or by a role. */
export const who = {
  data: declare('who', [{ name: 'name', required: true }, { name: 'as_of' }]),
  ...byName({
    option: 'name',
    find: findWho,
    elsewhere: findWhere,
    offer: offerWho,
    tells: (fact) => fact.who.length > 0,
    show: (hit, { index: { story }, language }) => profile(hit, story, language),
  }),
} satisfies Command;
