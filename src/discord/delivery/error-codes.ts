import { MISSING_ACCESS, MISSING_PERMISSIONS, UNKNOWN_CHANNEL } from '../limits.ts';

/** The channel was deleted: a call will never succeed there again. */
export const isDeletedChannel = (code: string): boolean => code === String(UNKNOWN_CHANNEL);

/** The channel was deleted, or the bot may not see it: nothing can be posted there now. */
export const isUnreachableChannel = (code: string): boolean =>
  isDeletedChannel(code) || code === String(MISSING_ACCESS);

/** The bot sees the channel and may not do this in it. */
export const isForbidden = (code: string): boolean => code === String(MISSING_PERMISSIONS);
