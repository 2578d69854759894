/** @typedef {import('./types.d.ts').View} View */
/** @typedef {import('./types.d.ts').Guild} Guild */
/** @typedef {import('discord-api-types/v10').APIUser} User */

/** @param {View} view @returns {Guild | null} */
export function guildOf(view) {
  return view.state?.guilds.find(({ id }) => id === view.guild) ?? null;
}

/** @param {Pick<User, 'username' | 'global_name'>} user */
export function nameOf(user) {
  return user.global_name ?? user.username;
}

/** @param {View} view @param {string} id @returns {User | null} */
export function userOf(view, id) {
  if (view.state?.bot.id === id) return view.state.bot;
  return view.state?.users.find((user) => user.id === id) ?? null;
}

/** @param {View} view @param {string} id */
export function roleOf(view, id) {
  return view.state?.guilds.flatMap(({ roles }) => roles).find((role) => role.id === id) ?? null;
}

/** @param {View} view @param {string} id */
export function channelOf(view, id) {
  if (!view.state) return null;
  const direct = Object.values(view.state.directs);
  const all = [...view.state.guilds.flatMap(({ channels }) => channels), ...direct];
  return all.find((channel) => channel.id === id) ?? null;
}

/** @param {import('./types.d.ts').Channel} channel @returns {string} */
export function channelName(channel) {
  return 'name' in channel && channel.name ? channel.name : 'direct messages';
}

/**
 * The roles of a member, highest first, without the one that everybody has.
 * @param {Guild | null} guild @param {string} user
 */
export function rolesOf(guild, user) {
  const held = guild?.members.find((member) => member.user.id === user)?.roles ?? [];
  return (guild?.roles ?? [])
    .filter((role) => held.includes(role.id) && role.id !== guild?.id)
    .toSorted((a, b) => b.position - a.position);
}
