import { readArchive } from './files/read-sources.ts';
import { dates } from './check/dates.ts';
import { head } from './check/story-head.ts';
import { ids, references } from './check/ids.ts';
import { links } from './check/contradictions.ts';
import { maps } from './check/maps.ts';
import { names } from './check/names.ts';
import { quotes } from './check/quotes.ts';
import { status } from './check/status.ts';
import { words } from './check/printed-words.ts';
import { writing } from './check/writing.ts';
import { readUncheckedStory } from './files/unchecked-story.ts';
import type { Story } from './model/fact.ts';
import type { StoryFiles } from './files/read-folder.ts';
import type { Parse } from './files/read-tables.ts';
import { inOrder, type Problem } from './model/problem.ts';
import { assemble, shapes } from './assemble-story.ts';

export type Checked = { readonly story: Story } | { readonly problems: readonly Problem[] };

/**
 * The story of these files, or everything that is wrong with it. Reads no file and no clock; what goes in and comes out can
 * be sent between threads.
 */
export function checkStory(files: StoryFiles, parse?: Parse): Checked {
  const { draft, problems: unread } = readUncheckedStory(files, parse);
  const { archive, problems: unarchived } = readArchive(draft);
  const { parts, problems: misshapen } = shapes(draft);
  const problems = [
    ...unread,
    ...unarchived,
    ...misshapen,
    ...writing(draft),
    ...head(draft),
    ...ids(draft),
    ...references(draft),
    ...links(draft),
    ...status(draft),
    ...dates(draft),
    ...names(draft),
    ...maps(draft),
    ...words(draft, archive),
    ...quotes(draft, archive),
  ];
  return problems.length === 0 && parts ? { story: assemble(files, parts, archive) } : { problems: inOrder(problems) };
}
