import { nothingFoundCard, toSuggestion } from '../reply/cards/answer.ts';
import { sourceCard, speakerCard } from '../reply/cards/source.ts';
import { completeWho, findWho } from '../search/story-search.ts';
import { findSources } from '../search/find-sources.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { entityChoice, choiceLabel, languageFor, storyOf, optionText } from './ask.ts';

/** Facts that cite a source or are attributed to a speaker. */
export const source = defineCommand({
  name: 'source',
  options: [{ name: 'source', required: true }, { name: 'as_of' }],
  permission: READERS,
  queryOption: 'source',
  answer(ask, desk) {
    const { story, ...index } = storyOf(ask, desk);
    const language = languageFor(ask);
    const asked = optionText(ask, 'source');
    const [text] = findSources(story, asked);
    if (text !== undefined) return sourceCard(text, story, language);
    const { answers, suggestions } = findWho({ story, ...index }, asked);
    const [speaker, ...others] = answers;
    if (speaker !== undefined && others.length === 0) return speakerCard(speaker, story, language);
    return nothingFoundCard(story, language, { asked, suggestions: [...answers, ...suggestions].map(toSuggestion) });
  },
  autocomplete(typing, desk) {
    const index = storyOf(typing, desk);
    const text = optionText(typing, 'source');
    const sources = findSources(index.story, text).map(({ id, outlet, title }) => ({
      name: choiceLabel([id, outlet, title].filter((part) => part !== null).join(' · ')),
      value: id,
    }));
    const speakers = completeWho(index, text).map((hit) => entityChoice(hit, index, languageFor(typing)));
    return [...sources, ...speakers].slice(0, 25);
  },
});
