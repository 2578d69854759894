import type { Fact, Story } from '../../data/model/fact.ts';
import { buildCard, factSection } from './answer.ts';
import type { Block, Card, Line, Section } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { formatDate } from '../i18n/dates.ts';
import { diffFacts } from './fact-diff.ts';
import { joinText, translate, type MessageKey } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** One version of a fact, and how it came to be. */
export interface FactVersion {
  readonly fact: Fact;
  /** The one before it; null for the first. */
  readonly before: Fact | null;
  readonly story: Story;
  /** In words. */
  readonly at: string;
  /** What an approved proposal did; null where the files were changed. */
  readonly act: Extract<MessageKey, `act.${string}`> | null;
  readonly proposer: string;
  readonly approvers: readonly string[];
  readonly reason: string | null;
}

export interface FactRecord {
  readonly fact: Fact;
  readonly story: Story;
  /** How long ago it was last looked at, in days; null where it never was, or the base does not say. */
  readonly checkedDays: number | null;
  /** Newest first. */
  readonly versions: readonly FactVersion[];
  /** Older versions than these are left out. */
  readonly more: boolean;
  /** What waits for an editor: act and proposer. */
  readonly waiting: readonly { readonly act: Extract<MessageKey, `act.${string}`>; readonly name: string }[];
  /** Where it was shown to everybody; null for a reader who may not know. */
  readonly shown: readonly { readonly channel: string; readonly dates: readonly string[] }[] | null;
}

/** The whole record of a fact: the fact as it is, what it contradicts, how it came to be, and where it was shown. */
export function factRecordCard(record: FactRecord, language: Language): Card {
  const { fact, story, checkedDays, shown } = record;
  const others = (ids: readonly string[]): Fact[] => ids.flatMap((id) => story.facts.get(id) ?? []);
  const by = [...story.facts.values()].filter(({ supersedes }) => supersedes.includes(fact.id));
  const section = (key: Extract<MessageKey, `record.${string}`>, facts: readonly Fact[]): Section[] =>
    factSection(translate(language, key), facts, story, language);
  const { checked } = fact;
  return buildCard(story, language, {
    title: translate(language, 'record.title', { id: { code: fact.id } }),
    lead:
      checked === undefined
        ? []
        : [
            {
              as: 'small',
              words: translate(language, 'record.checked', {
                by: checked.by,
                date: formatDate(checked.on, language),
                ago: checkedDays === null ? '' : translate(language, 'record.ago', { n: checkedDays }),
              }),
            },
          ],
    sections: [
      ...factSection(null, [fact], story, language),
      ...section('record.contradicts', others(fact.contradicts)),
      ...section('record.overtakes', others(fact.supersedes)),
      ...section('record.overtaken', by),
      ...listed('record.waiting', waiting(record, language), language).map(own),
      ...listed('record.history', history(record, language), language),
      ...(shown === null ? [] : listed('record.shown', places(shown, language), language).map(own)),
    ],
    facts: [fact],
  });
}

const listed = (
  key: Extract<MessageKey, `record.${string}`>,
  blocks: readonly Block[],
  language: Language,
): Section[] => (blocks.length === 0 ? [] : [{ heading: translate(language, key), blocks }]);

/** What only some may know does not go along when an answer is posted. */
const own = (section: Section): Section => ({ ...section, own: true });

const waiting = ({ waiting: all }: FactRecord, language: Language): Block[] =>
  all.map(({ act, name }) => ({
    lines: [
      {
        as: 'item',
        words: translate(language, 'record.waits', { act: translate(language, act), name: named(name, language) }),
      },
    ],
  }));

const named = (name: string, language: Language): StyledText =>
  name === '' ? translate(language, 'proposal.somebody') : [{ strong: name }];

function history({ versions, more }: FactRecord, language: Language): Block[] {
  const blocks = versions.map((version): Block => {
    const { at, act, proposer, approvers, reason, before, fact, story } = version;
    const who = joinText(
      [proposer, ...approvers].map((name) => named(name, language)),
      ', ',
    );
    const head =
      act === null
        ? translate(language, before === null ? 'record.begun' : 'record.inFiles', { date: { strong: at } })
        : translate(language, 'record.act', { date: { strong: at }, act: translate(language, act), who });
    const lines: Line[] = before === null ? [] : diffFacts(before, fact, story, language);
    return {
      lines: [
        { as: 'text', words: head },
        ...(reason === null
          ? []
          : [{ as: 'text', words: translate(language, 'fact.because', { because: reason }) } as const]),
        ...lines,
      ],
    };
  });
  const rest: Block = { lines: [{ as: 'small', words: translate(language, 'record.more') }] };
  return more ? [...blocks, rest] : blocks;
}

const places = (shown: NonNullable<FactRecord['shown']>, language: Language): Block[] =>
  shown.map(({ channel, dates }) => ({
    lines: [
      { as: 'item', words: translate(language, 'record.place', { channel: { channel }, dates: dates.join(' · ') }) },
    ],
  }));
