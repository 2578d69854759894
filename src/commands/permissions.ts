/** Ranks of a server, lowest first, given to Discord roles by `/settings`. Each rank may do what those before it may. */
export const RANKS = ['reader', 'reporter', 'editor', 'administrator'] as const;
export type Rank = (typeof RANKS)[number];

/** Ids of Discord roles by the rank that they give. */
export type Roles = Readonly<Record<Exclude<Rank, 'reader'>, readonly string[]>>;

/** The server in which a story is curated, and the channel of its proposals; null where nobody curates it. */
export type CurationClaim = { readonly server: string; readonly channel: string } | null;

export interface Rule {
  readonly rank: Rank;
  /**
   * `story`: where the story may be asked about. `server`: in such a server. `curating`: in the one server in which the story
   * is curated. `anywhere` is for what shows nothing of a story.
   */
  readonly where: 'anywhere' | 'story' | 'server' | 'curating';
  /** Whoever manages the server needs no rank: somebody has to give the first one. */
  readonly orManages?: 'server';
}

export const EVERYONE: Rule = { rank: 'reader', where: 'anywhere' };
export const READERS: Rule = { rank: 'reader', where: 'story' };
export const REPORTERS: Rule = { rank: 'reporter', where: 'curating' };
export const EDITORS: Rule = { rank: 'editor', where: 'curating' };
export const ADMINISTRATORS: Rule = { rank: 'administrator', where: 'server', orManages: 'server' };

/** By entry point: `command:fact.propose`, `button:post`. An entry point without a rule is closed to everybody. */
export type Rules = ReadonlyMap<string, Rule>;

/**
 * Where an Ask comes from and what the asker may do there. Discord sends it with every interaction, so it is never stored,
 * and never read from a button. Ids are Discord's; null where there is none: in a terminal, or the server of a direct message.
 */
export interface Origin {
  readonly server: string | null;
  /** Whether Discord says that the bot is installed in the server, and not only for the asker. */
  readonly isInstalled: boolean;
  readonly channel: string | null;
  readonly user: string | null;
  /** The display name of the asker in the server; empty in a terminal. */
  readonly name: string;
  /** Ids of the asker's roles in the server. */
  readonly roles: readonly string[];
  /** The rank that these roles give (`rankOf`). */
  readonly rank: Rank;
  /** May manage the channel, or the server, and so its settings. */
  readonly managesChannel: boolean;
  readonly managesServer: boolean;
  /** Permissions that the bot needs in the channel and lacks, by Discord's own names. */
  readonly lacks: readonly string[];
}

/** Why a story may not be asked about: in a direct message, where the bot is not installed, in a server that is not named. */
export type AccessRefusal = 'direct' | 'notInstalled' | 'notNamed';

/** What a story allows where the asker is. */
export interface StoryAccess {
  /** The claim on the story. */
  readonly curating: CurationClaim;
  /** null where the story may be asked about. */
  readonly refused: AccessRefusal | null;
}

/**
 * Why somebody may not: no rule, no access to the story, in a direct message, no server curates the story, another server
 * does, or the rank is too low.
 */
export type Refusal = 'unknown' | AccessRefusal | 'noServer' | 'unclaimed' | 'elsewhere' | `needs.${Rank}`;

const needsServer = ({ where }: Rule): boolean => where === 'server' || where === 'curating';

/** Why an entry point is closed to the asker; null if it is open. `access` is that to the story in question. */
export function checkPermission(
  entry: string,
  from: Origin,
  { curating, refused }: StoryAccess,
  rules: Rules,
): Refusal | null {
  const rule = rules.get(entry);
  if (rule === undefined) return 'unknown';
  if (rule.where !== 'anywhere' && refused !== null) return refused;
  if (needsServer(rule) && from.server === null) return 'noServer';
  if (rule.where === 'curating' && curating === null) return 'unclaimed';
  if (rule.where === 'curating' && curating?.server !== from.server) return 'elsewhere';
  const enough = RANKS.indexOf(from.rank) >= RANKS.indexOf(rule.rank);
  return enough || (rule.orManages === 'server' && from.managesServer) ? null : `needs.${rule.rank}`;
}

/** The highest rank that one of the roles gives. */
export const rankOf = (roles: readonly string[], given: Roles | undefined): Rank =>
  RANKS.findLast((rank) => rank === 'reader' || given?.[rank].some((id) => roles.includes(id)) === true) ?? 'reader';

/** A command, or one of its subcommands, as it follows `command:`, `autocomplete:` and `form:` in an entry point. */
export const entryPoint = ({
  command,
  options: { action },
}: {
  command: string;
  options: { action?: string };
}): string => (action === undefined ? command : `${command}.${action}`);
