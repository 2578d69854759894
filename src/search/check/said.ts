import type { Base } from './base.ts';

/** The house names of ids, for a note. */
export const sayIds = (ids: readonly string[], { story }: Base): string =>
  ids.map((id) => story.who.get(id)?.name ?? story.where.get(id)?.name ?? id).join(', ');
