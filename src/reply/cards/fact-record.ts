import type { Fact, Story } from '../../data/model/fact.ts';
import { card, factSection } from './answer.ts';
import type { Block, Card, Line, Section } from '../model/card.ts';
import type { Words } from '../model/styled-text.ts';
import { sayDate } from '../i18n/dates.ts';
import { differences } from './fact-diff.ts';
import { joined, say, type Key } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';

/** One version of a fact, and how it came to be. */
export interface Version {
  readonly fact: Fact;
  /** The one before it; null for the first. */
  readonly before: Fact | null;
  readonly story: Story;
  /** In words. */
  readonly at: string;
  /** What an approved proposal did; null where the files were changed. */
  readonly act: Extract<Key, `act.${string}`> | null;
  readonly proposer: string;
  readonly approvers: readonly string[];
  readonly reason: string | null;
}

export interface Record {
  readonly fact: Fact;
  readonly story: Story;
  /** How long ago it was last looked at, in days; null where it never was, or the base does not say. */
  readonly checkedDays: number | null;
  /** Newest first. */
  readonly versions: readonly Version[];
  /** Older versions than these are left out. */
  readonly more: boolean;
  /** What waits for an editor: act and proposer. */
  readonly waiting: readonly { readonly act: Extract<Key, `act.${string}`>; readonly name: string }[];
  /** Where it was shown to everybody; null for a reader who may not know. */
  readonly shown: readonly { readonly channel: string; readonly dates: readonly string[] }[] | null;
}

/** The whole record of a fact: the fact as it is, what it stands against, how it came to be, and where it was shown. */
export function recordCard(record: Record, language: Language): Card {
  const { fact, story, checkedDays, shown } = record;
  const others = (ids: readonly string[]): Fact[] => ids.flatMap((id) => story.facts.get(id) ?? []);
  const by = [...story.facts.values()].filter(({ supersedes }) => supersedes.includes(fact.id));
  const section = (key: Extract<Key, `record.${string}`>, facts: readonly Fact[]): Section[] =>
    factSection(say(language, key), facts, story, language);
  const { checked } = fact;
  return card(story, language, {
    title: say(language, 'record.title', { id: { code: fact.id } }),
    lead:
      checked === undefined
        ? []
        : [
            {
              as: 'small',
              words: say(language, 'record.checked', {
                by: checked.by,
                date: sayDate(checked.on, language),
                ago: checkedDays === null ? '' : say(language, 'record.ago', { n: checkedDays }),
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

const listed = (key: Extract<Key, `record.${string}`>, blocks: readonly Block[], language: Language): Section[] =>
  blocks.length === 0 ? [] : [{ heading: say(language, key), blocks }];

/** What only some may know does not go along when an answer is posted. */
const own = (section: Section): Section => ({ ...section, own: true });

const waiting = ({ waiting: all }: Record, language: Language): Block[] =>
  all.map(({ act, name }) => ({
    lines: [
      { as: 'item', words: say(language, 'record.waits', { act: say(language, act), name: named(name, language) }) },
    ],
  }));

const named = (name: string, language: Language): Words =>
  name === '' ? say(language, 'proposal.somebody') : [{ strong: name }];

function history({ versions, more }: Record, language: Language): Block[] {
  const blocks = versions.map((version): Block => {
    const { at, act, proposer, approvers, reason, before, fact, story } = version;
    const who = joined(
      [proposer, ...approvers].map((name) => named(name, language)),
      ', ',
    );
    const head =
      act === null
        ? say(language, before === null ? 'record.begun' : 'record.inFiles', { date: { strong: at } })
        : say(language, 'record.act', { date: { strong: at }, act: say(language, act), who });
    const lines: Line[] = before === null ? [] : differences(before, fact, story, language);
    return {
      lines: [
        { as: 'text', words: head },
        ...(reason === null
          ? []
          : [{ as: 'text', words: say(language, 'fact.because', { because: reason }) } as const]),
        ...lines,
      ],
    };
  });
  const rest: Block = { lines: [{ as: 'small', words: say(language, 'record.more') }] };
  return more ? [...blocks, rest] : blocks;
}

const places = (shown: NonNullable<Record['shown']>, language: Language): Block[] =>
  shown.map(({ channel, dates }) => ({
    lines: [{ as: 'item', words: say(language, 'record.place', { channel: { channel }, dates: dates.join(' · ') }) }],
  }));
