import type { Action } from './action.ts';
import { log } from './log.ts';
import { page } from './page.ts';
import { post } from './post.ts';
import { remove } from './remove.ts';
import { source } from './source.ts';
import { suggestion } from './suggestion.ts';
import { wrong } from './wrong.ts';

/** Everything that a button of ours can do, in the order in which they stand. */
export const actions: readonly Action[] = [suggestion, page, post, source, log, remove, wrong];
