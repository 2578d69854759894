import type { Fact, Source, Story } from '../../data/model/fact.ts';
import { usableFacts } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import type { WhoHit } from '../../search/story-search.ts';
import { buildCard, toCardEntity, factSection, nothingFoundCard, roleLine, matchTierLine } from './answer.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import type { Card, Line } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { formatDate } from '../i18n/dates.ts';
import { joinText, translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { sourceLine } from '../fact-statement.ts';

const text = (words: StyledText): Line => ({ as: 'text', words });
const small = (words: StyledText): Line => ({ as: 'small', words });

/** A source: where it comes from, whether its copy is whole, and what rests on it. */
export function sourceCard(source: Source, story: Story, language: Language): Card {
  const facts = usableFacts(story).filter((fact) => fact.citations.some((citation) => citation.source === source.id));
  const { body, sha256, licence, retrieved, translated_from, title } = source;
  return buildCard(story, language, {
    title: joinText(sourceLine(source, language), ', '),
    lead: [
      ...(title === null ? [] : [text([{ strong: title }])]),
      ...(retrieved === null
        ? []
        : [text(translate(language, 'source.retrieved', { date: formatDate(retrieved, language) }))]),
      ...(translated_from === null
        ? []
        : [text(translate(language, 'source.translated', { language: translated_from }))]),
      text(
        licence === null
          ? translate(language, 'source.licenceUnknown')
          : translate(language, 'source.licence', { licence }),
      ),
      small(
        body === null || sha256 === null
          ? translate(language, 'source.notArchived')
          : translate(language, 'source.archived', { hash: { code: sha256.slice(0, 16) } }),
      ),
    ],
    sections: factSection(translate(language, 'source.rests', { n: facts.length }), facts, story, language),
    entity: { id: source.id, name: source.outlet ?? source.id, names: title === null ? [] : [title] },
    facts,
  });
}

/** A speaker or an outlet inside the story: what rests on their word, and what was told to them. */
export function speakerCard(hit: WhoHit, story: Story, language: Language): Card {
  const { entity } = hit;
  const of = (pick: (fact: Fact) => boolean): Fact[] =>
    withConflicts(newestFirst(usableFacts(story).filter(pick)), story);
  // What an agency's reporter saw rests on the agency.
  const isTheirs = (id: string | undefined): boolean =>
    id === entity.id || (id !== undefined && story.who.get(id)?.role?.of === entity.id);
  const said = of((fact) => isTheirs(fact.said_by));
  const told = of((fact) => isTheirs(fact.told) && !isTheirs(fact.said_by));
  if (said.length + told.length === 0) {
    return nothingFoundCard(story, language, {
      asked: entity.name,
      title: translate(language, 'source.nothingSaid', { who: { strong: entity.name }, story: { em: story.title } }),
      related: newestFirst(usableFacts(story).filter((fact) => fact.who.includes(entity.id))),
    });
  }
  return buildCard(story, language, {
    title: [entity.name],
    lead: [...matchTierLine(hit, story, language), text([roleLine(hit, story, language)])],
    sections: [
      ...factSection(translate(language, 'source.said', { n: said.length }), said, story, language),
      ...factSection(translate(language, 'source.told', { n: told.length }), told, story, language),
    ],
    entity: toCardEntity(hit),
    facts: [...new Set([...said, ...told])],
  });
}
