import type { Atlas } from '../../data/borders/borders.ts';
import type { Fact, Story, Who } from '../../data/model/fact.ts';
import { memoize, memoizeByObject } from '../../memoize.ts';
import type { EntityHit, WhereHit, WhoHit } from '../../search/story-search.ts';
import {
  toCardEntity,
  buildCard,
  factSection,
  nothingFoundCard,
  roleLine,
  toSuggestion,
  matchTierLine,
} from './answer.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import type { Card, Line, Section } from '../model/card.ts';
import { enclosingPlaces, factsConcerning, usableFacts } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import { placeMap } from '../pictures/place-map.ts';
import { translate } from '../i18n/translate.ts';
import { LANGUAGES, type Language } from '../model/language.ts';

const text = (words: Line['words']): Line => ({ as: 'text', words });

const factsOn = (id: string, story: Story): readonly Fact[] => factsConcerning(story).get(id) ?? [];

const isRole = (fact: Fact): boolean => fact.kind === 'role';

/** Who somebody is: role, spellings, whether they are named, what is known of them. */
export function personCard(hit: WhoHit, story: Story, language: Language): Card {
  const { lead, ...rest } = parts(story)(language)(hit.entity);
  return buildCard(story, language, {
    ...rest,
    lead: [...matchTierLine(hit, story, language), ...lead],
  });
}

/** Profiles kept of one story in one language: beside the blocks of their facts some 2 kB each. */
const MOST_KEPT = 500;

/** What a profile says however its name was met: told by the story alone, made once and gone with it. */
const parts = memoizeByObject((story: Story) =>
  memoize(LANGUAGES.length, (language: Language) =>
    memoize(MOST_KEPT, (entity: Who) => partsOf(entity, story, language)),
  ),
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
      ...(entity.unnamed ? [text(translate(language, 'who.unnamed'))] : []),
      text([roleLine({ kind: 'who', entity }, story, language)]),
      ...spellings(entity, language),
      ...(members.length === 0
        ? []
        : [
            text(
              translate(language, 'fact.labelled', {
                label: translate(language, 'who.members'),
                value: members.map(({ name }) => name).join(', '),
              }),
            ),
          ]),
      ...(quotes === 0 ? [] : [{ as: 'small' as const, words: translate(language, 'who.quotes', { n: quotes }) }]),
    ],
    sections: [
      ...factSection(translate(language, 'who.is'), role, story, language),
      ...factSection(translate(language, 'who.newest'), newest, story, language),
    ],
    entity: toCardEntity({ entity }),
    facts: [...role, ...newest],
  };
}

/** Spellings matter for names; of a group, which the desk describes rather than names, they are search words. */
function spellings({ names, type, unnamed }: Who, language: Language): Line[] {
  if (type === 'group' || unnamed) return [];
  const forms = [...new Set(Object.values(names).flat())];
  return forms.length === 0
    ? []
    : [{ as: 'small', words: translate(language, 'who.spellings', { names: forms.join(' · ') }) }];
}

/** A place: its names by language, its point on the map, what happened there and within it. */
export function placeCard(hit: WhereHit, story: Story, atlas: Atlas, language: Language): Card {
  const { entity } = hit;
  const map = placeMap(entity, story, atlas, language);
  const here = newestFirst(usableFacts(story).filter((fact) => fact.where.includes(entity.id)));
  const inside = [...story.where.values()].filter((place) =>
    enclosingPlaces(place, story).some((outer) => outer.id === entity.id),
  );
  const within = inside.map((place) => ({
    place,
    facts: newestFirst(
      usableFacts(story).filter((fact) => fact.where.includes(place.id) && !fact.where.includes(entity.id)),
    ),
  }));
  const facts = new Set([...here, ...within.flatMap((part) => part.facts)]);
  return buildCard(story, language, {
    title: [entity.name],
    lead: [
      ...matchTierLine(hit, story, language),
      ...placeLines(hit, story, language),
      ...(map === null ? [] : [{ as: 'small' as const, words: map.line }]),
    ],
    pictures: map === null ? [] : [map.picture],
    sections: [
      ...factSection(translate(language, 'where.here'), withConflicts(here, story), story, language),
      ...within.flatMap(({ place, facts: there }): Section[] =>
        factSection(translate(language, 'where.inside', { place: place.name }), there, story, language),
      ),
    ],
    entity: toCardEntity(hit),
    facts: withConflicts([...facts], story),
  });
}

function placeLines({ entity }: WhereHit, story: Story, language: Language): Line[] {
  const names = Object.entries(entity.names).map(([tag, forms]) => `${forms.join(', ')} (${tag})`);
  const outer = entity.in === undefined ? undefined : story.where.get(entity.in);
  const point =
    entity.lat === undefined || entity.lon === undefined
      ? translate(language, 'where.noPoint')
      : translate(language, 'where.point', {
          lat: String(entity.lat),
          lon: String(entity.lon),
          precision: entity.precision ?? '',
        });
  return [
    ...(outer === undefined ? [] : [text(translate(language, 'where.in', { place: outer.name }))]),
    ...(names.length === 0 ? [] : [text(translate(language, 'where.names', { names: names.join(' · ') }))]),
    { as: 'small', words: point },
  ];
}

/** As many as a menu holds. */
const MOST_OFFERED = 25;

/** Several of one name, side by side: all are offered, none is guessed. */
export function disambiguationCard(hits: readonly EntityHit[], asked: string, story: Story, language: Language): Card {
  const sections = hits.map((hit): { section: Section; facts: Fact[] } => {
    const facts = aboutEither(hit, story).slice(0, 2);
    const heading = [hit.entity.name, ' · ', roleLine(hit, story, language)];
    return {
      facts,
      section: { heading, blocks: factSection(heading, facts, story, language).flatMap(({ blocks }) => blocks) },
    };
  });
  if (sections.length === 0) return nothingFoundCard(story, language, { asked });
  return buildCard(story, language, {
    title: translate(language, 'who.several', { n: hits.length, asked }),
    lead: [text(translate(language, 'who.notLinked'))],
    sections: sections.map(({ section }) => section),
    facts: [...new Set(sections.flatMap(({ facts }) => facts))],
    suggestions: hits
      .slice(0, MOST_OFFERED)
      .map((hit) => ({ ...toSuggestion(hit), note: roleLine(hit, story, language) })),
  });
}

const aboutEither = ({ kind, entity }: EntityHit, story: Story): Fact[] =>
  newestFirst(
    kind === 'who' ? factsOn(entity.id, story) : usableFacts(story).filter((fact) => fact.where.includes(entity.id)),
  );
