import { personCard } from '../reply/cards/entity.ts';
import { findWhere, findWho, completeNames } from '../search/story-search.ts';
import { EVERYONE } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { nameCommand } from './lookup/name-command.ts';

/** Finds a person by a name in any spelling, or by a role. */
export const who = defineCommand({
  name: 'who',
  options: [{ name: 'name', required: true }, { name: 'as_of' }],
  permission: EVERYONE,
  ...nameCommand({
    option: 'name',
    find: findWho,
    elsewhere: findWhere,
    offer: completeNames,
    tells: (fact) => fact.who.length > 0,
    show: (hit, { index: { story }, language }) => personCard(hit, story, language),
  }),
});
