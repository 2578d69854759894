import type { Block, Card, Line, Section } from '../../reply/model/card.ts';
import type { Words } from '../../reply/model/styled-text.ts';
import { card } from '../../reply/cards/answer.ts';
import { say } from '../../reply/i18n/translate.ts';
import { authorise } from '../permissions/rules.ts';
import type { Ask, Desk } from '../command.ts';
import { curatingOf } from '../curation/context.ts';
import { languageFor, storyOf } from '../ask.ts';

const MOST = 50;
const MOST_MISSES = 25;

/** The open questions of the desk, oldest first; for editors also what the base could not answer, and what was called wrong. */
export async function listQuestions(ask: Ask, desk: Desk): Promise<Card> {
  const { story } = storyOf(ask, desk);
  const language = languageFor(ask);
  const { store } = desk;
  const { server } = ask.from;
  const logged = (await store?.questions.list({ story: story.id, server, limit: MOST })) ?? [];
  const names = (await store?.actors.names(logged.flatMap(({ owner }) => owner ?? []))) ?? new Map<string, string>();
  const inFiles = [...story.questions.values()].filter(({ state }) => state === 'open');
  const owned = (owner: string | undefined): Words =>
    owner === undefined ? say(language, 'brief.unowned') : say(language, 'brief.owner', { owner });
  const block = (asks: string, notes: Words): Block => ({
    lines: [{ as: 'item', words: [{ strong: asks }] }, { as: 'small', words: notes } satisfies Line],
  });
  const isEditor = authorise('part:misses', ask.from, await curatingOf(story.id, desk), desk.rules) === null;
  const misses = isEditor ? ((await store?.misses.list({ story: story.id, server, limit: MOST_MISSES })) ?? []) : [];
  const section = (heading: Words | null, blocks: readonly Block[]): Section[] =>
    blocks.length === 0 ? [] : [heading === null ? { blocks } : { heading, blocks }];
  return card(story, language, {
    title: say(language, 'question.title', { n: logged.length + inFiles.length }),
    sections: [
      ...section(null, [
        ...logged.map(({ asks, owner, askers }) =>
          block(asks, [
            ...owned(owner === null ? undefined : names.get(owner)),
            ' · ',
            ...say(language, 'question.askers', { n: askers.length }),
          ]),
        ),
        ...inFiles.map(({ asks, owner }) => block(asks, owned(owner))),
      ]),
      ...section(
        say(language, 'question.misses'),
        misses.map(({ command, asked, expected }) =>
          block(
            `/${command} ${asked}`,
            expected === null ? say(language, 'question.missed') : say(language, 'question.expected', { expected }),
          ),
        ),
      ).map((each): Section => ({ ...each, own: true })),
    ],
  });
}
