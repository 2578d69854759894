import type { Action } from './action.ts';
import { log } from './log-question.ts';
import { page } from './page.ts';
import { post } from './share.ts';
import { remove } from './delete.ts';
import { source } from './show-source.ts';
import { suggestion } from './suggestion.ts';
import { wrong } from './report-wrong.ts';

/** Everything that a button of ours can do, in the order in which they stand. */
export const actions: readonly Action[] = [suggestion, page, post, source, log, remove, wrong];
