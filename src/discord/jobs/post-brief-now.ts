import { formatDate } from '../../reply/i18n/dates.ts';
import type { PostNowResult, Scheduler } from './scheduler.ts';

/** Posts the briefs of a channel before their time, for whoever tries the bot in the emulator. Returns a sentence. */
export async function postNow(scheduler: Scheduler, channel: string): Promise<string> {
  const results = await scheduler.postNow(channel);
  return results.length === 0
    ? 'No brief is set for this channel, or it is paused. Set one with /digest, action “set”, and try again.'
    : results.map(sentence).join(' ');
}

function sentence({ edition, date, is }: PostNowResult): string {
  const name = `The brief “${edition}” of ${formatDate(date, 'en')}`;
  switch (is) {
    case 'posted':
      return `${name} is posted, in place of the one that would have come at its time.`;
    case 'before':
      return `${name} was posted before: a brief comes once a day.`;
    case 'unwritten':
      return `There is nothing to write the brief “${edition}” from: choose a story for this channel with /story.`;
    case 'later':
    case 'stale':
      return `${name} could not be posted yet. It is tried again by itself.`;
    case 'lost':
      return `${name} is being posted by another process.`;
    case 'missed':
    case 'refused':
    case 'uncertain':
      return `${name} could not be posted: the log of the bot says why.`;
  }
}
