import type { Story } from '../../data/model/fact.ts';
import type { Note, SentenceCheck } from '../../draft-check/check-draft.ts';
import { buildCard, nothingFoundCard } from './answer.ts';
import type { Block, Card, CheckedSentence, Line, Section } from '../model/card.ts';
import { formatFactDate } from '../i18n/dates.ts';
import { joinText, toPlainText, translate, translateText, type MessageKey } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { factStatement } from '../fact-statement.ts';

type Verdict = SentenceCheck['verdict'];

/** In the order of what needs the reporter first. */
const ORDER: readonly Verdict[] = [
  'differs',
  'not in the base',
  'agrees in part',
  'attributed only',
  'agrees',
  'nothing to check',
];

/** A draft with what a fact-checker would mark in its margin: the differing sentences first, each with its facts. */
export function margin(checks: readonly SentenceCheck[], story: Story, language: Language): Card {
  const marked = checks.filter(({ verdict }) => verdict !== 'nothing to check');
  if (marked.length === 0) {
    return nothingFoundCard(story, language, {
      asked: '',
      title: translate(language, 'check.none', { story: { em: story.title } }),
    });
  }
  const ids = new Set(
    ORDER.flatMap((verdict) => marked.filter((check) => check.verdict === verdict)).flatMap(({ facts }) => facts),
  );
  return buildCard(story, language, {
    // A draft of which the base holds nothing is no answer, however many its sentences.
    outcome: ids.size === 0 ? 'nothing' : 'answer',
    title: headline(checks, language),
    sections: ORDER.flatMap((verdict): Section[] => {
      const blocks = checks
        .filter((check) => check.verdict === verdict)
        .flatMap((check) => blocksOf(check, story, language));
      return blocks.length === 0 ? [] : [{ heading: translate(language, `check.${verdict}`), blocks }];
    }),
    facts: [...ids].flatMap((id) => story.facts.get(id) ?? []),
    checks: marked.map(asCheck),
  });
}

/** "9 sentences: 5 agree, 2 differ, 1 needs its speaker, 1 not in the base". */
function headline(checks: readonly SentenceCheck[], language: Language): Line['words'] {
  const counts = ORDER.toReversed().map(
    (verdict) => [verdict, checks.filter((check) => check.verdict === verdict).length] as const,
  );
  const parts = counts
    .filter(([, n]) => n > 0)
    .map(([verdict, n]) => translate(language, `check.count.${verdict}`, { n }));
  return translate(language, 'fact.labelled', {
    label: translate(language, 'check.sentences', { n: checks.length }),
    value: joinText(parts.toReversed(), ', '),
  });
}

/** The sentence, what is to be said about it, and the facts that it was held against. */
function blocksOf(
  { sentence, verdict, facts, notes, parts }: SentenceCheck,
  story: Story,
  language: Language,
): Block[] {
  const lines: Line[] = [
    { as: 'item', words: [{ strong: sentence }] },
    ...notes.map((note) => noteLine(note, story, language)),
    ...partLines(parts, language),
  ];
  // What agrees is shown by its first fact alone: the reporter looks at what does not.
  const shown = verdict === 'agrees' ? facts.slice(0, 1) : facts.slice(0, 2);
  return [
    { lines },
    ...shown.flatMap((id) => {
      const fact = story.facts.get(id);
      return fact === undefined ? [] : [factStatement(fact, story, language)];
    }),
  ];
}

const DIFFERENCES: ReadonlySet<Note['kind']> = new Set([
  'count',
  'day',
  'place',
  'name',
  'role',
  'speaker',
  'words',
  'certainty',
  'negation',
]);

/** A difference bears a cross; what an editor should know of the fact bears nothing. */
function noteLine(note: Note, story: Story, language: Language): Line {
  const words = translate(language, `note.${note.detail ?? note.kind}` satisfies MessageKey, {
    draft: note.draft,
    base: baseOf(note, story, language),
  });
  return {
    as: 'text',
    words: DIFFERENCES.has(note.kind) ? translate(language, 'check.part.differs', { note: words }) : words,
  };
}

/** What the base does not say, then what could not be read, then what is met: a dash or a tick, and the words. */
function partLines(parts: SentenceCheck['parts'], language: Language): Line[] {
  return (['absent', 'unread', 'met'] as const).flatMap((state): Line[] => {
    const drafts = parts.filter((part) => part.state === state).map(({ draft }) => draft);
    const list = [...new Set(drafts)].slice(0, MOST_PARTS).join(' · ');
    return drafts.length === 0
      ? []
      : [{ as: 'small', words: translate(language, `check.part.${state}`, { parts: list }) }];
  });
}

/** More would fill a screen with one sentence. */
const MOST_PARTS = 12;

/** The base's version of a part, as it is said everywhere else: the check itself gives dates and statuses as they are kept. */
function baseOf({ kind, base, fact: id }: Note, story: Story, language: Language): string {
  const fact = story.facts.get(id ?? '');
  if (fact === undefined) return base;
  if (kind === 'day') return toPlainText(formatFactDate(fact, language));
  return kind === 'certainty' && base === fact.status ? translateText(language, `choice.${fact.status}`) : base;
}

/** Of what only lacks its speaker one part is not met: `ask` has no word of its own for that. */
function asCheck({ sentence, verdict, differs, facts }: SentenceCheck): CheckedSentence {
  if (verdict === 'attributed only') return { sentence, verdict: 'agrees in part', differs, facts };
  return { sentence, verdict: verdict === 'nothing to check' ? 'not in the base' : verdict, differs, facts };
}
