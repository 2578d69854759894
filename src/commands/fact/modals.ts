import { KINDS, type Fact } from '../../data/model/fact.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { StoryIndex } from '../../search/story-search.ts';
import type { Ask, Choice, ModalField, Modal } from '../command.ts';
import { choiceLabel } from '../ask.ts';
import { formFromFact, type FactForm } from './form-fields.ts';

const MOST_CHOICES = 25;

/** The modal of a new fact: fields for what the options do not say. */
export function newFactModal(given: Partial<FactForm>, { options }: Ask, index: StoryIndex, language: Language): Modal {
  const unknown = given.kind === undefined;
  return {
    title: 'form.propose',
    fields: [
      ...(unknown
        ? [{ option: 'kind', label: 'form.kind', as: 'choice', value: 'event', choices: kinds(language) } as const]
        : []),
      ...(unknown ? [{ option: 'source', label: 'form.source', as: 'choice', choices: sources(index) } as const] : []),
      sentence(options['says']),
      snippet(options['snippet']),
      ...(unknown ? [{ option: 'speaker', label: 'form.speaker', as: 'line', optional: true } as const] : []),
      ...(given.kind === 'quote'
        ? [{ option: 'words', label: 'form.words', as: 'text', optional: true } as const]
        : []),
      ...(unknown || given.when !== undefined
        ? []
        : [{ option: 'when', label: 'form.when', as: 'line', optional: true } as const]),
      ...(unknown ? [] : [{ option: 'reason', label: 'form.note', as: 'line', optional: true } as const]),
    ],
  };
}

const sentence = (value = ''): ModalField => ({ option: 'says', label: 'form.says', as: 'sentence', value });
const snippet = (value = ''): ModalField => ({ option: 'snippet', label: 'form.snippet', as: 'text', value });

const kinds = (language: Language): Choice[] =>
  KINDS.map((kind) => ({ name: translateText(language, `choice.${kind}`), value: kind }));

/** Newest first: most proposals are about a text that has just arrived. */
const sources = ({ story }: StoryIndex): Choice[] =>
  [...story.sources.values()]
    .toReversed()
    .slice(0, MOST_CHOICES)
    .map(({ id, outlet, title }) => ({
      name: choiceLabel([id, outlet, title].filter((part) => part !== null).join(' · ')),
      value: id,
    }));

/** The modal that edits a fact, with its current values. */
export function changeFactModal(
  title: 'form.correct' | 'form.update' | 'form.edit',
  written: FactForm,
  reason: { readonly value?: string; readonly optional?: true },
): Modal {
  const { kind, says } = written;
  const line = (option: 'value' | 'counts' | 'when', optional?: true): ModalField => ({
    option,
    label: `form.${option}`,
    as: 'line',
    value: written[option],
    ...(optional && { optional }),
  });
  // A modal has room for five fields: a figure gets no field for its day.
  const exact: ModalField[] =
    kind === 'figure'
      ? [line('value'), line('counts')]
      : [
          line('when', true),
          ...(kind === 'quote'
            ? [{ option: 'words', label: 'form.words', as: 'text', value: written.words } as const]
            : []),
        ];
  return {
    title,
    fields: [
      sentence(says),
      snippet(written.snippet),
      ...exact,
      { option: 'reason', label: 'form.reason', as: 'sentence', ...reason },
    ],
  };
}

export const retractForm: Modal = {
  title: 'form.retract',
  fields: [{ option: 'reason', label: 'form.wrong', as: 'sentence' }],
};

/** @param proof whether the source of another proof was chosen, so that its quote is needed. */
export const verifyForm = (proof: boolean): Modal => ({
  title: 'form.verify',
  fields: [...(proof ? [snippet()] : []), { option: 'reason', label: 'form.how', as: 'sentence' }],
});

export const rejectForm: Modal = {
  title: 'form.reject',
  fields: [{ option: 'why', label: 'form.why', as: 'sentence' }],
};

export const changeModalFor = (act: 'correct' | 'update', fact: Fact): Modal =>
  changeFactModal(`form.${act}`, formFromFact(fact), {});
