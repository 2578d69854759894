import { brief } from './brief.ts';
import { check } from './check.ts';
import { claim } from './claim.ts';
import type { Command } from './command.ts';
import { digest } from './digest/digest.ts';
import { fact } from './fact/fact.ts';
import { figure } from './figure.ts';
import { forgetMe } from './forget-me.ts';
import { help } from './help.ts';
import { question } from './question/question.ts';
import { quote } from './quote.ts';
import { search } from './search.ts';
import { settings } from './settings/settings.ts';
import { source } from './source.ts';
import { story } from './story.ts';
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
