import type { Fact, Story } from '../../data/model/fact.ts';
import { card, factSection } from './answer.ts';
import type { Card, Line } from '../model/card.ts';
import type { Words } from '../model/styled-text.ts';
import { sayDate } from '../i18n/dates.ts';
import { say, word } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { saying } from '../fact-statement.ts';

/** Something that was wrong with a fact as it was shown before. */
export interface Wrong {
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
export function wrongsIn(story: Story): Wrong[] {
  return [...story.facts.values()].flatMap((fact): Wrong[] => [
    ...fact.corrected.map(({ on, was, because }) => ({ story, fact, act: 'correct' as const, on, was, because })),
    ...(fact.status === 'retracted'
      ? [{ story, fact, act: 'retract' as const, on: null, was: null, because: fact.because ?? '' }]
      : []),
  ]);
}

/**
 * What is put on top of a message that showed the fact before: with the statement as it is now, and in short for a message
 * that has little room. `ref` tells it from any other text.
 */
export function markWords(
  { story, fact, act, was, because }: Wrong,
  { day, ref }: { readonly day: string; readonly ref: string },
  language: Language,
): { readonly full: Words; readonly short: Words } {
  const on = sayDate(day, language);
  const label = { strong: word(language, act === 'correct' ? 'mark.correctedOn' : 'mark.retractedOn', { on }) };
  const now = saying(fact, story, language);
  const told =
    act === 'correct'
      ? say(language, 'mark.corrected', { label, now, was: was ?? '', because })
      : say(language, 'mark.retracted', { label, now, because });
  return {
    full: [...told, ` · ref ${ref}`],
    short: [...say(language, 'mark.short', { label, id: fact.id }), ` · ref ${ref}`],
  };
}

/** What is told in a channel where the error was shown. `noRoom`: messages there that could not take the mark. */
export function notice({ story, fact, act, was, because }: Wrong, noRoom: number, language: Language): Card {
  const text = (words: Words): Line => ({ as: 'text', words });
  const wrong =
    act === 'correct'
      ? say(language, 'spread.was', { was: was ?? '', because })
      : say(language, 'spread.doNotUse', { because });
  return card(story, language, {
    title: say(language, act === 'correct' ? 'spread.correct' : 'spread.retract', { id: { code: fact.id } }),
    lead: [
      text(wrong),
      ...(noRoom === 0 ? [] : [{ as: 'small' as const, words: say(language, 'spread.noRoom', { n: noRoom }) }]),
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

/** For the editors: where the error still stands, or stood, without the correction. */
export function unreached({ story, fact }: Wrong, list: readonly Unreached[], language: Language): Card {
  const lines = list.map(({ message, channel, why, code }): Line => {
    const values = {
      channel: { link: word(language, 'spread.channel'), to: channel },
      why: say(language, `spread.why.${why}`, { code }),
    };
    return {
      as: 'item',
      words:
        message === null
          ? say(language, 'spread.noNotice', values)
          : say(language, 'spread.at', { ...values, message: { link: word(language, 'spread.message'), to: message } }),
    };
  });
  return card(story, language, {
    title: say(language, 'spread.unreached', { id: { code: fact.id } }),
    lead: [{ as: 'text', words: saying(fact, story, language) }],
    sections: [{ blocks: lines.map((line) => ({ lines: [line] })) }],
  });
}
