import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import { completeOf } from '../../commands/lookup/as-of.ts';
import { entryOf } from '../../commands/permissions/rules.ts';
import type { Command, Desk } from '../../commands/command.ts';
import { typingOf } from '../interactions/parse-ask.ts';
import { barred } from '../interactions/permission.ts';
import { circumstancesOf } from '../interactions/context.ts';
import { visible } from '../format/escape.ts';
import { CHOICES, CHOICE_TEXT } from '../limits.ts';
import { cut } from '../format/text.ts';

/** What autocomplete offers, inside Discord's limits. A choice whose value would have to be cut is left out: it is an id. */
export async function choicesFor(
  interaction: APIApplicationCommandAutocompleteInteraction,
  command: Command | undefined,
  desk: Desk,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const typing = typingOf(interaction, desk.clock, await circumstancesOf(interaction, desk));
  if (typing === null || (await barred(`autocomplete:${entryOf(typing)}`, typing, desk)) !== null) return [];
  return (await completeOf(command, typing, desk))
    .map(({ name, value }) => ({ name: cut(visible(name), CHOICE_TEXT), value }))
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= CHOICE_TEXT)
    .slice(0, CHOICES);
}
