import { channelOf } from './display-names.js';

/** @typedef {import('./types.d.ts').View} View */
/** @typedef {import('./types.d.ts').Guild} Guild */
/** @typedef {import('./types.d.ts').Channel} Channel */
/** @typedef {import('./types.d.ts').Command} Command */

const ADMINISTRATOR = 1n << 3n;
export const SEND = 1n << 11n;
const COMMANDS = 1n << 31n;
const SEND_IN_THREADS = 1n << 38n;
const EVERYTHING = (1n << 64n) - 1n;

/** The types of channel that are threads. */
export const THREADS = [10, 11, 12];
/** InteractionContextType: where a command may be used. */
const IN_GUILD = 0;
const IN_DIRECT = 1;

/**
 * What a user may do in a channel, as Discord computes it: roles, then exceptions for everyone, for roles, for the person.
 * A thread has the rights of the channel around it.
 * @param {View} view @param {Guild} guild @param {Channel} channel @param {string} user @returns {bigint}
 */
export function rights(view, guild, channel, user) {
  const member = guild.members.find((one) => one.user.id === user);
  if (!member) return 0n;
  if (guild.owner_id === user) return EVERYTHING;
  const held = new Set([guild.id, ...member.roles]);
  let bits = 0n;
  for (const role of guild.roles) if (held.has(role.id)) bits |= BigInt(role.permissions);
  if (bits & ADMINISTRATOR) return EVERYTHING;
  const parent = THREADS.includes(channel.type) && 'parent_id' in channel ? channel.parent_id : null;
  const place = (parent && channelOf(view, parent)) || channel;
  const exceptions = ('permission_overwrites' in place && place.permission_overwrites) || [];
  const groups = [
    exceptions.filter(({ id }) => id === guild.id),
    exceptions.filter(({ id }) => id !== guild.id && held.has(id)),
    exceptions.filter(({ id }) => id === user),
  ];
  for (const group of groups) {
    for (const { deny } of group) bits &= ~BigInt(deny);
    for (const { allow } of group) bits |= BigInt(allow);
  }
  return bits;
}

/**
 * The commands of one type that the user may use where they are.
 * @param {View} view @param {1 | 2 | 3} type @returns {Command[]}
 */
export function commandsHere(view, type) {
  const channel = channelOf(view, view.channel);
  const guild = view.state?.guilds.find(({ id }) => id === view.guild);
  if (!channel || !view.state) return [];
  if (!guild) {
    // In a direct channel: the commands of the application itself, which every server lists alike.
    const all = view.state.guilds
      .flatMap(({ commands }) => commands)
      .filter((one) => one.type === type && !one.guild_id);
    const unique = all.filter((one, at) => all.findIndex(({ id }) => id === one.id) === at);
    return unique.filter(({ contexts }) => !contexts || contexts.includes(IN_DIRECT));
  }
  const may = rights(view, guild, channel, view.user);
  if (!(may & COMMANDS)) return [];
  return guild.commands.filter((one) => {
    if (one.type !== type || (one.contexts && !one.contexts.includes(IN_GUILD))) return false;
    const needs = one.default_member_permissions;
    if (needs === null || needs === undefined) return true;
    return needs === '0' ? may === EVERYTHING : (may & BigInt(needs)) === BigInt(needs);
  });
}

/** @param {View} view */
export function maySpeak(view) {
  const channel = channelOf(view, view.channel);
  const guild = view.state?.guilds.find(({ id }) => id === view.guild);
  if (!channel || !guild) return true;
  const needed = THREADS.includes(channel.type) ? SEND_IN_THREADS : SEND;
  return (rights(view, guild, channel, view.user) & needed) !== 0n;
}
