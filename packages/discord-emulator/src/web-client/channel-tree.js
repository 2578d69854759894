import { rights, SEND, THREADS } from './rights.js';

/** @typedef {import('./types.d.ts').View} View */
/** @typedef {import('./types.d.ts').Guild} Guild */
/** @typedef {import('./types.d.ts').Channel} Channel */

/** Channels in which messages stand: text, direct, announcements and threads. */
const TALK = new Set([0, 1, 5, ...THREADS]);

/** @param {View} view */
export function guildsOf(view) {
  return view.state?.guilds.filter(({ members }) => members.some(({ user }) => user.id === view.user)) ?? [];
}

/**
 * The channels of a server that the user may see, in Discord's order: those without a category, then each category with
 * its own; a thread stands under its channel. `depth` is 1 for threads.
 * @param {View} view @param {Guild} guild
 * @returns {{ category: Channel | null, channels: { channel: Channel, depth: number }[] }[]}
 */
export function shelves(view, guild) {
  /** @param {Channel} one */
  const parent = (one) => ('parent_id' in one && one.parent_id) || null;
  /** @param {Channel} one */
  const place = (one) => ('position' in one && typeof one.position === 'number' ? one.position : 0);
  const visible = new Set(view.state?.visible[view.user]);
  const seen = guild.channels.filter((one) => visible.has(one.id)).toSorted((a, b) => place(a) - place(b));
  /** @param {string | null} category */
  const shelf = (category) =>
    seen
      .filter((one) => TALK.has(one.type) && !THREADS.includes(one.type) && parent(one) === category)
      .flatMap((channel) => [
        { channel, depth: 0 },
        ...seen
          .filter((one) => THREADS.includes(one.type) && parent(one) === channel.id)
          .map((thread) => ({ channel: thread, depth: 1 })),
      ]);
  const categories = seen.filter(({ type }) => type === 4);
  return [
    { category: null, channels: shelf(null) },
    ...categories.map((category) => ({ category, channels: shelf(category.id) })),
  ].filter(({ channels }) => channels.length > 0);
}

/**
 * Where a channel is, if the user may be there: the server's id, or 'direct'; null where they may not.
 * @param {View} view @param {string} channel
 */
export function homeOf(view, channel) {
  if (view.state?.directs[view.user]?.id === channel) return 'direct';
  const guild = guildsOf(view).find((one) =>
    shelves(view, one).some(({ channels }) => channels.some((row) => row.channel.id === channel)),
  );
  return guild?.id ?? null;
}

/**
 * The first channel that the user may write in, of the chosen server or of the first one that they are in.
 * @param {View} view @returns {Pick<View, 'guild' | 'channel'>}
 */
export function firstChannel(view) {
  const direct = view.state?.directs[view.user]?.id ?? '';
  if (view.guild === null && view.channel !== '') return { guild: null, channel: direct };
  const guilds = guildsOf(view);
  const guild = guilds.find(({ id }) => id === view.guild) ?? guilds[0];
  const rows = guild ? shelves(view, guild).flatMap(({ channels }) => channels) : [];
  const open = rows.find((row) => guild && rights(view, guild, row.channel, view.user) & SEND) ?? rows[0];
  const channel = open?.channel.id;
  return guild && channel ? { guild: guild.id, channel } : { guild: null, channel: direct };
}
