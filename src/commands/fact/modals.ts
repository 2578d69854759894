import { KINDS, type Fact } from '../../data/model/fact.ts';
import { word } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import type { StoryIndex } from '../../search/story-search.ts';
import type { Ask, Choice, Field, Form } from '../command.ts';
import { fit } from '../ask.ts';
import { writtenOf, type Written } from './form-fields.ts';

const MOST_CHOICES = 25;

/** What is asked of a new fact: what the options do not say already. */
export function newForm(given: Partial<Written>, { options }: Ask, index: StoryIndex, language: Language): Form {
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

const sentence = (value = ''): Field => ({ option: 'says', label: 'form.says', as: 'sentence', value });
const snippet = (value = ''): Field => ({ option: 'snippet', label: 'form.snippet', as: 'text', value });

const kinds = (language: Language): Choice[] =>
  KINDS.map((kind) => ({ name: word(language, `choice.${kind}`), value: kind }));

/** The newest first: what is proposed is mostly of a text that has just come. */
const sources = ({ story }: StoryIndex): Choice[] =>
  [...story.sources.values()]
    .toReversed()
    .slice(0, MOST_CHOICES)
    .map(({ id, outlet, title }) => ({
      name: fit([id, outlet, title].filter((part) => part !== null).join(' · ')),
      value: id,
    }));

/** A fact as it is, to be written anew in part. */
export function changeForm(
  title: 'form.correct' | 'form.update' | 'form.edit',
  written: Written,
  reason: { readonly value?: string; readonly optional?: true },
): Form {
  const { kind, says } = written;
  const line = (option: 'value' | 'counts' | 'when', optional?: true): Field => ({
    option,
    label: `form.${option}`,
    as: 'line',
    value: written[option],
    ...(optional && { optional }),
  });
  // There is room for five: the day of a figure is an option of the command.
  const exact: Field[] =
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

export const retractForm: Form = {
  title: 'form.retract',
  fields: [{ option: 'reason', label: 'form.wrong', as: 'sentence' }],
};

/** A second proof is asked for where its source was chosen. */
export const verifyForm = (proof: boolean): Form => ({
  title: 'form.verify',
  fields: [...(proof ? [snippet()] : []), { option: 'reason', label: 'form.how', as: 'sentence' }],
});

export const rejectForm: Form = {
  title: 'form.reject',
  fields: [{ option: 'why', label: 'form.why', as: 'sentence' }],
};

export const formOf = (act: 'correct' | 'update', fact: Fact): Form => changeForm(`form.${act}`, writtenOf(fact), {});
