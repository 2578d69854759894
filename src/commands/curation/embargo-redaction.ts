import type { Story } from '../../data/model/fact.ts';
import { problemOf, type Problem } from '../../data/model/problem.ts';
import { quoteMissing } from '../../data/check/quotes.ts';
import type { Act, Change, Yaml } from '../../data/revisions/revision.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';

/**
 * Problems for ids that the served story does not have. An id under embargo gets the same sentence as one that does not
 * exist, so that no proposal finds it out. The checker of the files, which knows both, is not asked then.
 */
export function unknownReferences(
  { act, change }: { readonly act: Act; readonly change: Change },
  { sources, who, where, facts }: Story,
  language: Language,
): Problem[] {
  const missing =
    change.on === 'fact' ? unknownIn(change) : [change.id].filter((id) => !(change.on === 'who' ? who : where).has(id));
  return missing.map((id) =>
    problemOf('', translateText(language, 'proposal.noSuch', { id }), translateText(language, 'proposal.noSuchCure')),
  );

  function unknownIn({ id: changed, fields }: Extract<Change, { on: 'fact' }>): string[] {
    const { said_by: speaker, contradicts, supersedes, cite } = fields;
    return [
      ...(act === 'add' || act === 'update' || facts.has(changed) ? [] : [changed]),
      ...(typeof speaker === 'string' && speaker !== '' && !who.has(speaker) ? [speaker] : []),
      ...[...listed(contradicts), ...listed(supersedes)].filter(
        (id): id is string => typeof id === 'string' && !facts.has(id),
      ),
      ...listed(cite).flatMap((each) => {
        const source = typeof each === 'object' && 'source' in each ? each['source'] : undefined;
        return typeof source === 'string' && !sources.has(source) ? [source] : [];
      }),
    ];
  }
}

const listed = (value: Yaml | null | undefined): readonly Yaml[] => (Array.isArray(value) ? value : []);

/** A problem without its place in the files, and without what may not be shown: nobody finds out by proposing. */
export function redactEmbargoed(
  problem: Problem,
  { id }: Change,
  { sources, who, where, facts, questions }: Pick<Story, 'sources' | 'who' | 'where' | 'facts' | 'questions'>,
): Problem {
  const { code, mentions, message, cure } = problem;
  // The sentence is the same whatever has the id: another fact of the story, or one that is under embargo.
  if (code === 'id-taken') {
    const taken = `The number '${id}' is no longer free. Edit the proposal: it gets another one.`;
    return problemOf('', taken, '', { code, mentions: [id] });
  }
  const isShown = (one: string): boolean =>
    one === id || [sources, who, where, facts, questions].some((table) => table.has(one));
  if (mentions.every(isShown)) return problemOf('', message, cure, { code, mentions });
  const [source = ''] = mentions;
  if (code === 'quote-elsewhere' && isShown(source)) return problemOf('', ...quoteMissing(source));
  return problemOf(
    '',
    'The story does not pass with this change.',
    'Write it in another way, or ask an administrator.',
  );
}
