import type { Fact, Source, Story } from '../../data/model/fact.ts';
import { usable } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import type { WhoHit } from '../../search/story-search.ts';
import { card, entityOf, factSection, nothing, roleOf, wayLine } from './answer.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import type { Card, Line } from '../model/card.ts';
import type { Words } from '../model/styled-text.ts';
import { sayDate } from '../i18n/dates.ts';
import { joined, say } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { sourceLine } from '../fact-statement.ts';

const text = (words: Words): Line => ({ as: 'text', words });
const small = (words: Words): Line => ({ as: 'small', words });

/** A source: where it comes from, whether its copy is whole, and what rests on it. */
export function provenance(source: Source, story: Story, language: Language): Card {
  const facts = usable(story).filter((fact) => fact.citations.some((citation) => citation.source === source.id));
  const { body, sha256, licence, retrieved, translated_from, title } = source;
  return card(story, language, {
    title: joined(sourceLine(source, language), ', '),
    lead: [
      ...(title === null ? [] : [text([{ strong: title }])]),
      ...(retrieved === null ? [] : [text(say(language, 'source.retrieved', { date: sayDate(retrieved, language) }))]),
      ...(translated_from === null ? [] : [text(say(language, 'source.translated', { language: translated_from }))]),
      text(licence === null ? say(language, 'source.licenceUnknown') : say(language, 'source.licence', { licence })),
      small(
        body === null || sha256 === null
          ? say(language, 'source.notArchived')
          : say(language, 'source.archived', { hash: { code: sha256.slice(0, 16) } }),
      ),
    ],
    sections: factSection(say(language, 'source.rests', { n: facts.length }), facts, story, language),
    entity: { id: source.id, name: source.outlet ?? source.id, names: title === null ? [] : [title] },
    facts,
  });
}

/** A speaker or an outlet inside the story: what rests on their word, and what was told to them. */
export function testimony(hit: WhoHit, story: Story, language: Language): Card {
  const { entity } = hit;
  const of = (pick: (fact: Fact) => boolean): Fact[] => withConflicts(newestFirst(usable(story).filter(pick)), story);
  // What an agency's reporter saw rests on the agency.
  const isTheirs = (id: string | undefined): boolean =>
    id === entity.id || (id !== undefined && story.who.get(id)?.role?.of === entity.id);
  const said = of((fact) => isTheirs(fact.said_by));
  const told = of((fact) => isTheirs(fact.told) && !isTheirs(fact.said_by));
  if (said.length + told.length === 0) {
    return nothing(story, language, {
      asked: entity.name,
      title: say(language, 'source.nothingSaid', { who: { strong: entity.name }, story: { em: story.title } }),
      related: newestFirst(usable(story).filter((fact) => fact.who.includes(entity.id))),
    });
  }
  return card(story, language, {
    title: [entity.name],
    lead: [...wayLine(hit, story, language), text([roleOf(hit, story, language)])],
    sections: [
      ...factSection(say(language, 'source.said', { n: said.length }), said, story, language),
      ...factSection(say(language, 'source.told', { n: told.length }), told, story, language),
    ],
    entity: entityOf(hit),
    facts: [...new Set([...said, ...told])],
  });
}
