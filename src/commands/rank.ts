/** What somebody may do in a server, by the roles that `/settings` names: each rank may do what those before it may. */
export const RANKS = ['reader', 'reporter', 'editor', 'administrator'] as const;
export type Rank = (typeof RANKS)[number];

/** Ids of Discord roles by the rank that they give. */
export type Roles = Readonly<Record<Exclude<Rank, 'reader'>, readonly string[]>>;

/** The server in which a story is curated, and the channel of its proposals; null where nobody curates it. */
export type Curating = { readonly server: string; readonly channel: string } | null;

export interface Rule {
  readonly rank: Rank;
  /** `curating`: in the one server in which the story is curated. */
  readonly where: 'anywhere' | 'server' | 'curating';
  /** Whoever manages the server needs no rank: somebody has to give the first one. */
  readonly orManages?: 'server';
}

/** By the name of the way in. */
export type Rules = ReadonlyMap<string, Rule>;
