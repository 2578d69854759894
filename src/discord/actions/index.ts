import type { Action } from './action.ts';
import { page } from './page.ts';
import { post } from './post.ts';
import { suggestion } from './suggestion.ts';

/** Everything that a button of ours can do, in the order in which they stand. */
export const actions: readonly Action[] = [suggestion, page, post];
