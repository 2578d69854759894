import { guildOf, nameOf, rolesOf } from '../display-names.js';
import { initials } from '../avatar.js';

/** @typedef {import('../types.d.ts').View} View */
/** @typedef {import('discord-api-types/v10').APISelectMenuComponent} AnySelect */
/** @typedef {{ value: string, label: string, detail?: string | undefined, mark?: string | undefined }} Option */

/** @param {View} view @returns {Option[]} */
export function userOptions(view) {
  const guild = guildOf(view);
  const people = guild
    ? guild.members.map(({ user }) => user)
    : [view.state?.bot, view.state?.users.find(({ id }) => id === view.user)];
  return people
    .filter((user) => user !== undefined)
    .map((user) => ({
      value: user.id,
      label: nameOf(user),
      detail: rolesOf(guild, user.id)[0]?.name ?? user.username,
      mark: initials(nameOf(user)),
    }));
}

/** @param {View} view @returns {Option[]} */
export function roleOptions(view) {
  return (guildOf(view)?.roles ?? [])
    .toSorted((a, b) => b.position - a.position)
    .map((role) => ({ value: role.id, label: role.name, mark: '@' }));
}

/** @param {View} view @param {readonly number[]} [types] @returns {Option[]} */
export function channelOptions(view, types) {
  return (guildOf(view)?.channels ?? [])
    .filter(({ type }) => (types?.length ? types.includes(type) : true))
    .map((channel) => ({ value: channel.id, label: channel.name ?? '', mark: '#' }));
}

/** @param {View} view @param {AnySelect} select @returns {Option[]} */
export function optionsOf(view, select) {
  if (select.type === 3) {
    return select.options.map(({ value, label, description, emoji }) => ({
      value,
      label,
      detail: description,
      mark: emoji?.name,
    }));
  }
  if (select.type === 5) return userOptions(view);
  if (select.type === 6) return roleOptions(view);
  if (select.type === 7) return [...userOptions(view), ...roleOptions(view)];
  return channelOptions(view, select.channel_types);
}

/** What is chosen before anybody chooses. @param {AnySelect} select @returns {string[]} */
export function defaultsOf(select) {
  if (select.type === 3) return select.options.filter((option) => option.default).map(({ value }) => value);
  return (select.default_values ?? []).map(({ id }) => id);
}

/** Options whose label or detail holds the words, those that begin with them first. @param {readonly Option[]} options @param {string} words */
export function narrow(options, words) {
  const sought = words.trim().toLocaleLowerCase();
  if (sought === '') return [...options];
  /** @param {Option} option */
  const rank = ({ label, detail }) => {
    const at = label.toLocaleLowerCase().indexOf(sought);
    if (at >= 0) return Math.min(at, 1);
    return detail?.toLocaleLowerCase().includes(sought) ? 2 : 3;
  };
  return options.filter((option) => rank(option) < 3).toSorted((a, b) => rank(a) - rank(b));
}
