/** The daily brief: what is set, what comes next, and what would stop it. */
export const digest = {
  'digest.none': 'No daily brief is set for this channel. Set one with /digest set.',
  'digest.title': 'Daily briefs of this channel',
  'digest.set': 'The brief “{edition}” is set for this channel',
  'digest.paused': 'The brief “{edition}” is paused',
  'digest.resumed': 'The brief “{edition}” goes on',
  'digest.removed': 'The brief “{edition}” is removed',
  'digest.noSuch': 'This channel has no brief called “{edition}”. /digest list shows those it has.',
  'digest.row': '“{edition}”: {time} {zone}, {days}',
  'digest.next': 'Next: {date}, {time} ({zone})',
  'digest.isPaused': 'paused',
  'digest.isParked': 'stopped, because Discord refused it: {reason}. Mend that, then choose “resume”.',
  'digest.preview': 'This is what would be posted',
  'digest.stops': 'This would stop it',
  'digest.lacks': 'I lack these permissions in this channel: {permissions}. Give them to my role, then try again.',
  'digest.noPosts': 'Nothing is posted in a direct message. Use /digest in the channel of a server.',
  'digest.badTime': '“{time}” is not a time of day. Write it like 07:30.',
  'digest.badZone': '“{zone}” is not a time zone. Choose one from the list, like Europe/Belgrade.',
  'digest.badDays': '“{days}” are not days of the week. Choose from the list, or write Mon-Fri or Mon, Wed, Fri.',
  'digest.badEdition': 'The name of an edition has 1 to 32 letters, digits or hyphens.',
  'digest.everyDay': 'every day',
  'digest.late': 'Late: this was due at {time}.',
  'digest.missed': 'No brief was posted on {dates}: I was away for more than six hours.',
  'digest.notice.parked':
    'The daily brief “{edition}” of {date} is stopped: Discord refused it ({code}). See /digest preview there.',
  'digest.notice.uncertain':
    'It is not certain that the daily brief “{edition}” of {date} was posted: I may not read what was written in its channel ({code}). Please look there; I post nothing blindly.',
} as const;
