import type { Story } from '../../data/model/fact.ts';
import { usable } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import { card } from './answer.ts';
import type { Card, Line, Section } from '../model/card.ts';
import type { Words } from '../model/styled-text.ts';
import { sayWhen } from '../i18n/dates.ts';
import { say } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

interface Standing {
  /** The stories that there are, to choose from. */
  readonly all: readonly Story[];
  /** Whether it has just been made the story of the channel. */
  readonly set: boolean;
}

/** What a story is about and how far its base goes. */
export function masthead(story: Story, { all, set }: Standing, language: Language): Card {
  const [newest] = newestFirst(usable(story));
  const text = (words: Words): Line => ({ as: 'text', words });
  const others: Section[] =
    all.length < 2
      ? []
      : [
          {
            heading: say(language, 'story.all'),
            blocks: all.map(({ id, title }) => ({
              lines: [{ as: 'item', words: [{ strong: title }, ' ', { code: id }] }],
            })),
          },
        ];
  return card(story, language, {
    title: [story.title],
    lead: [
      ...(set ? [text(say(language, 'story.set'))] : []),
      text([story.line]),
      text(
        say(language, 'story.holds', {
          facts: say(language, 'foot.facts', { n: story.facts.size }),
          sources: say(language, 'story.sources', { n: story.sources.size }),
        }),
      ),
      ...(newest === undefined ? [] : [text(say(language, 'story.newest', { date: sayWhen(newest, language) }))]),
    ],
    sections: others,
    entity: { id: story.id, name: story.title, names: [] },
  });
}
