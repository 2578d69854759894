import type { Story } from '../../data/model/fact.ts';
import { usableFacts } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import { buildCard } from './answer.ts';
import type { Card, Line, Section } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { formatFactDate } from '../i18n/dates.ts';
import { translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

interface Standing {
  /** The stories that there are, to choose from. */
  readonly all: readonly Story[];
  /** Whether it has just been made the story of the channel. */
  readonly set: boolean;
}

/** What a story is about and how far its base goes. */
export function storyCard(story: Story, { all, set }: Standing, language: Language): Card {
  const [newest] = newestFirst(usableFacts(story));
  const text = (words: StyledText): Line => ({ as: 'text', words });
  const others: Section[] =
    all.length < 2
      ? []
      : [
          {
            heading: translate(language, 'story.all'),
            blocks: all.map(({ id, title }) => ({
              lines: [{ as: 'item', words: [{ strong: title }, ' ', { code: id }] }],
            })),
          },
        ];
  return buildCard(story, language, {
    title: [story.title],
    lead: [
      ...(set ? [text(translate(language, 'story.set'))] : []),
      text([story.line]),
      text(
        translate(language, 'story.holds', {
          facts: translate(language, 'foot.facts', { n: story.facts.size }),
          sources: translate(language, 'story.sources', { n: story.sources.size }),
        }),
      ),
      ...(newest === undefined
        ? []
        : [text(translate(language, 'story.newest', { date: formatFactDate(newest, language) }))]),
    ],
    sections: others,
    entity: { id: story.id, name: story.title, names: [] },
  });
}
