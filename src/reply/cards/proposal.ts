import type { Fact, Story } from '../../data/model/fact.ts';
import type { Act, Change } from '../../data/revisions/revision.ts';
import { buildCard, factSection } from './answer.ts';
import type { Card, ProposalAction, Line, Section } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { diffFacts } from './fact-diff.ts';
import { joinText, translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { nameOf, factStatement } from '../fact-statement.ts';

type State = 'draft' | 'open' | 'approved' | 'rejected' | 'withdrawn';

/** A proposal as it is shown: to its proposer, or in the channel of proposals. Names are '' where they were erased. */
export interface ProposalView {
  readonly id: string;
  readonly version: number;
  readonly act: Act;
  readonly change: Change;
  readonly state: State;
  readonly reason: string | null;
  readonly proposer: string;
  /** Who approved it so far, and how many have to. */
  readonly approvers: readonly string[];
  readonly needed: number;
  /** When it was proposed and decided, in words. */
  readonly at: string;
  readonly decided: string | null;
  /** Why it was rejected. */
  readonly why: string | null;
  /** The question that it answers. */
  readonly question: string | null;
  /** The fact as it is, and as it will be; null where the change cannot be made. */
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly story: Story;
  /** What the checker says. */
  readonly problems: readonly { readonly message: string; readonly cure: string }[];
  /** Facts that say much the same. */
  readonly like: readonly Fact[];
}

/** A proposal: who wants what and why, what is wrong with it, how it will be shown, and what changes. */
export function proposalCard(proposed: ProposalView, actions: readonly ProposalAction[], language: Language): Card {
  const { id, version, act, change, before, after, story, problems, like } = proposed;
  const item = (words: StyledText): Section['blocks'][number] => ({ lines: [{ as: 'item', words }] });
  return buildCard(story, language, {
    title: translate(language, `proposal.${act}`, { id: { code: change.id } }),
    lead: lead(proposed, language),
    sections: [
      ...heard(
        'proposal.problems',
        problems.map(({ message, cure }) => item([{ strong: message }, ' ', cure])),
        language,
      ),
      ...factSection(translate(language, 'proposal.like'), like, story, language),
      ...heard('proposal.shown', shown(proposed, language), language),
      ...heard('proposal.changes', changes(before, after, story, language), language),
      ...factSection(translate(language, 'proposal.overtakes'), overtaken(after, story), story, language),
    ],
    proposal: { id, version, actions },
  });
}

const heard = (
  key: 'proposal.problems' | 'proposal.shown' | 'proposal.changes',
  blocks: Section['blocks'],
  language: Language,
): Section[] => (blocks.length === 0 ? [] : [{ heading: translate(language, key), blocks }]);

function lead(proposed: ProposalView, language: Language): Line[] {
  const { state, reason, proposer, approvers, needed, at, decided, why, question } = proposed;
  const name = (who: string): StyledText => (who === '' ? translate(language, 'proposal.somebody') : [{ strong: who }]);
  const text = (words: StyledText): Line => ({ as: 'text', words });
  const names = joinText(approvers.map(name), ', ');
  return [
    text(
      translate(language, state === 'draft' ? 'proposal.draftBy' : 'proposal.by', { name: name(proposer), date: at }),
    ),
    ...(reason === null ? [] : [text(translate(language, 'fact.because', { because: reason }))]),
    ...(question === null ? [] : [text(translate(language, 'proposal.answers', { question }))]),
    ...(state === 'open' && approvers.length > 0
      ? [text(translate(language, 'proposal.counted', { names, some: String(approvers.length), all: String(needed) }))]
      : []),
    ...(state === 'open' && approvers.length === 0 && needed > 1
      ? [text(translate(language, 'proposal.needs', { all: String(needed) }))]
      : []),
    ...(state === 'approved' ? [text(translate(language, 'proposal.approved', { names, date: decided ?? at }))] : []),
    ...(state === 'rejected'
      ? [text(translate(language, 'proposal.rejected', { date: decided ?? at, why: why ?? '' }))]
      : []),
    ...(state === 'withdrawn' ? [text(translate(language, 'proposal.withdrawn', { date: decided ?? at }))] : []),
  ];
}

function shown({ change, after, story }: ProposalView, language: Language): Section['blocks'] {
  if (change.on === 'fact') return after === null ? [] : [factStatement(after, story, language)];
  const words = translate(language, 'proposal.name', {
    who: { strong: nameOf(change.id, story) },
    name: { strong: change.name },
    language: change.language,
  });
  return [{ lines: [{ as: 'text', words }] }];
}

function changes(before: Fact | null, after: Fact | null, story: Story, language: Language): Section['blocks'] {
  if (before === null || after === null) return [];
  const lines = diffFacts(before, after, story, language);
  return lines.length === 0 ? [] : [{ lines }];
}

const overtaken = (after: Fact | null, story: Story): Fact[] =>
  (after?.supersedes ?? []).flatMap((id) => story.facts.get(id) ?? []);
