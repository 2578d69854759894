/** What the bot says at the door: its buttons, and why a question or a press was not taken. */
export const door = {
  'door.noStore': 'I cannot reach what was set for this channel, so I do not know its story. Ask again in a minute.',
  'door.previous': 'Previous',
  'door.page': 'Page {page} of {pages}',
  'door.next': 'Next',
  'door.mean': { one: 'Did you mean this?', other: 'Did you mean one of these?' },
  'door.post': 'Post here',
  'door.asked': 'Asked by {name}: {question}',
  'door.continued': 'continued',
  'door.failed': 'Something went wrong here. It has been noted; please try again.',
  'door.unknown': 'This command is not known here any more. Type / to see those that are.',
  'door.tooLong': 'This question is too long. Shorten it, or use fewer options.',
  'door.stale': 'This button no longer fits the answer. Please ask again with the command.',
  'door.posted': 'This answer can already be seen by everybody here.',
} as const;
