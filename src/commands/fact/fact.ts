import { completeFacts, completeWho } from '../../search/story-search.ts';
import { findSources } from '../../search/find-sources.ts';
import type { Choice, Desk, Typing } from '../command.ts';
import { requireFact } from '../curation/named-fact.ts';
import { defineCommandGroup } from '../definition/define-command.ts';
import { EDITORS, READERS, REPORTERS } from '../permissions.ts';
import { completeOption } from '../lookup/complete-option.ts';
import type { Option } from '../definition/discord-definition.ts';
import { entityChoice, choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';
import { approve, reject, submit, withdraw } from './review.ts';
import { edit, editModal } from './edit.ts';
import { changeModalFor, rejectForm, retractForm, verifyForm } from './modals.ts';
import { listProposals, proposalChoices } from './list.ts';
import { correct, proposalModal, propose, retract, update, verify } from './propose.ts';
import { show } from './show.ts';
import { questionChoices } from '../question/list.ts';

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

/** Rows of the table: a change is ephemeral and not repeatable. */
const ONCE = { ephemeral: true, notRepeatable: true } as const;
const WRITE = { ...ONCE, permission: REPORTERS } as const;
const DECIDE = { ...ONCE, permission: EDITORS } as const;

/** The record of a fact, and every change of the base: one person proposes it, another approves it. */
export const fact = defineCommandGroup({
  name: 'fact',
  queryOption: 'fact',
  otherwise: 'show',
  subcommands: [
    {
      name: 'show',
      options: [FACT],
      permission: READERS,
      innerRules: { 'part:waiting': REPORTERS, 'part:shown': EDITORS },
      answer: show,
    },
    {
      ...WRITE,
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
      message: {
        name: 'propose',
        options: (text) => ({ says: text.replace(/\s+/g, ' ').trim(), snippet: text }),
      },
      modal: proposalModal,
      answer: propose,
    },
    {
      ...WRITE,
      name: 'correct',
      options: [FACT, SPEAKER, SOURCE, STATUS, CONTRADICTS, ...FIGURE],
      modal: (ask, desk) => changeModalFor('correct', requireFact(ask, desk)),
      answer: correct,
    },
    {
      ...WRITE,
      name: 'update',
      options: [FACT, { ...SOURCE, required: true }, SPEAKER, STATUS, QUESTION],
      modal: (ask, desk) => changeModalFor('update', requireFact(ask, desk)),
      answer: update,
    },
    { ...WRITE, name: 'retract', options: [FACT], modal: () => retractForm, answer: retract },
    {
      ...WRITE,
      name: 'verify',
      options: [FACT, { name: 'source', about: 'fact_proof' }, { ...STATUS, choices: ['confirmed'] }],
      modal: (ask) => verifyForm(optionText(ask, 'source') !== ''),
      answer: verify,
    },
    { ...WRITE, name: 'list', options: [], answer: listProposals },
    { ...DECIDE, name: 'approve', options: [PROPOSAL], button: 'also', answer: approve },
    {
      ...WRITE,
      name: 'edit',
      options: [PROPOSAL, KIND, SOURCE, SPEAKER, WHEN, STATUS, CONTRADICTS, ...FIGURE],
      button: 'also',
      modal: editModal,
      answer: edit,
    },
    { ...DECIDE, name: 'reject', options: [PROPOSAL], button: 'also', modal: () => rejectForm, answer: reject },
    { ...WRITE, name: 'withdraw', options: [PROPOSAL], button: 'also', answer: withdraw },
    { ...WRITE, name: 'submit', options: [], button: 'only', answer: submit },
  ],
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
});

/** Facts by their id, then by their sentence; retracted ones too, since their record is kept. */
function factChoices(typing: Typing, desk: Desk): Choice[] {
  const index = storyOf(typing, desk);
  const text = optionText(typing, typing.focused).toLowerCase();
  const byId = [...index.story.facts.values()].filter(({ id }) => text !== '' && id.startsWith(text));
  const found = completeFacts(index, text).map((hit) => hit.fact);
  return [...new Set([...byId, ...found])]
    .slice(0, 25)
    .map(({ id, says }) => ({ name: choiceLabel(`${id} · ${says}`), value: id }));
}
