import { diffWordsWithSpace } from 'diff';
import type { Words } from './card.ts';

/** Two versions of a text as one, with the words struck that are gone and those marked that are new. */
export function changed(before: string, after: string): Words {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    if (added) return { added: value };
    return removed ? { struck: value } : value;
  });
}
