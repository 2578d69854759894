import type { Story } from '../../data/model/fact.ts';
import { usable } from '../../data/queries/fact-relations.ts';
import { card } from './answer.ts';
import type { Block, Card } from '../model/card.ts';
import type { Words } from '../model/styled-text.ts';
import { say } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** A command as the guide shows it. */
export interface Topic {
  /** Its English name, which works everywhere. */
  readonly name: string;
  /** What Discord calls it in the reader's language. */
  readonly called: string;
  /** What it is for, in the reader's language. */
  readonly purpose: string;
}

/** What this story can answer: each command with its purpose, and three questions that its own facts answer. */
export function guide(story: Story, topics: readonly Topic[], language: Language): Card {
  const block = (words: Words): Block => ({ lines: [{ as: 'item', words }] });
  return card(story, language, {
    title: say(language, 'help.title', { story: { em: story.title } }),
    lead: [{ as: 'text', words: [story.line] }],
    sections: [
      {
        heading: say(language, 'help.commands'),
        blocks: topics.map(({ name, called, purpose }) =>
          // A channel may have another language than the reader's Discord, whose menus then have other names.
          block([{ strong: `/${called}` }, called === name ? ' ' : ` (/${name}) `, purpose]),
        ),
      },
      {
        heading: say(language, 'help.examples'),
        blocks: examples(story).map(({ name, words }) => {
          const called = topics.find((topic) => topic.name === name)?.called ?? name;
          return block([{ code: `/${called} ${words}` }]);
        }),
      },
      { blocks: [block(say(language, 'help.proof'))] },
    ],
  });
}

/** Three questions that the base answers: its most named person, its most named place, its newest day. */
function examples(story: Story): { name: string; words: string }[] {
  const count = (ids: readonly string[]): string | undefined => {
    const counts = Map.groupBy(ids, (id) => id);
    return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
  };
  const facts = usable(story);
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
