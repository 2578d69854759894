import { ReaderError } from '../../errors.ts';
import type { Where, Who } from '../../data/model/fact.ts';
import type { Card } from '../../reply/model/card.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { StoryIndex } from '../../search/story-search.ts';
import type { Ask, Choice, Desk, Typing } from '../command.ts';
import { curationContext } from '../curation/context.ts';
import { choiceLabel, storyOf, optionText } from '../ask.ts';
import { submitProposal } from '../curation/submit-proposal.ts';

const MOST = 50;

/** Proposes what somebody typed in vain as one more name of somebody or of a place: as any other change it is approved. */
export async function linkAlias(ask: Ask, desk: Desk): Promise<Card> {
  const curation = await curationContext(ask, desk);
  const { index, language } = curation;
  const [name, id] = [optionText(ask, 'words'), optionText(ask, 'name')];
  const who = index.story.who.get(id);
  const entity = who ?? index.story.where.get(id);
  if (entity === undefined) throw new ReaderError(translateText(language, 'nothing.noSuchName', { name: id }));
  if (namesOf(entity).includes(name))
    throw new ReaderError(translateText(language, 'question.hasName', { name, of: entity.name }));
  const change = { on: who === undefined ? 'where' : 'who', id, language: languageOfName(name, index), name } as const;
  return submitProposal(curation, { act: 'alias', change, reason: null, was: null });
}

const namesOf = ({ name, names, weak }: Who | Where): string[] => [name, ...Object.values(names).flat(), ...weak];

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Georgian', 'Armenian'] as const;

const scriptOf = (text: string): string | undefined =>
  SCRIPTS.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text));

/** The language under which a name is kept: the house language, or the one of this story whose names have the same script. */
function languageOfName(name: string, { story }: StoryIndex): string {
  const script = scriptOf(name);
  if (script === undefined || script === scriptOf(story.title)) return story.language.split('-')[0] ?? story.language;
  const kept = [...story.who.values(), ...story.where.values()].flatMap(({ names }) => Object.entries(names));
  const [same] = kept.find(([, forms]) => forms.some((form) => scriptOf(form) === script)) ?? [];
  return same ?? story.language.split('-')[0] ?? story.language;
}

/** What was asked in vain, or is asked as an open question, for those who may see it. */
export async function linkChoices(typing: Typing, desk: Desk): Promise<Choice[]> {
  const { story } = storyOf(typing, desk);
  const { server } = typing.from;
  const text = optionText(typing, 'words').toLowerCase();
  const misses = (await desk.store?.feedback.list({ story: story.id, server, limit: MOST })) ?? [];
  const questions = (await desk.store?.questions.list({ story: story.id, server, limit: MOST })) ?? [];
  const words = [...misses.map(({ asked }) => asked), ...questions.map(({ asks }) => asks)];
  return [...new Set(words)]
    .filter((each) => each.length <= 80 && each.toLowerCase().includes(text))
    .slice(0, 25)
    .map((each) => ({ name: choiceLabel(each), value: each }));
}
