import { guide } from '../reply/guide.ts';
import type { Command } from './command.ts';
import { declare } from './declare.ts';
import { languageFor, storyOf } from './desk.ts';

/** What can be asked here, with examples from the facts of the story itself. */
export const help = {
  data: declare('help', []),
  query: null,
  answer: (ask, desk) =>
    guide(
      storyOf(ask, desk).story,
      desk.commands.map(({ data }) => data),
      languageFor(ask),
    ),
} satisfies Command;
