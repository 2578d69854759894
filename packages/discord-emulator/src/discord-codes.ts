/** Discord's numbers, by the names that its documentation gives them. */
export const INTERACTION = { ping: 1, command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export const CALLBACK = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

export const COMPONENT = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export const FLAG = { suppressEmbeds: 4, ephemeral: 64, loading: 128, silent: 4096, v2: 32_768 } as const;

export const MESSAGE = { plain: 0, reply: 19, slash: 20, menu: 23 } as const;

export const COMMAND = { chat: 1, user: 2, message: 3 } as const;

export const OPTION = {
  sub: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

export const CHANNEL = {
  text: 0,
  direct: 1,
  category: 4,
  announcement: 5,
  publicThread: 11,
  privateThread: 12,
} as const;

export const INTENT = {
  guilds: 1,
  members: 2,
  guildMessages: 512,
  directMessages: 4096,
  messageContent: 32_768,
} as const;
