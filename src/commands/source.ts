import { nothing, suggestion } from '../reply/cards/answer.ts';
import { provenance, testimony } from '../reply/cards/source.ts';
import { completeWho, findWho } from '../search/story-search.ts';
import { findSources } from '../search/find-sources.ts';
import type { Command } from './command.ts';
import { declare } from './definition.ts';
import { entityChoice, fit, languageFor, storyOf, typed } from './ask.ts';

/** What rests on a source or on a speaker's word. */
export const source = {
  data: declare('source', [{ name: 'source', required: true }, { name: 'as_of' }]),
  query: 'source',
  answer(ask, desk) {
    const { story, ...index } = storyOf(ask, desk);
    const language = languageFor(ask);
    const asked = typed(ask, 'source');
    const [text] = findSources(story, asked);
    if (text !== undefined) return provenance(text, story, language);
    const { answers, suggestions } = findWho({ story, ...index }, asked);
    const [speaker, ...others] = answers;
    if (speaker !== undefined && others.length === 0) return testimony(speaker, story, language);
    return nothing(story, language, { asked, suggestions: [...answers, ...suggestions].map(suggestion) });
  },
  complete(typing, desk) {
    const index = storyOf(typing, desk);
    const text = typed(typing, 'source');
    const sources = findSources(index.story, text).map(({ id, outlet, title }) => ({
      name: fit([id, outlet, title].filter((part) => part !== null).join(' · ')),
      value: id,
    }));
    const speakers = completeWho(index, text).map((hit) => entityChoice(hit, index, languageFor(typing)));
    return [...sources, ...speakers].slice(0, 25);
  },
} satisfies Command;
