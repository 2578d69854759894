import { createHash } from 'node:crypto';

import type { Archive } from './files/read-sources.ts';
import type { UncheckedStory } from './files/unchecked-story.ts';
import type { Citation, Fact, Question, Source, Story, StoryHead, Where, Who } from './model/fact.ts';
import type { StoryFiles } from './files/read-folder.ts';
import type { Problem } from './model/problem.ts';
import { places } from './text/text-quote-selector.ts';
import type { Shaped } from './schema/schemas.ts';
import { shape } from './schema/validate-shape.ts';

/** All entries of a story in the shape of the model. */
export interface Parts {
  readonly head: StoryHead;
  readonly sources: readonly Shaped<'sources'>[];
  readonly who: readonly Who[];
  readonly where: readonly Where[];
  readonly facts: readonly Shaped<'facts'>[];
  readonly questions: readonly Question[];
}

export function shapes(draft: UncheckedStory): { parts: Parts | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const all = <Name extends 'sources' | 'who' | 'where' | 'facts' | 'questions'>(name: Name) =>
    draft.tables[name].entries.flatMap(({ file, node }): Shaped<Name>[] => {
      const shaped = shape(name, file, node);
      if ('value' in shaped) return [shaped.value];
      problems.push(...shaped.problems);
      return [];
    });
  const tables = {
    sources: all('sources'),
    who: all('who'),
    where: all('where'),
    facts: all('facts'),
    questions: all('questions'),
  };
  if (!draft.head) return { parts: null, problems };
  const head = shape('story', draft.head.file, draft.head.node);
  if ('value' in head) return { parts: { ...tables, head: head.value }, problems };
  return { parts: null, problems: [...problems, ...head.problems] };
}

/** Puts together a story that has no mistakes. */
export function assemble(files: StoryFiles, parts: Parts, archive: Archive): Story {
  return {
    ...parts.head,
    id: files.id,
    version: storyVersion(files),
    sources: byId(
      parts.sources.map(({ text: _text, ...source }): Source => ({
        ...source,
        body: archive.get(source.id)?.text ?? null,
      })),
    ),
    who: byId(parts.who),
    where: byId(parts.where),
    facts: byId(parts.facts.map((fact) => withCitations(fact, archive))),
    questions: byId(parts.questions),
  };
}

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

function withCitations(entry: Shaped<'facts'>, archive: Archive): Fact {
  const { cite, ...fact } = entry;
  const citations = cite.map(({ source, quote, before, after }): Citation => {
    const body = archive.get(source);
    const [start] = body ? places(body.text, { quote, before, after }) : [];
    if (!body || start === undefined) return { source, quote, start: 0, end: 0, line: 0 };
    const end = start + quote.length;
    return { source, quote, start: body.codePoint(start), end: body.codePoint(end), line: body.line(start) };
  });
  return { ...fact, citations, version: factVersion(entry) };
}

/** Fields for the desk only, and names of signers, change without a new version. */
function factVersion({ note: _note, asks: _asks, ...said }: Shaped<'facts'>): string {
  return hash(JSON.stringify(said, (key, value: unknown) => (key === 'by' ? undefined : sorted(value))));
}

/** The order of fields has no meaning. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of all files, whatever is in them. */
export function storyVersion(files: StoryFiles): string {
  const all = [...files.yaml, ...files.sources].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hash(all.map(([name, stored]) => `${name}\0${'bytes' in stored ? hash(stored.bytes) : ''}\n`).join(''));
}

/** 16 hex digits: enough to distinguish versions, short enough to read aloud. */
const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 16);
