import type { Doc } from '../text/base.ts';

export type Kind = 'facts' | 'names';

/** Ids of at most ten documents, best first. */
export type Search = (query: string) => readonly string[] | Promise<readonly string[]>;

/** Makes documents searchable. The heap of the returned function is measured. */
export type Build = (docs: readonly Doc[], kind: Kind) => Search | Promise<Search>;

/** A document in one line, for engines without fields. */
export const lineOf = ({ names, text }: Doc): string => [...names, text].join(' ').trim();
