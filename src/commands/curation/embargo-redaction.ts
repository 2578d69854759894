import type { Story } from '../../data/model/fact.ts';
import { problemOf, type Problem } from '../../data/model/problem.ts';
import type { Change, Yaml } from '../../data/revisions/revision.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';

/**
 * Problems for ids that the served story does not have. An id under embargo gets the same sentence as one that does not
 * exist, so that no proposal finds it out. The checker of the files, which knows both, is not asked then.
 */
export function unknownReferences(change: Change, { sources, who, facts }: Story, language: Language): Problem[] {
  if (change.on !== 'fact') return [];
  const { said_by: speaker, contradicts, cite } = change.fields;
  const missing = [
    ...(typeof speaker === 'string' && speaker !== '' && !who.has(speaker) ? [speaker] : []),
    ...listed(contradicts).filter((id): id is string => typeof id === 'string' && !facts.has(id)),
    ...listed(cite).flatMap((each) => {
      const source = typeof each === 'object' && 'source' in each ? each['source'] : undefined;
      return typeof source === 'string' && !sources.has(source) ? [source] : [];
    }),
  ];
  return missing.map((id) =>
    problemOf('', translateText(language, 'proposal.noSuch', { id }), translateText(language, 'proposal.noSuchCure')),
  );
}

const listed = (value: Yaml | null | undefined): readonly Yaml[] => (Array.isArray(value) ? value : []);

const ELSEWHERE = /^(The quote is not in [a-z0-9-]+), it is in ([a-z0-9-]+)\.$/;

/** A problem without ids under embargo: it names the other source of a quote only if that source is served. */
export function redactEmbargoed(problem: Problem, { sources }: Story): Problem {
  const [, start, other] = ELSEWHERE.exec(problem.message) ?? [];
  if (start === undefined || other === undefined || sources.has(other)) return problem;
  return { ...problem, message: `${start}.`, cure: 'Copy it from the archived text; never retype it.' };
}
