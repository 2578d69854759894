import type { CheckerIndex } from './checker-index.ts';

/** The house names of ids, for a note. */
export const entityNames = (ids: readonly string[], { story }: CheckerIndex): string =>
  ids.map((id) => story.who.get(id)?.name ?? story.where.get(id)?.name ?? id).join(', ');
