import type { Choice, Desk, Typing } from '../command.ts';
import { choiceLabel, storyOf, optionText } from '../ask.ts';

const MOST = 100;

/** Open questions as choices: those that were logged here, then those of the files unless these are not wanted. */
export async function questionChoices(typing: Typing, desk: Desk, which: 'all' | 'logged' = 'all'): Promise<Choice[]> {
  const { story } = storyOf(typing, desk);
  const { server } = typing.from;
  const text = optionText(typing, 'question').toLowerCase();
  const logged = (await desk.store?.questions.list({ story: story.id, server, limit: MOST })) ?? [];
  const inFiles = which === 'logged' ? [] : [...story.questions.values()].filter(({ state }) => state === 'open');
  return [...logged, ...inFiles]
    .filter(({ asks }) => asks.toLowerCase().includes(text))
    .slice(0, 25)
    .map(({ id, asks }) => ({ name: choiceLabel(asks), value: id }));
}
