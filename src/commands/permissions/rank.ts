/** What somebody may do in a server, by the roles that `/settings` names: each rank may do what those before it may. */
export const RANKS = ['reader', 'reporter', 'editor', 'administrator'] as const;
export type Rank = (typeof RANKS)[number];

/** Ids of Discord roles by the rank that they give. */
export type Roles = Readonly<Record<Exclude<Rank, 'reader'>, readonly string[]>>;

/** The server in which a story is curated, and the channel of its proposals; null where nobody curates it. */
export type CurationClaim = { readonly server: string; readonly channel: string } | null;

export interface Rule {
  readonly rank: Rank;
  /** `curating`: in the one server in which the story is curated. */
  readonly where: 'anywhere' | 'server' | 'curating';
  /** Whoever manages the server needs no rank: somebody has to give the first one. */
  readonly orManages?: 'server';
}

/** By the name of the way in. */
export type Rules = ReadonlyMap<string, Rule>;

/**
 * Where an Ask comes from and what the asker may do there. Discord tells it with every interaction, so it is never kept,
 * and never read from a button. Ids are Discord's; null where there is none: in a terminal, or the server of a direct message.
 */
export interface Origin {
  readonly server: string | null;
  readonly channel: string | null;
  readonly user: string | null;
  /** How the person is called where they act; empty where nobody is. */
  readonly name: string;
  /** Ids of their roles in the server, and what these allow there (`authority.ts`). */
  readonly roles: readonly string[];
  readonly rank: Rank;
  /** May manage the channel, or the server, and so its settings. */
  readonly managesChannel: boolean;
  readonly managesServer: boolean;
  /** Permissions that the bot needs in the channel and lacks, by Discord's own names. */
  readonly lacks: readonly string[];
}
