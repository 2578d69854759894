import { diffWordsWithSpace } from 'diff';
import type { Span } from '../model/card.ts';
import type { Words } from '../model/styled-text.ts';

/** Two versions of a text as one, with the words struck that are gone and those marked that are new. */
export function changed(before: string, after: string): Words {
  const spans = diffWordsWithSpace(before, after).map(({ value, added, removed }): Span => {
    if (added) return { added: value };
    return removed ? { struck: value } : value;
  });
  // Two marks side by side would be read as one.
  return spans.flatMap((span, at) =>
    at > 0 && typeof span !== 'string' && typeof spans[at - 1] !== 'string' ? [' ', span] : [span],
  );
}
