import { completeFacts, completeWho } from '../../search/story-search.ts';
import { findSources } from '../../search/find-sources.ts';
import type { Choice, Command, Desk, Typing } from '../command.ts';
import { completeOption } from '../lookup/complete-option.ts';
import { slashCommandGroup, messageCommand, type Option } from '../definition.ts';
import { entityChoice, choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';
import { review } from './review.ts';
import { edit, editModal } from './edit.ts';
import { rejectForm } from './modals.ts';
import { listProposals, proposalChoices } from './list.ts';
import { propose, proposalModal } from './propose.ts';
import { show } from './show.ts';
import { questionChoices } from '../question/choices.ts';

const FACT: Option = { name: 'fact', required: true };
const PROPOSAL: Option = { name: 'proposal', required: true };
const KIND: Option = {
  name: 'kind',
  about: 'fact_kind',
  choices: ['event', 'state', 'position', 'quote', 'figure', 'role'],
};
const SOURCE: Option = { name: 'source', about: 'fact_source' };
const SPEAKER: Option = { name: 'speaker' };
const WHEN: Option = { name: 'when' };
const STATUS: Option = {
  name: 'status',
  about: 'fact_status',
  choices: ['reported', 'attributed', 'disputed', 'unverified', 'confirmed'],
};
const QUESTION: Option = { name: 'question', about: 'fact_question' };
const CONTRADICTS: Option = { name: 'contradicts' };
const FIGURE: readonly Option[] = [
  { name: 'value', free: true },
  { name: 'unit', free: true },
  { name: 'counts', free: true },
];

/** Deeds of curation are done once, and nobody else sees how. */
const DEEDS = [
  'propose',
  'list',
  'approve',
  'edit',
  'reject',
  'withdraw',
  'submit',
  'correct',
  'update',
  'retract',
  'verify',
];

/** A fact with its whole record, and everything that is done to the base: proposed by one person, and approved by another. */
export const fact = {
  definition: slashCommandGroup('fact', [
    { name: 'show', options: [FACT], who: 'all' },
    {
      name: 'propose',
      options: [
        { ...KIND, required: true },
        { ...SOURCE, required: true },
        SPEAKER,
        WHEN,
        ...FIGURE,
        STATUS,
        CONTRADICTS,
        QUESTION,
      ],
      who: 'own',
    },
    { name: 'correct', options: [FACT, SPEAKER, SOURCE, STATUS, CONTRADICTS, ...FIGURE], who: 'own' },
    { name: 'update', options: [FACT, { ...SOURCE, required: true }, SPEAKER, STATUS, QUESTION], who: 'own' },
    { name: 'retract', options: [FACT], who: 'own' },
    {
      name: 'verify',
      options: [FACT, { name: 'source', about: 'fact_proof' }, { ...STATUS, choices: ['confirmed'] }],
      who: 'own',
    },
    { name: 'list', options: [], who: 'own' },
    { name: 'approve', options: [PROPOSAL], who: 'own' },
    { name: 'edit', options: [PROPOSAL, KIND, SOURCE, SPEAKER, WHEN, STATUS, CONTRADICTS, ...FIGURE], who: 'own' },
    { name: 'reject', options: [PROPOSAL], who: 'own' },
    { name: 'withdraw', options: [PROPOSAL], who: 'own' },
  ]),
  queryOption: 'fact',
  ephemeral: DEEDS,
  notRepeatable: DEEDS,
  menu: {
    data: messageCommand('propose'),
    options: (message) => ({ action: 'propose', says: message.replace(/\s+/g, ' ').trim(), snippet: message }),
  },
  modal(ask, desk) {
    const action = optionText(ask, 'action');
    if (action === 'edit') return editModal(ask, desk);
    return action === 'reject' ? rejectForm : proposalModal(ask, desk);
  },
  async answer(ask, desk) {
    switch (optionText(ask, 'action')) {
      case 'propose':
      case 'correct':
      case 'update':
      case 'retract':
      case 'verify':
        return propose(ask, desk);
      case 'approve':
      case 'reject':
      case 'withdraw':
      case 'submit':
        return review(ask, desk);
      case 'edit':
        return edit(ask, desk);
      case 'list':
        return listProposals(ask, desk);
      default:
        return show(ask, desk);
    }
  },
  autocomplete(typing, desk) {
    const index = storyOf(typing, desk);
    const text = optionText(typing, typing.focused);
    switch (typing.focused) {
      case 'proposal':
        return proposalChoices(typing, desk);
      case 'question':
        return questionChoices(typing, desk);
      case 'fact':
      case 'contradicts':
        return factChoices(typing, desk);
      case 'source':
        return findSources(index.story, text).map(({ id, outlet, title }) => ({
          name: choiceLabel([id, outlet, title].filter((part) => part !== null).join(' · ')),
          value: id,
        }));
      case 'speaker':
        return completeWho(index, text).map((hit) => entityChoice(hit, index, languageFor(typing)));
      case 'when':
        return completeOption({ ...typing, focused: 'day', options: { ...typing.options, day: text } }, desk);
      default:
        return [];
    }
  },
} satisfies Command;

/** Facts by their id, then by their sentence: retracted ones too, which a record is kept of. */
function factChoices(typing: Typing, desk: Desk): Choice[] {
  const index = storyOf(typing, desk);
  const text = optionText(typing, typing.focused).toLowerCase();
  const byId = [...index.story.facts.values()].filter(({ id }) => text !== '' && id.startsWith(text));
  const found = completeFacts(index, text).map((hit) => hit.fact);
  return [...new Set([...byId, ...found])]
    .slice(0, 25)
    .map(({ id, says }) => ({ name: choiceLabel(`${id} · ${says}`), value: id }));
}
