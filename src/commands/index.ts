import type { Command } from './command.ts';
import { help } from './help.ts';
import { search } from './search.ts';
import { timeline } from './timeline.ts';
import { when } from './when.ts';
import { where } from './where.ts';
import { who } from './who.ts';

/** The one list of commands: the bot, the deployment, /help, `ask` and the tests all read it. */
export const commands: readonly Command[] = [who, where, timeline, when, search, help];
