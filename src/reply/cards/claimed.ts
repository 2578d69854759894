import type { Fact, Story } from '../../data/model/fact.ts';
import type { Card } from '../model/card.ts';
import { translate } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { buildCard, echoQuery, factSection, nothingFoundCard } from './answer.ts';

interface Claimed {
  readonly asked: string;
  /** Ids of facts that the text tells too, best first. */
  readonly repeats: readonly string[];
  /** Ids of facts that the text gets wrong. */
  readonly contradicts: readonly string[];
}

/** What a post repeats of the base, then what it contradicts. */
export function claimedCard(story: Story, language: Language, { asked, ...claims }: Claimed): Card {
  const factsOf = (ids: readonly string[]): Fact[] => ids.flatMap((id) => story.facts.get(id) ?? []);
  const [repeats, contradicts] = [factsOf(claims.repeats), factsOf(claims.contradicts)];
  if (repeats.length + contradicts.length === 0) return { ...nothingFoundCard(story, language, { asked }), claims };
  return buildCard(story, language, {
    title: translate(language, 'claim.title', { asked: { strong: echoQuery(asked) } }),
    sections: [
      ...factSection(translate(language, 'claim.repeats'), repeats, story, language),
      ...factSection(translate(language, 'claim.contradicts'), contradicts, story, language),
    ],
    facts: [...repeats, ...contradicts],
    claims,
  });
}
