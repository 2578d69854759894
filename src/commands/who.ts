import { personCard } from '../reply/cards/entity.ts';
import { findByRole, findWhere, findWho, completeNames } from '../search/story-search.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { nameCommand } from './lookup/name-command.ts';

/** Finds a person by a name in any spelling, or by a role. */
export const who = defineCommand({
  name: 'who',
  options: [{ name: 'name', required: true }, { name: 'as_of' }],
  permission: READERS,
  ...nameCommand({
    option: 'name',
    find: findWho,
    elsewhere: findWhere,
    byRole: findByRole,
    offer: completeNames,
    tells: (fact) => fact.who.length > 0,
    show: (hit, { index: { story }, language }) => personCard(hit, story, language),
  }),
});
