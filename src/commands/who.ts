import { personCard } from '../reply/cards/entity.ts';
import { findByRole, findWhere, findWho, completeNames } from '../search/story-search.ts';
import type { Command } from './command.ts';
import { slashCommand } from './definition.ts';
import { nameCommand } from './lookup/name-command.ts';

/** Who somebody is, by a name in any spelling or by a role. */
export const who = {
  definition: slashCommand('who', [{ name: 'name', required: true }, { name: 'as_of' }]),
  ...nameCommand({
    option: 'name',
    find: findWho,
    elsewhere: findWhere,
    byRole: findByRole,
    offer: completeNames,
    tells: (fact) => fact.who.length > 0,
    show: (hit, { index: { story }, language }) => personCard(hit, story, language),
  }),
} satisfies Command;
