import type { Fact, Story } from '../../data/model/fact.ts';
import { memoize, memoizeByObject } from '../../memoize.ts';
import { freshnessOf, type Freshness } from '../../data/queries/freshness.ts';
import type { Block, Card, Line } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { formatDate } from '../i18n/dates.ts';
import { translate } from '../i18n/translate.ts';
import { LANGUAGES, type Language } from '../model/language.ts';

/** An earlier time in words, and the story as it is now. */
interface Then {
  readonly date: string;
  readonly now: Story;
}

/** An answer from the base of an earlier time: it says so, and what was said of its facts since. */
export function asOfCard(card: Card, { date, now }: Then, language: Language): Card {
  const facts = new Map([...card.facts, ...card.related].map((fact) => [fact.id, fact]));
  const marked = withBlocks(card, (block) => {
    const fact = facts.get(block.fact ?? '');
    return fact === undefined ? block : withLines(block, since(fact, now, language).map(small));
  });
  return {
    ...marked,
    lead: [{ as: 'text', words: translate(language, 'asOf.title', { date: { strong: date } }) }, ...marked.lead],
  };
}

/** What became of a fact after the time at which it was so. */
function since(fact: Fact, now: Story, language: Language): StyledText[] {
  const today = now.facts.get(fact.id);
  if (today === undefined) return [translate(language, 'asOf.gone')];
  const isRetracted = today.status === 'retracted' && fact.status !== 'retracted';
  const overtaking = [...now.facts.values()]
    .filter(({ supersedes }) => supersedes.includes(fact.id))
    .map(({ id }) => id);
  return [
    ...today.corrected
      .filter(({ on, was }) => !fact.corrected.some((known) => known.on === on && known.was === was))
      .map(({ on, because }) =>
        translate(language, 'asOf.corrected', { on: formatDate(on, language), now: today.says, because }),
      ),
    ...(isRetracted ? [translate(language, 'asOf.retracted', { because: today.because ?? '' })] : []),
    ...(overtaking.length > 0 && today.version !== fact.version
      ? [translate(language, 'fact.superseded', { ids: overtaking.join(', ') })]
      : []),
  ];
}

/** An answer with a word on each fact that nobody has looked at for longer than its shelf life. `today` is `YYYY-MM-DD`. */
export function withAgeNotes(card: Card, story: Story, today: string, language: Language): Card {
  if (Object.keys(story.shelf_life).length === 0) return card;
  return withBlocks(card, agedBlock(story)(today)(language));
}

/** The day that is over may still be asked about. */
const MOST_DAYS = 2;

/** Most blocks of facts are kept, so what they become on a day is as well, for as long as they are. */
const agedBlock = memoizeByObject((story: Story) =>
  memoize(MOST_DAYS, (today: string) =>
    memoize(LANGUAGES.length, (language: Language) =>
      memoizeByObject((block: Block): Block => {
        const fact = block.fact === undefined ? undefined : story.facts.get(block.fact);
        const fresh = fact === undefined ? null : freshnessOf(fact, story, today);
        return fresh?.isOld === true ? withLines(block, [agedLine(language)(fresh.by)(fresh.days)]) : block;
      }),
    ),
  ),
);

const small = (words: StyledText): Line => ({ as: 'small', words });

/** Some years, in days. */
const MOST_KEPT = 1_000;

/** The same line is under most facts of an answer: one for each language, kind of look and number of days. */
const agedLine = memoize(LANGUAGES.length, (language: Language) =>
  memoize(2, (by: Freshness['by']) =>
    memoize(MOST_KEPT, (n: number) =>
      small(translate(language, by === 'checked' ? 'fact.lastVerified' : 'fact.neverVerified', { n })),
    ),
  ),
);

const withLines = (block: Block, more: readonly Line[]): Block =>
  more.length === 0 ? block : { ...block, lines: [...block.lines, ...more] };

const withBlocks = (card: Card, change: (block: Block) => Block): Card => ({
  ...card,
  sections: card.sections.map((section) => ({ ...section, blocks: section.blocks.map(change) })),
});
