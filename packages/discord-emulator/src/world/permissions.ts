import type { Channel, Guild } from './state.ts';

/** The permissions that the emulator looks at, by Discord's names, as bits. */
const PERMISSION = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseExternalEmojis: 1n << 18n,
  ManageRoles: 1n << 28n,
  UseApplicationCommands: 1n << 31n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof PERMISSION;

/** Every bit that Discord has given a meaning to. */
const ALL = (1n << 53n) - 1n;

export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | PERMISSION[name], 0n);
}

function basePermissions(guild: Guild, user: string): bigint {
  const member = guild.members.get(user);
  if (!member) return 0n;
  if (guild.api.owner_id === user) return ALL;
  let bits = 0n;
  for (const role of guild.roles.values()) {
    if (role.id === guild.api.id || member.roles.includes(role.id)) bits |= BigInt(role.permissions);
  }
  return bits & PERMISSION.Administrator ? ALL : bits;
}

/**
 * What a member may do in a channel: the roles together, then the channel's overwrites in Discord's order (everyone,
 * then the roles at once, then the member). A thread is judged by its parent; a direct channel allows its two people
 * everything that the emulator looks at.
 */
export function permissionsIn(guild: Guild | null, channel: Channel, user: string, parent?: Channel): bigint {
  if (!guild) return channel.recipients?.some((one) => one.id === user) === true ? ALL : 0n;
  const base = basePermissions(guild, user);
  if (base === ALL || base === 0n) return base;
  const roles = guild.members.get(user)?.roles ?? [];
  const overwrites = (parent ?? channel).permission_overwrites ?? [];
  let bits = base;
  const everyone = overwrites.find((one) => one.id === guild.api.id);
  if (everyone) bits = (bits & ~BigInt(everyone.deny)) | BigInt(everyone.allow);
  let allow = 0n;
  let deny = 0n;
  for (const one of overwrites) {
    if (one.type !== 0 || one.id === guild.api.id || !roles.includes(one.id)) continue;
    allow |= BigInt(one.allow);
    deny |= BigInt(one.deny);
  }
  bits = (bits & ~deny) | allow;
  const own = overwrites.find((one) => one.type === 1 && one.id === user);
  if (own) bits = (bits & ~BigInt(own.deny)) | BigInt(own.allow);
  // Without VIEW_CHANNEL no other permission counts (permissions.mdx, "implicit permissions").
  return bits & PERMISSION.ViewChannel ? bits : 0n;
}

export function allows(bits: bigint, ...names: readonly PermissionName[]): boolean {
  return names.every((name) => (bits & PERMISSION[name]) !== 0n);
}
