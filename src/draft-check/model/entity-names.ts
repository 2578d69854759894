import type { Base } from './checker-index.ts';

/** The house names of ids, for a note. */
export const sayIds = (ids: readonly string[], { story }: Base): string =>
  ids.map((id) => story.who.get(id)?.name ?? story.where.get(id)?.name ?? id).join(', ');
