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
import { describeError } from '../log.ts';
import type { HandlerContext } from '../interactions/reply.ts';
import type { ReplySender } from '../interactions/send-reply.ts';

/** Offers choices. Failures are not shown to anybody: the next key asks again. */
export async function answerAutocomplete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  { responder, commands, desk, log }: Pick<HandlerContext & ReplySender, 'responder' | 'commands' | 'desk' | 'log'>,
): Promise<void> {
  let choices: APIApplicationCommandOptionChoice<string>[] = [];
  try {
    choices = await autocompleteChoices(interaction, commands.get(interaction.data.name), desk);
  } catch (error) {
    log.error({ command: interaction.data.name, error: describeError(error) }, 'no choices could be offered');
  }
  await responder.respondWithChoices(interaction, choices);
}

/** The choices within Discord's limits. A choice whose value is too long is left out, because a cut id means nothing. */
async function autocompleteChoices(
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
