import { diffWordsWithSpace } from 'diff';
import type { StyledSpan } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';

/** Two versions of a text as one, with the words struck that are gone and those marked that are new. */
export function diffText(before: string, after: string): StyledText {
  const spans = diffWordsWithSpace(before, after).map(({ value, added, removed }): StyledSpan => {
    if (added) return { added: value };
    return removed ? { struck: value } : value;
  });
  // Two marks side by side would be read as one.
  return spans.flatMap((span, at) =>
    at > 0 && typeof span !== 'string' && typeof spans[at - 1] !== 'string' ? [' ', span] : [span],
  );
}
