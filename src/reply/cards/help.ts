import type { Story } from '../../data/model/fact.ts';
import { usableFacts } from '../../data/queries/fact-relations.ts';
import { buildCard } from './answer.ts';
import type { Block, Card } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** A command as the guide shows it. */
export interface HelpTopic {
  /** Its English name, which works everywhere. */
  readonly name: string;
  /** What Discord calls it in the reader's language. */
  readonly called: string;
  /** What it is for, in the reader's language. */
  readonly purpose: string;
}

/** What this story can answer: each command with its purpose, and three questions that its own facts answer. */
export function helpCard(story: Story, topics: readonly HelpTopic[], language: Language): Card {
  const block = (words: StyledText): Block => ({ lines: [{ as: 'item', words }] });
  return buildCard(story, language, {
    title: translate(language, 'help.title', { story: { em: story.title } }),
    lead: [{ as: 'text', words: [story.line] }],
    sections: [
      {
        heading: translate(language, 'help.commands'),
        blocks: topics.map(({ name, called, purpose }) =>
          // A channel may have another language than the reader's Discord, whose menus then have other names.
          block([{ strong: `/${called}` }, called === name ? ' ' : ` (/${name}) `, purpose]),
        ),
      },
      {
        heading: translate(language, 'help.examples'),
        blocks: examples(story).map(({ name, words }) => {
          const called = topics.find((topic) => topic.name === name)?.called ?? name;
          return block([{ code: `/${called} ${words}` }]);
        }),
      },
      { blocks: [block(translate(language, 'help.proof'))] },
    ],
  });
}

/** Three questions that the base answers: its most named person, its most named place, its newest day. */
function examples(story: Story): { name: string; words: string }[] {
  const count = (ids: readonly string[]): string | undefined => {
    const counts = Map.groupBy(ids, (id) => id);
    return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
  };
  const facts = usableFacts(story);
  const people = facts.flatMap((fact) => fact.who).filter((id) => story.who.get(id)?.unnamed === false);
  const person = story.who.get(count(people) ?? '')?.name;
  const place = story.where.get(count(facts.flatMap((fact) => fact.where)) ?? '')?.name;
  const figure = facts.find((fact) => fact.figure !== undefined)?.figure?.counts;
  return [
    ...(person === undefined ? [] : [{ name: 'who', words: person }]),
    ...(place === undefined ? [] : [{ name: 'timeline', words: place }]),
    ...(figure === undefined ? [] : [{ name: 'search', words: figure }]),
  ];
}
