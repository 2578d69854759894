import { diffWordsWithSpace } from 'diff';
import type { Fact, Story } from '../../data/model/fact.ts';
import type { Line, StyledSpan } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { formatFactDate } from '../i18n/dates.ts';
import { toPlainText, translate, translateText, type MessageKey } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { nameOf } from '../fact-statement.ts';

type Part = Extract<MessageKey, `part.${string}`>;

/** What a reader is shown of a fact, part by part: '' where there is nothing. */
function partsOf(fact: Fact | null, story: Story, language: Language): ReadonlyMap<Part, string> {
  if (fact === null) return new Map();
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(id, story)).join(', ');
  const { figure, checked } = fact;
  return new Map<Part, string>([
    ['part.status', translateText(language, `status.${fact.status}`)],
    ['part.speaker', fact.said_by === undefined ? '' : nameOf(fact.said_by, story)],
    ['part.says', fact.says],
    ['part.words', fact.words ?? ''],
    ['part.figure', figure === undefined ? '' : `${figure.value} (${figure.unit}) · ${figure.counts}`],
    ['part.when', fact.when === undefined ? '' : toPlainText(formatFactDate(fact, language))],
    ['part.where', names(fact.where)],
    ['part.who', names(fact.who)],
    ['part.snippet', fact.citations.map(({ source, quote }) => `${source}: ${quote}`).join(' / ')],
    ['part.contradicts', fact.contradicts.join(', ')],
    ['part.supersedes', fact.supersedes.join(', ')],
    ['part.because', fact.because ?? ''],
    ['part.checked', checked === undefined ? '' : `${checked.by}, ${checked.on}`],
    ['part.damaged', fact.damaged ?? ''],
  ]);
}

/** What differs between two versions of a fact, one line a part, with the words struck that are gone and those marked that are new. */
export function diffFacts(before: Fact | null, after: Fact, story: Story, language: Language): Line[] {
  const [old, now] = [partsOf(before, story, language), partsOf(after, story, language)];
  return [...now].flatMap(([part, value]): Line[] => {
    const was = old.get(part) ?? '';
    if (was === value) return [];
    const label = translate(language, part);
    return [{ as: 'item', words: translate(language, 'fact.labelled', { label, value: between(part, was, value) }) }];
  });
}

/** Names, dates and figures are replaced whole: half a date struck is no date. */
const WHOLE: ReadonlySet<Part> = new Set(['part.when', 'part.status', 'part.speaker', 'part.checked', 'part.figure']);

function between(part: Part, was: string, value: string): StyledText {
  if (!WHOLE.has(part)) return diffText(was, value);
  return [
    ...(was === '' ? [] : [{ struck: was }]),
    ...(was === '' || value === '' ? [] : [' ']),
    ...(value === '' ? [] : [{ added: value }]),
  ];
}

/** Two versions of a text as one, with the words struck that are gone and those marked that are new. */
function diffText(before: string, after: string): StyledText {
  const spans = diffWordsWithSpace(before, after).map(({ value, added, removed }): StyledSpan => {
    if (added) return { added: value };
    return removed ? { struck: value } : value;
  });
  // Without a space, two styled spans side by side would be read as one.
  return spans.flatMap((span, at) =>
    at > 0 && typeof span !== 'string' && typeof spans[at - 1] !== 'string' ? [' ', span] : [span],
  );
}
