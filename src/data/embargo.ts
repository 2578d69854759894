import type { Story } from './model/fact.ts';
import type { StoryFiles } from './files/read-folder.ts';

/** The instants at which something of the story is released, the earliest first, once each. */
export function releases({ sources }: Story): Temporal.Instant[] {
  const texts = [...sources.values()].flatMap(({ embargo }) => (embargo === null ? [] : [embargo]));
  const instants = new Map(
    texts.map((text) => [Temporal.Instant.from(text).epochMilliseconds, Temporal.Instant.from(text)]),
  );
  return [...instants.values()].toSorted((a, b) => Temporal.Instant.compare(a, b));
}

/**
 * The story as it may be shown at an instant. A source under embargo is not in it, nor a fact that rests on one, nor who
 * or what is named by such facts alone: a name in a list of choices would give it away.
 */
export function released(story: Story, now: Temporal.Instant): Story {
  const isHeld = (source: string): boolean => {
    const embargo = story.sources.get(source)?.embargo ?? null;
    return embargo !== null && Temporal.Instant.compare(embargo, now) > 0;
  };
  const held = new Set(
    [...story.facts.values()]
      .filter(({ citations }) => citations.some(({ source }) => isHeld(source)))
      .map(({ id }) => id),
  );
  const sources = memoize(story.sources, ({ id }) => !isHeld(id));
  if (held.size === 0 && sources.size === story.sources.size) return story;
  const open = (ids: readonly string[]): string[] => ids.filter((id) => !held.has(id));
  const facts = new Map(
    [...memoize(story.facts, ({ id }) => !held.has(id))].map(([id, fact]) => [
      id,
      { ...fact, contradicts: open(fact.contradicts), supersedes: open(fact.supersedes) },
    ]),
  );
  const isOpen = named(story, (id) => !held.has(id));
  const isHeldBack = named(story, (id) => held.has(id));
  const mayShow = ({ id }: { readonly id: string }): boolean => isOpen.has(id) || !isHeldBack.has(id);
  return {
    ...story,
    sources,
    facts,
    who: memoize(story.who, mayShow),
    where: memoize(story.where, mayShow),
    questions: memoize(story.questions, ({ facts: about }) => open(about).length === about.length),
  };
}

const memoize = <Value>(map: ReadonlyMap<string, Value>, keep: (value: Value) => boolean): ReadonlyMap<string, Value> =>
  new Map([...map].filter(([, value]) => keep(value)));

/** Who and what some facts name, with the bodies of their offices and the places around them. */
function named(story: Story, wanted: (fact: string) => boolean): Set<string> {
  const found = new Set<string>();
  const add = (id: string | undefined): void => {
    if (id === undefined || found.has(id)) return;
    found.add(id);
    add(story.who.get(id)?.role?.of);
    add(story.where.get(id)?.in);
  };
  for (const { id, who, where, said_by: speaker, told } of story.facts.values()) {
    if (wanted(id)) [...who, ...where, speaker, told].forEach(add);
  }
  return found;
}

const EMBARGO = /\bembargo['"]?\s*:\s*['"]?([^\s,}'"]+)/giu;

/**
 * Whether files name an embargo that is not over, read from their text alone: for files that do not pass, of which nothing
 * else can be told. An embargo that cannot be read counts as one.
 */
export function withholds({ yaml }: StoryFiles, now: Temporal.Instant): boolean {
  return [...yaml.values()].some((stored) => {
    if (!('bytes' in stored)) return false;
    const named = [...new TextDecoder().decode(stored.bytes).matchAll(EMBARGO)].map(([, until = '']) => until);
    return named.some((until) => until !== 'null' && until !== '~' && !isOver(until, now));
  });
}

function isOver(until: string, now: Temporal.Instant): boolean {
  try {
    return Temporal.Instant.compare(until, now) <= 0;
  } catch {
    return false;
  }
}
