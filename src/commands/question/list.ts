import type { Block, Card, Line, Section } from '../../reply/model/card.ts';
import type { StyledText } from '../../reply/model/styled-text.ts';
import { buildCard } from '../../reply/cards/answer.ts';
import { translate } from '../../reply/i18n/translate.ts';
import { checkPermission } from '../permissions.ts';
import type { Ask, Choice, Desk, Typing } from '../command.ts';
import { storyAccess } from '../story-access.ts';
import { choiceLabel, languageFor, optionText, storyOf } from '../ask.ts';

const MOST = 50;
const MOST_MISSES = 25;
/** Which open questions are offered as choices. */
const MOST_CHOICES = 100;

/** Open questions, oldest first; for editors also queries without an answer, and answers reported as wrong. */
export async function listQuestions(ask: Ask, desk: Desk): Promise<Card> {
  const { story } = storyOf(ask, desk);
  const language = languageFor(ask);
  const { store } = desk;
  const { server } = ask.from;
  const logged = (await store?.questions.list({ story: story.id, server, limit: MOST })) ?? [];
  const names =
    (await store?.pseudonyms.names(logged.flatMap(({ owner }) => owner ?? []))) ?? new Map<string, string>();
  const inFiles = [...story.questions.values()].filter(({ state }) => state === 'open');
  const owned = (owner: string | undefined): StyledText =>
    owner === undefined ? translate(language, 'brief.unowned') : translate(language, 'brief.owner', { owner });
  const block = (asks: string, notes: StyledText): Block => ({
    lines: [{ as: 'item', words: [{ strong: asks }] }, { as: 'small', words: notes } satisfies Line],
  });
  const access = await storyAccess(story.id, ask.from, desk);
  const isEditor = checkPermission('part:misses', ask.from, access, desk.rules) === null;
  const misses = isEditor ? ((await store?.feedback.list({ story: story.id, server, limit: MOST_MISSES })) ?? []) : [];
  const section = (heading: StyledText | null, blocks: readonly Block[]): Section[] =>
    blocks.length === 0 ? [] : [heading === null ? { blocks } : { heading, blocks }];
  return buildCard(story, language, {
    title: translate(language, 'question.title', { n: logged.length + inFiles.length }),
    sections: [
      ...section(null, [
        ...logged.map(({ asks, owner, askers }) =>
          block(asks, [
            ...owned(owner === null ? undefined : names.get(owner)),
            ' · ',
            ...translate(language, 'question.askers', { n: askers.length }),
          ]),
        ),
        ...inFiles.map(({ asks, owner }) => block(asks, owned(owner))),
      ]),
      ...section(
        translate(language, 'question.misses'),
        misses.map(({ command, asked, expected }) =>
          block(
            `/${command} ${asked}`,
            expected === null
              ? translate(language, 'question.missed')
              : translate(language, 'question.expected', { expected }),
          ),
        ),
      ).map((each): Section => ({ ...each, own: true })),
    ],
  });
}

/** Choices: questions logged here, then those of the files unless `which` is `logged`. */
export async function questionChoices(typing: Typing, desk: Desk, which: 'all' | 'logged' = 'all'): Promise<Choice[]> {
  const { story } = storyOf(typing, desk);
  const { server } = typing.from;
  const text = optionText(typing, 'question').toLowerCase();
  const logged = (await desk.store?.questions.list({ story: story.id, server, limit: MOST_CHOICES })) ?? [];
  const inFiles = which === 'logged' ? [] : [...story.questions.values()].filter(({ state }) => state === 'open');
  return [...logged, ...inFiles]
    .filter(({ asks }) => asks.toLowerCase().includes(text))
    .slice(0, 25)
    .map(({ id, asks }) => ({ name: choiceLabel(asks), value: id }));
}
