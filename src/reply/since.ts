import type { Fact, Story } from '../data/fact.ts';
import { freshnessOf } from '../search/freshness.ts';
import type { Block, Card, Line, Words } from './card.ts';
import { sayDate } from './dates.ts';
import { say, type Language } from './say.ts';

/** An earlier time in words, and the story as it is now. */
interface Then {
  readonly date: string;
  readonly now: Story;
}

/** An answer from the base as it stood: it says so, and what was said of its facts since. */
export function stoodAt(card: Card, { date, now }: Then, language: Language): Card {
  const facts = new Map([...card.facts, ...card.related].map((fact) => [fact.id, fact]));
  const marked = withLines(card, (id) => {
    const fact = facts.get(id);
    return fact === undefined ? [] : since(fact, now, language);
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
  return withLines(card, (id) => {
    const fact = story.facts.get(id);
    const fresh = fact === undefined ? null : freshnessOf(fact, story, today);
    if (fresh === null || !fresh.isOld) return [];
    return [say(language, fresh.by === 'checked' ? 'fact.lastVerified' : 'fact.neverVerified', { n: fresh.days })];
  });
}

/** More lines under the blocks of facts. */
function withLines(card: Card, more: (fact: string) => readonly Words[]): Card {
  const extended = (block: Block): Block => {
    const lines = block.fact === undefined ? [] : more(block.fact).map((words): Line => ({ as: 'small', words }));
    return lines.length === 0 ? block : { ...block, lines: [...block.lines, ...lines] };
  };
  return { ...card, sections: card.sections.map((section) => ({ ...section, blocks: section.blocks.map(extended) })) };
}
