import type { Fact, Story } from '../../data/model/fact.ts';
import { kept, keptWith } from '../../memoize.ts';
import { freshnessOf, type Freshness } from '../../data/queries/freshness.ts';
import type { Block, Card, Line } from '../model/card.ts';
import type { Words } from '../model/styled-text.ts';
import { sayDate } from '../i18n/dates.ts';
import { say } from '../i18n/translate.ts';
import { LANGUAGES, type Language } from '../model/language.ts';

/** An earlier time in words, and the story as it is now. */
interface Then {
  readonly date: string;
  readonly now: Story;
}

/** An answer from the base as it stood: it says so, and what was said of its facts since. */
export function stoodAt(card: Card, { date, now }: Then, language: Language): Card {
  const facts = new Map([...card.facts, ...card.related].map((fact) => [fact.id, fact]));
  const marked = withBlocks(card, (block) => {
    const fact = facts.get(block.fact ?? '');
    return fact === undefined ? block : withLines(block, since(fact, now, language).map(small));
  });
  return {
    ...marked,
    lead: [{ as: 'text', words: say(language, 'asOf.title', { date: { strong: date } }) }, ...marked.lead],
  };
}

/** What became of a fact after the time at which it was so. */
function since(fact: Fact, now: Story, language: Language): Words[] {
  const today = now.facts.get(fact.id);
  if (today === undefined) return [say(language, 'asOf.gone')];
  const isRetracted = today.status === 'retracted' && fact.status !== 'retracted';
  const overtaking = [...now.facts.values()]
    .filter(({ supersedes }) => supersedes.includes(fact.id))
    .map(({ id }) => id);
  return [
    ...today.corrected
      .filter(({ on, was }) => !fact.corrected.some((known) => known.on === on && known.was === was))
      .map(({ on, because }) =>
        say(language, 'asOf.corrected', { on: sayDate(on, language), now: today.says, because }),
      ),
    ...(isRetracted ? [say(language, 'asOf.retracted', { because: today.because ?? '' })] : []),
    ...(overtaking.length > 0 && today.version !== fact.version
      ? [say(language, 'fact.superseded', { ids: overtaking.join(', ') })]
      : []),
  ];
}

/** An answer with a word on each fact that nobody has looked at for longer than its shelf life. `today` is `YYYY-MM-DD`. */
export function aged(card: Card, story: Story, today: string, language: Language): Card {
  if (Object.keys(story.shelf_life).length === 0) return card;
  return withBlocks(card, agedBlock(story)(today)(language));
}

/** The day that is over may still be asked about. */
const MOST_DAYS = 2;

/** Most blocks of facts are kept, so what they become on a day is as well, for as long as they are. */
const agedBlock = keptWith((story: Story) =>
  kept(MOST_DAYS, (today: string) =>
    kept(LANGUAGES.length, (language: Language) =>
      keptWith((block: Block): Block => {
        const fact = block.fact === undefined ? undefined : story.facts.get(block.fact);
        const fresh = fact === undefined ? null : freshnessOf(fact, story, today);
        return fresh?.isOld === true ? withLines(block, [agedLine(language)(fresh.by)(fresh.days)]) : block;
      }),
    ),
  ),
);

const small = (words: Words): Line => ({ as: 'small', words });

/** Some years, in days. */
const MOST_KEPT = 1_000;

/** The same line stands under most facts of an answer: one for each language, kind of look and number of days. */
const agedLine = kept(LANGUAGES.length, (language: Language) =>
  kept(2, (by: Freshness['by']) =>
    kept(MOST_KEPT, (n: number) =>
      small(say(language, by === 'checked' ? 'fact.lastVerified' : 'fact.neverVerified', { n })),
    ),
  ),
);

const withLines = (block: Block, more: readonly Line[]): Block =>
  more.length === 0 ? block : { ...block, lines: [...block.lines, ...more] };

const withBlocks = (card: Card, change: (block: Block) => Block): Card => ({
  ...card,
  sections: card.sections.map((section) => ({ ...section, blocks: section.blocks.map(change) })),
});
