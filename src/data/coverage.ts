import { SourceText } from './text/source-text.ts';
import type { Story } from './model/fact.ts';
import { sentences } from './text/sentences.ts';

/** A sentence of an archived text. */
export interface Sentence {
  readonly source: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Whether a fact quotes it or a part of it. */
  readonly cited: boolean;
}

/** Every sentence of every archived text of the story, in the order of the sources. */
export function coverage(story: Story): readonly Sentence[] {
  const citations = [...story.facts.values()].flatMap((fact) => fact.citations);
  return [...story.sources.values()].flatMap((source) => {
    if (source.body === null) return [];
    const body = new SourceText(source.body);
    const cited = citations.filter((citation) => citation.source === source.id);
    return sentences(body.text).map((span): Sentence => {
      const [start, end] = [body.codePoint(span.start), body.codePoint(span.end)];
      return {
        source: source.id,
        line: body.line(span.start),
        text: body.text.slice(span.start, span.end),
        cited: cited.some((citation) => citation.start < end && citation.end > start),
      };
    });
  });
}
