import type { Action } from './action.ts';
import { log } from './log-question.ts';
import { page } from './page.ts';
import { share } from './share.ts';
import { deleteAnswer } from './delete.ts';
import { showSource } from './show-source.ts';
import { suggestion } from './suggestion.ts';
import { reportWrong } from './report-wrong.ts';

/** The buttons under an answer, in the order in which they are shown. */
export const actions: readonly Action[] = [suggestion, page, share, showSource, log, deleteAnswer, reportWrong];
