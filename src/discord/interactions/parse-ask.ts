import type {
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
} from 'discord-api-types/v10';
import type { Clock } from '../../clock.ts';
import type { Ask, Typing } from '../../commands/command.ts';
import type { InteractionContext } from './context.ts';
import { cleanInput } from '../format/text.ts';

/** The option that shows an answer to everybody. It is no part of the question. */
const SHARE = 'share';

/** Our option for the name of the subcommand. No option on Discord has this name. */
const ACTION = 'action';
/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-type */
const SUBCOMMAND = 1;

interface Invoked {
  readonly data: { readonly name: string; readonly options?: readonly APIApplicationCommandInteractionDataOption[] };
}

/**
 * The question of a slash command, and whether everybody sees the answer: the option `share`, else the setting. `draft`
 * names the option that is not cleaned.
 */
export function toAsk(
  { data }: Invoked,
  clock: Clock,
  { locale, story, from, share: usual }: InteractionContext,
  draft?: string,
): { readonly ask: Ask; readonly shared: boolean } {
  const typed = typedOptions(data.options, draft);
  const { [SHARE]: share, ...options }: Record<string, string> = Object.fromEntries(typed);
  const shared = share === undefined ? usual : share === 'true';
  return { ask: { command: data.name, options, now: clock.now(), locale, story, from }, shared };
}

/** A question that is still being typed; null when Discord does not say in which option. */
export function toTyping(interaction: Invoked, clock: Clock, context: InteractionContext): Typing | null {
  const { options } = resolveSubcommand(interaction.data.options);
  const focused = options.find((option) => 'focused' in option && option.focused);
  return focused === undefined ? null : { ...toAsk(interaction, clock, context).ask, focused: focused.name };
}

function typedOptions(
  given?: readonly APIApplicationCommandInteractionDataOption[],
  draft?: string,
): [string, string][] {
  const { action, options } = resolveSubcommand(given);
  const typed = options
    .filter((option): option is APIApplicationCommandInteractionDataBasicOption => 'value' in option)
    .filter(({ name }) => name !== ACTION)
    .map(({ name, value }): [string, string] => [name, name === draft ? String(value) : cleanInput(String(value))])
    .filter(([, value]) => value.trim() !== '');
  return action === null ? typed : [[ACTION, action], ...typed];
}

function resolveSubcommand(options: readonly APIApplicationCommandInteractionDataOption[] = []): {
  readonly action: string | null;
  readonly options: readonly APIApplicationCommandInteractionDataOption[];
} {
  const [first] = options;
  return first?.type === SUBCOMMAND ? { action: first.name, options: first.options ?? [] } : { action: null, options };
}
