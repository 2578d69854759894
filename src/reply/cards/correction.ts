import type { Fact, Story } from '../../data/model/fact.ts';
import { buildCard, factSection } from './answer.ts';
import type { Card, Line } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { formatDate } from '../i18n/dates.ts';
import { translate, translateText } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { attributedStatement } from '../fact-statement.ts';

/** Something that was wrong with a fact as it was shown before. */
export interface PublishedError {
  readonly story: Story;
  readonly fact: Fact;
  readonly act: 'correct' | 'retract';
  /** EDTF; null where the fact does not say when it was retracted. */
  readonly on: string | null;
  /** What was said in place of what is right; null where the whole fact is taken back. */
  readonly was: string | null;
  readonly because: string;
}

/** Everything in a story that was once shown otherwise. */
export function publishedErrors(story: Story): PublishedError[] {
  return [...story.facts.values()].flatMap((fact): PublishedError[] => [
    ...fact.corrected.map(({ on, was, because }) => ({ story, fact, act: 'correct' as const, on, was, because })),
    ...(fact.status === 'retracted'
      ? [{ story, fact, act: 'retract' as const, on: null, was: null, because: fact.because ?? '' }]
      : []),
  ]);
}

/**
 * What is put on top of a message that showed the fact before: with the statement as it is now, and in short for a message
 * that has little space left. `ref` tells it from any other text.
 */
export function correctionBanner(
  { story, fact, act, was, because }: PublishedError,
  { day, ref }: { readonly day: string; readonly ref: string },
  language: Language,
): { readonly full: StyledText; readonly short: StyledText } {
  const on = formatDate(day, language);
  const label = {
    strong: translateText(language, act === 'correct' ? 'mark.correctedOn' : 'mark.retractedOn', { on }),
  };
  const now = attributedStatement(fact, story, language);
  const told =
    act === 'correct'
      ? translate(language, 'mark.corrected', { label, now, was: was ?? '', because })
      : translate(language, 'mark.retracted', { label, now, because });
  return {
    full: [...told, ` · ref ${ref}`],
    short: [...translate(language, 'mark.short', { label, id: fact.id }), ` · ref ${ref}`],
  };
}

/** What is told in a channel where the error was shown. `omitted`: messages there that could not take the banner. */
export function correctionNotice(
  { story, fact, act, was, because }: PublishedError,
  omitted: number,
  language: Language,
): Card {
  const text = (words: StyledText): Line => ({ as: 'text', words });
  const wrong =
    act === 'correct'
      ? translate(language, 'spread.was', { was: was ?? '', because })
      : translate(language, 'spread.doNotUse', { because });
  return buildCard(story, language, {
    title: translate(language, act === 'correct' ? 'spread.correct' : 'spread.retract', { id: { code: fact.id } }),
    lead: [
      text(wrong),
      ...(omitted === 0 ? [] : [{ as: 'small' as const, words: translate(language, 'spread.noRoom', { n: omitted }) }]),
    ],
    sections: factSection(null, [fact], story, language),
    facts: [fact],
  });
}

/** Something that showed the error and could not be told. */
export interface Unreached {
  /** Address of the message; null where it is the notice to the channel that is missing. */
  readonly message: string | null;
  /** Address. */
  readonly channel: string;
  readonly why: 'deleted' | 'forbidden' | 'gone' | 'silent' | 'uncertain' | 'code';
  readonly code: string;
}

/** For the editors: where the error is, or was, shown without the correction. */
export function unreachedList({ story, fact }: PublishedError, list: readonly Unreached[], language: Language): Card {
  const lines = list.map(({ message, channel, why, code }): Line => {
    const values = {
      channel: { link: translateText(language, 'spread.channel'), to: channel },
      why: translate(language, `spread.why.${why}`, { code }),
    };
    return {
      as: 'item',
      words:
        message === null
          ? translate(language, 'spread.noNotice', values)
          : translate(language, 'spread.at', {
              ...values,
              message: { link: translateText(language, 'spread.message'), to: message },
            }),
    };
  });
  return buildCard(story, language, {
    title: translate(language, 'spread.unreached', { id: { code: fact.id } }),
    lead: [{ as: 'text', words: attributedStatement(fact, story, language) }],
    sections: [{ blocks: lines.map((line) => ({ lines: [line] })) }],
  });
}
