import type { Doc } from '../text/base.ts';

export type Kind = 'facts' | 'names';

/** Ids of at most ten documents, best first. */
export type Search = (query: string) => readonly string[] | Promise<readonly string[]>;

/** Makes documents searchable. What it returns is all that is kept: its heap is counted. */
export type Build = (docs: readonly Doc[], kind: Kind) => Search | Promise<Search>;

/** All of a document in one line, for engines that have no fields. */
export const lineOf = ({ names, text }: Doc): string => [...names, text].join(' ').trim();
