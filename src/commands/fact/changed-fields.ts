import type { Fact } from '../../data/model/fact.ts';
import type { Fields, Yaml } from '../../data/revisions/revision.ts';
import type { StoryIndex } from '../../search/story-search.ts';
import {
  factFields,
  entitiesIn,
  resolveSpeaker,
  dateFields,
  formFromFact,
  type Known,
  type FactForm,
} from './form-fields.ts';

/** The fields that a form showed. */
type FormInput = Partial<FactForm>;

/** The fields of a correction: only those that differ from the fact. */
export function correctedFields(fact: Fact, given: FormInput, known: Known): Fields {
  const { index } = known;
  const old = formFromFact(fact);
  const now = { ...old, ...given };
  const differs = (field: keyof FactForm): boolean => now[field] !== old[field];
  const speaker = resolveSpeaker(now.speaker, index);
  return {
    ...(differs('kind') && { kind: now.kind }),
    ...(differs('says') && { says: now.says, ...names(fact, old, now, index) }),
    ...(differs('when') && dateOf(now, known)),
    ...(differs('status') && { status: now.status }),
    ...(differs('speaker') && { said_by: speaker === '' ? null : speaker }),
    ...(differs('speaker') && !differs('status') && fact.status === 'reported' && { status: 'attributed' }),
    ...(differs('words') && { words: now.words === '' ? null : now.words }),
    ...((['value', 'unit', 'counts'] as const).some(differs) && { figure: figureOf(fact, now) }),
    ...(differs('contradicts') && { contradicts: now.contradicts.split(/[,\s]+/).filter((id) => id !== '') }),
    ...((differs('snippet') || differs('source')) && {
      cite: [{ source: now.source, quote: now.snippet }, ...citesOf(fact, index).slice(1)],
    }),
  };
}

/** Removes people and places that the sentence no longer names, and adds those that it names now. */
function names(fact: Fact, old: FactForm, now: FactForm, index: StoryIndex): Fields {
  const [before, after] = [old, now].map(({ says, snippet }) => entitiesIn(`${says}\n${snippet}`, index));
  const moved = (kind: 'who' | 'where'): string[] => {
    const [was, is] = [before?.[kind] ?? [], after?.[kind] ?? []];
    return [
      ...new Set([
        ...fact[kind].filter((id) => is.includes(id) || !was.includes(id)),
        ...is.filter((id) => !was.includes(id)),
      ]),
    ];
  };
  const [who, where] = [moved('who'), moved('where')];
  return {
    ...(differ(who, fact.who) && { who }),
    ...(differ(where, fact.where) && { where, ...(where.length === 0 && { where_how: null }) }),
  };
}

const differ = (one: readonly string[], other: readonly string[]): boolean => one.join() !== other.join();

/** The three fields of a date; an empty date removes them all. */
function dateOf({ when, snippet, source }: FactForm, known: Known): Fields {
  if (when === '') return { when: null, when_said: null, when_how: null };
  const time = dateFields(when, snippet, source, known);
  return Object.fromEntries(Object.entries(time).map(([name, value]) => [name, value === '' ? null : value]));
}

const figureOf = ({ figure }: Fact, { value, unit, counts }: FactForm): Yaml => ({
  value,
  unit,
  counts,
  ...(figure?.about === true && { about: 'true' }),
});

/** Code points of context that tell a quote from another one of the same words. */
const BESIDE = 40;

/** The citations of a fact as its file has them, with the words before a quote that the source has more than once. */
function citesOf({ citations }: Fact, { story }: StoryIndex): Yaml[] {
  return citations.map(({ source, quote, start }) => {
    const body = story.sources.get(source)?.body ?? '';
    if (body.indexOf(quote) === body.lastIndexOf(quote)) return { source, quote };
    return {
      source,
      quote,
      before: Array.from(body)
        .slice(Math.max(0, start - BESIDE), start)
        .join(''),
    };
  });
}

/** The new fact of an update. */
export const updatedFields = (fact: Fact, given: FormInput, known: Known): Fields => ({
  ...factFields({ ...formFromFact(fact), contradicts: '', ...given }, known),
  supersedes: [fact.id],
});

/** The fields of a verification: another citation, or a new status. */
export const verifiedFields = (
  fact: Fact,
  { source = '', snippet = '', status = '' }: FormInput,
  index: StoryIndex,
): Fields => ({
  ...(status !== '' && status !== fact.status && { status }),
  ...(source !== '' && snippet !== '' && { cite: [...citesOf(fact, index), { source, quote: snippet }] }),
});
