import { brief } from './brief.ts';
import { check } from './check.ts';
import { claim } from './claim.ts';
import type { Command } from './command.ts';
import { digest } from './digest/digest.ts';
import { fact } from './fact/fact.ts';
import { figure } from './figure.ts';
import { forgetMe } from './settings/forget-me.ts';
import { help } from './help.ts';
import { EVERYONE, READERS, type Rules } from './permissions.ts';
import { question } from './question/question.ts';
import { quote } from './quote.ts';
import { search } from './search.ts';
import { settings } from './settings/settings.ts';
import { source } from './source.ts';
import { story } from './settings/story.ts';
import { timeline } from './timeline.ts';
import { what } from './what.ts';
import { when } from './when.ts';
import { where } from './where.ts';
import { who } from './who.ts';

/** The one list of commands: the bot, the registration, /help, `ask` and the tests all read it. */
export const commands: readonly Command[] = [
  who,
  where,
  timeline,
  when,
  what,
  quote,
  figure,
  source,
  search,
  claim,
  brief,
  check,
  fact,
  question,
  digest,
  story,
  settings,
  forgetMe,
  help,
];

/** Buttons under answers and notices, and the form of one of them: they belong to no one command. */
const OF_ANSWERS = [
  ...['ask', 'page', 'post', 'src', 'log', 'bad', 'doubt'].map((button) => `button:${button}`),
  'form:bad',
];

/** The permission of every entry point. An entry point that is missing here is closed to everybody. */
export const PERMISSION_RULES: Rules = new Map([
  ...OF_ANSWERS.map((entry) => [entry, READERS] as const),
  // Whoever has an answer may delete it, wherever it is.
  ['button:del', EVERYONE],
  ...commands.flatMap(({ rules = new Map() }) => [...rules]),
]);
