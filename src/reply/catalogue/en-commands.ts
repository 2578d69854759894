/** How the commands and their options present themselves in Discord's own menus: at most 100 characters each. */
export const declarations = {
  'command.who': 'Who is this? A person, an organisation or a group of the story',
  'command.where': 'A place of the story: its names, and what happened there',
  'command.timeline': 'What happened when, oldest first',
  'command.when': 'When did it happen?',
  'command.search': 'Search all facts of the story',
  'command.help': 'What can be asked here',

  'option.name': 'A name, a role or an id, in any spelling or script',
  'option.place': 'A place, in any spelling or script',
  'option.query': 'Words, a name or a date',
  'option.words': 'Words that you look for',
  'option.question': 'Your question, in your own words',
  'option.from': 'From this day on: “Monday”, “1 June”, “29.5.2023”',
  'option.to': 'Up to this day',
  'option.day': 'On this day',
  'option.person': 'Only what concerns this person, organisation or group',
  'option.kind': 'Only facts of this kind',
  'option.status': 'Only facts of this status',
  'option.said_by': 'Only what rests on the word of this speaker',
  'option.share': 'Show the answer to everybody in the channel',
} as const;
