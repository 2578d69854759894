import { insideText } from '../data/check/file-position.ts';
import { problemIn, type UncheckedStory } from '../data/files/unchecked-story.ts';
import type { Story } from '../data/model/fact.ts';
import { inOrder, problemOf, type Problem } from '../data/model/problem.ts';
import { textAt } from '../data/yaml/tree.ts';
import { checkCitations, type CitationFinding } from './check-citations.ts';

const CURES = {
  contradicted: 'Write what the source has, or cite the sentence that says it.',
  'not shown': 'Cite the sentence that says it, or mark it inferred.',
} as const;

const messageOf = ({ field, kind, own, cited }: CitationFinding): string =>
  kind === 'contradicted'
    ? `'${field}' has “${own.trim()}”, and its citation “${cited.trim()}”.`
    : `'${field}' has “${own.trim()}”, which its citation does not show.`;

/** Contradictions of a fact's own citation, with their place in the files, and statements that it does not show. */
export function citationProblems(
  story: Story,
  { tables }: UncheckedStory,
): { readonly mistakes: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const problems = checkCitations(story).flatMap((finding) => {
    const entry = tables.facts.byId.get(finding.fact);
    if (entry === undefined) return [];
    const text = textAt(entry.node, finding.field);
    const offset = Math.max(0, text?.value.indexOf(finding.own) ?? 0);
    const place = text === undefined ? entry.node : insideText(entry.file, text, offset);
    const problem = problemIn(entry, place, messageOf(finding), CURES[finding.kind]);
    return [{ kind: finding.kind, problem }];
  });
  const of = (kind: CitationFinding['kind']) =>
    inOrder(problems.filter((one) => one.kind === kind).map(({ problem }) => problem));
  return { mistakes: of('contradicted'), warnings: of('not shown') };
}

/** Contradictions between a proposed fact and its own citation. The fact is in no file yet. */
export const contradictionsOf = (story: Story, fact: string): Problem[] =>
  checkCitations(story, fact)
    .filter(({ kind }) => kind === 'contradicted')
    .map((finding) => problemOf(`${story.id}/facts.yml`, messageOf(finding), CURES.contradicted));
