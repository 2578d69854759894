import type { Atlas } from '../../data/borders/borders.ts';
import type { Fact, Story, Who } from '../../data/model/fact.ts';
import { kept, keptWith } from '../../memoize.ts';
import type { EntityHit, WhereHit, WhoHit } from '../../search/story-search.ts';
import { entityOf, card, factSection, nothing, roleOf, suggestion, wayLine } from './answer.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import type { Card, Line, Section } from '../model/card.ts';
import { around, concerning, usable } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import { mapOf } from '../pictures/place-map.ts';
import { say } from '../i18n/translate.ts';
import { LANGUAGES, type Language } from '../model/language.ts';

const text = (words: Line['words']): Line => ({ as: 'text', words });

const factsOn = (id: string, story: Story): readonly Fact[] => concerning(story).get(id) ?? [];

const isRole = (fact: Fact): boolean => fact.kind === 'role';

/** Who somebody is: role, spellings, whether they are named, what is known of them. */
export function profile(hit: WhoHit, story: Story, language: Language): Card {
  const { lead, ...rest } = parts(story)(language)(hit.entity);
  return card(story, language, {
    ...rest,
    lead: [...wayLine(hit, story, language), ...lead],
  });
}

/** Profiles kept of one story in one language: beside the blocks of their facts some 2 kB each. */
const MOST_KEPT = 500;

/** What a profile says however its name was met: told by the story alone, made once and gone with it. */
const parts = keptWith((story: Story) =>
  kept(LANGUAGES.length, (language: Language) => kept(MOST_KEPT, (entity: Who) => partsOf(entity, story, language))),
);

type Parts = Pick<Card, 'title' | 'lead' | 'sections' | 'entity' | 'facts'>;

function partsOf(entity: Who, story: Story, language: Language): Parts {
  const facts = factsOn(entity.id, story);
  const members = [...story.who.values()].filter(({ role }) => role?.of === entity.id);
  const first = facts.filter((fact) => isRole(fact) && fact.who[0] === entity.id);
  const rest = newestFirst(facts.filter((fact) => !first.includes(fact)));
  const quotes = facts.filter((fact) => fact.kind === 'quote' && fact.said_by === entity.id).length;
  const [role, newest] = [withConflicts(first, story), withConflicts(rest, story)];
  return {
    title: [entity.name],
    lead: [
      ...(entity.unnamed ? [text(say(language, 'who.unnamed'))] : []),
      text([roleOf({ kind: 'who', entity }, story, language)]),
      ...spellings(entity, language),
      ...(members.length === 0
        ? []
        : [
            text(
              say(language, 'fact.labelled', {
                label: say(language, 'who.members'),
                value: members.map(({ name }) => name).join(', '),
              }),
            ),
          ]),
      ...(quotes === 0 ? [] : [{ as: 'small' as const, words: say(language, 'who.quotes', { n: quotes }) }]),
    ],
    sections: [
      ...factSection(say(language, 'who.is'), role, story, language),
      ...factSection(say(language, 'who.newest'), newest, story, language),
    ],
    entity: entityOf({ entity }),
    facts: [...role, ...newest],
  };
}

/** Spellings matter for names; of a group, which the desk describes rather than names, they are search words. */
function spellings({ names, type, unnamed }: Who, language: Language): Line[] {
  if (type === 'group' || unnamed) return [];
  const forms = [...new Set(Object.values(names).flat())];
  return forms.length === 0
    ? []
    : [{ as: 'small', words: say(language, 'who.spellings', { names: forms.join(' · ') }) }];
}

/** A place: its names by language, the point that stands for it, what happened there and within it. */
export function gazetteer(hit: WhereHit, story: Story, atlas: Atlas, language: Language): Card {
  const { entity } = hit;
  const map = mapOf(entity, story, atlas, language);
  const here = newestFirst(usable(story).filter((fact) => fact.where.includes(entity.id)));
  const inside = [...story.where.values()].filter((place) =>
    around(place, story).some((outer) => outer.id === entity.id),
  );
  const within = inside.map((place) => ({
    place,
    facts: newestFirst(
      usable(story).filter((fact) => fact.where.includes(place.id) && !fact.where.includes(entity.id)),
    ),
  }));
  const facts = new Set([...here, ...within.flatMap((part) => part.facts)]);
  return card(story, language, {
    title: [entity.name],
    lead: [
      ...wayLine(hit, story, language),
      ...placeLines(hit, story, language),
      ...(map === null ? [] : [{ as: 'small' as const, words: map.line }]),
    ],
    pictures: map === null ? [] : [map.picture],
    sections: [
      ...factSection(say(language, 'where.here'), withConflicts(here, story), story, language),
      ...within.flatMap(({ place, facts: there }): Section[] =>
        factSection(say(language, 'where.inside', { place: place.name }), there, story, language),
      ),
    ],
    entity: entityOf(hit),
    facts: withConflicts([...facts], story),
  });
}

function placeLines({ entity }: WhereHit, story: Story, language: Language): Line[] {
  const names = Object.entries(entity.names).map(([tag, forms]) => `${forms.join(', ')} (${tag})`);
  const outer = entity.in === undefined ? undefined : story.where.get(entity.in);
  const point =
    entity.lat === undefined || entity.lon === undefined
      ? say(language, 'where.noPoint')
      : say(language, 'where.point', {
          lat: String(entity.lat),
          lon: String(entity.lon),
          precision: entity.precision ?? '',
        });
  return [
    ...(outer === undefined ? [] : [text(say(language, 'where.in', { place: outer.name }))]),
    ...(names.length === 0 ? [] : [text(say(language, 'where.names', { names: names.join(' · ') }))]),
    { as: 'small', words: point },
  ];
}

/** As many as a menu holds. */
const MOST_OFFERED = 25;

/** Several of one name, side by side: offered, not guessed. */
export function several(hits: readonly EntityHit[], asked: string, story: Story, language: Language): Card {
  const sections = hits.map((hit): { section: Section; facts: Fact[] } => {
    const facts = aboutEither(hit, story).slice(0, 2);
    const heading = [hit.entity.name, ' · ', roleOf(hit, story, language)];
    return {
      facts,
      section: { heading, blocks: factSection(heading, facts, story, language).flatMap(({ blocks }) => blocks) },
    };
  });
  if (sections.length === 0) return nothing(story, language, { asked });
  return card(story, language, {
    title: say(language, 'who.several', { n: hits.length, asked }),
    lead: [text(say(language, 'who.notLinked'))],
    sections: sections.map(({ section }) => section),
    facts: [...new Set(sections.flatMap(({ facts }) => facts))],
    suggestions: hits.slice(0, MOST_OFFERED).map((hit) => ({ ...suggestion(hit), note: roleOf(hit, story, language) })),
  });
}

const aboutEither = ({ kind, entity }: EntityHit, story: Story): Fact[] =>
  newestFirst(
    kind === 'who' ? factsOn(entity.id, story) : usable(story).filter((fact) => fact.where.includes(entity.id)),
  );
