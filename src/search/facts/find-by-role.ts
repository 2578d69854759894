import type { Story, Who } from '../../data/model/fact.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import { titlesIn } from '../entities/title-matcher.ts';
import { TITLES } from '../entities/titles.ts';
import { matchRoles, type RoleMatch } from '../roles/match-role.ts';
import { sentenceCosine } from '../meaning/load-encoder.ts';
import type { WhoHit } from '../results.ts';
import type { StoryIndex } from './searchable-story.ts';

/** Weight of the encoder's score, beside that of the words. */
const BY_SENTENCE = 0.8;
/** Least score of a matching title. */
const TITLE_MET = 0.35;
const LEAST_SCORE = 0.2;
/** Candidates whose scores are nearer than this are both offered. */
const APART = 0.06;
/** Most candidates that the encoder compares. */
const LOOKED_AT = 8;

/**
 * Holders of a role in other words than the story's ("the boss of the hospital").
 * It returns one, or several that fit equally; none if no title means what was asked.
 */
export async function findByRole(index: StoryIndex, typed: string): Promise<WhoHit[]> {
  const { story, sentences } = index;
  const asked = officesIn(index, typed);
  // If the office is known and nobody in the story holds it, there is no answer.
  if (asked.size > 0 && ![...asked].some((office) => index.roles.byOffice.has(office))) return [];
  const isAnother = ({ who }: RoleMatch): boolean => {
    const held = officesIn(index, who.role?.title ?? '');
    return asked.size > 0 && held.size > 0 && asked.isDisjointFrom(held);
  };
  const near = matchRoles(story, typed)
    .filter((match) => match.title >= TITLE_MET && match.score >= LEAST_SCORE && !isAnother(match))
    .slice(0, LOOKED_AT);
  if (near.length === 0) return [];
  const told =
    sentences === null || near.length === 1
      ? null
      : await sentences.encode(
          typed,
          near.map(({ who }) => roleText(who, story)),
        );
  const scored = near.map((match) => ({ match, score: match.score + BY_SENTENCE * bySentence(match) }));
  function bySentence({ who }: RoleMatch): number {
    const vector = told?.vectorOf(roleText(who, story));
    return told === null || vector === undefined ? 0 : Math.max(0, sentenceCosine(told.question, vector));
  }
  const top = Math.max(...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= top - APART)
    .toSorted((a, b) => b.score - a.score)
    .map(({ match: { who, score } }) => ({
      kind: 'who',
      entity: who,
      way: 'role',
      matched: roleText(who, story),
      score,
    }));
}

/** "Boss", "head" and "chief" may mean any leader. */
const ANY_HEAD: ReadonlySet<string> = new Set(['leader', 'director']);
const KNOWN: ReadonlySet<string> = new Set(TITLES.map(([office]) => office));

/** Offices of the table that a text names. A holder of one matches no other. */
function officesIn({ roles }: StoryIndex, text: string): ReadonlySet<string> {
  const found = titlesIn(roles.offices, tokenize(text)).flatMap(({ offices }) => [...offices]);
  return new Set(found.filter((office) => KNOWN.has(office) && !ANY_HEAD.has(office)));
}

/** "chief executive, Fenwick Mutual": the role as a phrase. */
function roleText({ role }: Who, { who, where }: Story): string {
  const body = role?.of === undefined ? undefined : (who.get(role.of) ?? where.get(role.of));
  return body === undefined ? (role?.title ?? '') : `${role?.title ?? ''}, ${body.name}`;
}
