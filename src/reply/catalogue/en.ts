import { margin } from './en-check.ts';
import { declarations } from './en-commands.ts';
import { door } from './en-door.ts';
import { pictures } from './en-pictures.ts';

/**
 * The bot's own words. `{name}` is a place for a value; an entry with several forms is chosen by `{n}` after the plural
 * rules of the language. Facts and snippets are never translated: they stay in the language of the story.
 */
export const en = {
  ...declarations,
  ...margin,
  ...door,
  ...pictures,

  'status.confirmed': 'CONFIRMED',
  'status.reported': 'REPORTED',
  'status.attributed': 'ATTRIBUTED',
  'status.disputed': 'DISPUTED',
  'status.unverified': 'UNVERIFIED, not for publication',
  'status.retracted': 'RETRACTED, do not use',

  'kind.event': { one: '{n} event', other: '{n} events' },
  'kind.state': { one: '{n} state', other: '{n} states' },
  'kind.position': { one: '{n} position', other: '{n} positions' },
  'kind.quote': { one: '{n} quotation', other: '{n} quotations' },
  'kind.figure': { one: '{n} figure', other: '{n} figures' },
  'kind.role': { one: '{n} role', other: '{n} roles' },

  'type.person': 'person',
  'type.organisation': 'organisation',
  'type.group': 'group',
  'type.place': 'place',

  'fact.speaker': '{speaker}: ',
  'fact.speakerTold': '{speaker}, to {told}: ',
  'fact.via': '{speaker}, according to {told}: ',
  'fact.implied': 'place implied, not stated',
  'fact.damaged': 'Damaged in the source, check before use: {what}',
  'fact.oneOrigin': 'not confirmed by a second origin',
  'fact.disputes': 'In dispute with {ids}',
  'fact.corrected': 'CORRECTED {on}: was “{was}” ({because})',
  'fact.superseded': 'Overtaken by {ids}',
  'fact.because': 'Reason: {because}',
  'fact.figure': 'As printed: {value} ({unit}) · what it counts: {counts}',
  'fact.asOf': 'as of {date}',
  'fact.counted': 'Counted by {speaker}',
  'fact.countedNotSaid': 'Who counted is not said',
  'fact.words': '“{words}”',

  'source.outletUnknown': 'outlet not known',
  'source.dateUnknown': 'date not known',
  'source.line': 'line {n}',
  'source.inferred': '(inferred)',
  'source.published': 'Published: {date}',
  'source.retrieved': 'Retrieved: {date}',
  'source.licence': 'Licence: {licence}',
  'source.licenceUnknown': 'Licence not known: ask before quoting at length',
  'source.archived': 'Archived byte for byte, SHA-256 {hash}: matches',
  'source.notArchived': 'Not archived: its snippets are not checked by machine',
  'source.rests': { one: 'What rests on it: {n} fact', other: 'What rests on it: {n} facts' },
  'source.said': { one: 'What rests on their word: {n} fact', other: 'What rests on their word: {n} facts' },
  'source.told': { one: 'What was said to them: {n} fact', other: 'What was said to them: {n} facts' },
  'source.nothingSaid': 'Nothing in {story} rests on the word of {who}',
  'source.translated': 'Translated from {language}',

  'who.unnamed': 'Not named in our sources.',
  'who.role': '{title}, {of}',
  'who.spellings': 'Other spellings: {names}',
  'who.quotes': {
    one: '{n} quotation of theirs is in the base',
    other: '{n} quotations of theirs are in the base',
  },
  'who.noQuotes': 'No words of theirs are in the base',
  'who.is': 'Who they are',
  'who.newest': 'Newest first',
  'who.members': 'Who belongs to it',
  'who.several': { one: '{n} fits “{asked}”', other: '{n} fit “{asked}”: which one?' },
  'who.notLinked': 'Separate entries: nothing in the base says that they are the same.',

  'where.names': 'Names in use: {names}',
  'where.in': 'In {place}',
  'where.point': '{lat}° N, {lon}° E ({precision})',
  'where.noPoint': 'No coordinates are kept: the place is not drawn.',
  'where.here': 'What happened there, newest first',
  'where.inside': 'Within it: {place}',

  'way.alias': 'Found by another form of the name: “{matched}”',
  'way.transliteration': 'Found by its form in another script: “{matched}”',
  'way.role': 'Found by the role: {matched}',
  'way.prefix': 'Found by the beginning of “{matched}”',
  'way.fuzzy': 'Found by a like spelling: “{matched}”',
  'way.words': 'Found by the words of its facts: “{matched}”',

  'timeline.title': 'Timeline: {asked}',
  'timeline.all': 'Timeline of {story}',
  'timeline.dated': 'Oldest first',
  'timeline.best': 'Best answer first',
  'timeline.undated': 'Date not given',
  'timeline.noneOn': 'No facts dated {date} in {story}',
  'timeline.earlier': 'The nearest earlier: {date}',
  'timeline.later': 'The nearest later: {date}',
  'timeline.understood': 'Understood as {date}',

  'search.title': 'About {asked}',
  'search.counts': 'Found: {counts}',
  'search.people': 'People, organisations, places',
  'what.title': 'Asked: {asked}',
  'quote.title': 'In their words: {asked}',
  'figure.title': 'Figures: {asked}',
  'claim.title': 'Claimed, on somebody’s word: {asked}',

  'nothing.about': 'Nothing in {story} about {asked}',
  'nothing.noQuotes': 'No words of {who} are in {story}',
  'nothing.suggest': 'Did you mean: {names}?',
  'nothing.related': 'Related, does not answer this',
  'nothing.retracted': 'Retracted, do not use',
  'nothing.noSuchDay': '“{day}” is not a day of the calendar',
  'nothing.empty': 'Type what you look for.',

  'brief.title': 'Brief: {story}, {date}',
  'brief.quiet': 'Nothing new since {since}.',
  'brief.stands': 'Where it stands',
  'brief.new': 'New',
  'brief.said': 'What we can say, and on whose word',
  'brief.dispute': 'In dispute or not for publication',
  'brief.unknown': 'What we do not know',
  'brief.owner': 'owner: {owner}',
  'brief.unowned': 'nobody’s yet',
  'brief.corrected': 'Corrected',
  'brief.ahead': 'Ahead',
  'brief.names': 'Names and spellings',

  'context.title': 'Where it stands in the source',

  'help.title': 'What can be asked about {story}',
  'help.commands': 'Commands',
  'help.examples': 'Try',
  'help.proof':
    'Every statement comes with the snippet that proves it. The choices may be ignored: free text is answered too. Names are found in any spelling or script.',

  'foot.story': '{story} · {facts}',
  'foot.facts': { one: '{n} fact', other: '{n} facts' },
} as const;
