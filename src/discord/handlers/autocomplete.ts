import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import { autocompleteAsOf } from '../../commands/lookup/as-of.ts';
import { entryPoint } from '../../commands/permissions.ts';
import type { Command, Desk } from '../../commands/command.ts';
import { toTyping } from '../interactions/parse-ask.ts';
import { denialFor } from '../interactions/permission.ts';
import { contextOf } from '../interactions/context.ts';
import { stripInvisible } from '../format/escape.ts';
import { MAX_CHOICES, MAX_CHOICE_TEXT } from '../limits.ts';
import { truncate } from '../format/text.ts';

/** What autocomplete offers, inside Discord's limits. A choice whose value would have to be cut is left out: it is an id. */
export async function autocompleteChoices(
  interaction: APIApplicationCommandAutocompleteInteraction,
  command: Command | undefined,
  desk: Desk,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const typing = toTyping(interaction, desk.clock, await contextOf(interaction, desk));
  if (typing === null || (await denialFor(`autocomplete:${entryPoint(typing)}`, typing, desk)) !== null) return [];
  return (await autocompleteAsOf(command, typing, desk))
    .map(({ name, value }) => ({ name: truncate(stripInvisible(name), MAX_CHOICE_TEXT), value }))
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= MAX_CHOICE_TEXT)
    .slice(0, MAX_CHOICES);
}
