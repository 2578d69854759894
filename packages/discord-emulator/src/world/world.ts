import type { PermissionName } from './permissions.ts';

/** The people, servers and channels that an emulator begins with, in as few words as tell them apart. */
export interface World {
  readonly application: { readonly id: string; readonly name: string; readonly about: string };
  readonly users: readonly WorldUser[];
  readonly guilds: readonly WorldGuild[];
}

interface WorldUser {
  readonly id: string;
  /** The account's name: lower case, no spaces. */
  readonly name: string;
  /** The name that is shown. */
  readonly shown: string;
  /** A Discord locale; en-GB unless said. */
  readonly locale?: string;
}

export interface WorldGuild {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** What everyone may do. */
  readonly everyone: readonly PermissionName[];
  /** What the bot's own role may do; absent where the bot has not been invited. */
  readonly bot?: readonly PermissionName[];
  readonly roles: readonly WorldRole[];
  readonly channels: readonly WorldChannel[];
  readonly members: readonly { readonly user: string; readonly roles: readonly string[] }[];
}

interface WorldRole {
  readonly id: string;
  readonly name: string;
  /** 0xRRGGBB. */
  readonly colour: number;
  readonly may: readonly PermissionName[];
  readonly mentionable?: boolean;
}

export interface WorldChannel {
  readonly id: string;
  readonly name: string;
  readonly kind?: 'text' | 'category' | 'announcement' | 'thread';
  readonly parent?: string;
  readonly topic?: string;
  /** Exceptions for one role, one member, `everyone` or the `bot`. */
  readonly except?: readonly {
    readonly who: string;
    readonly allow?: readonly PermissionName[];
    readonly deny?: readonly PermissionName[];
  }[];
}
