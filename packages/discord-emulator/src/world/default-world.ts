import type { World } from './world.ts';
import type { PermissionName } from './permissions.ts';

const READ: readonly PermissionName[] = ['ViewChannel', 'ReadMessageHistory', 'AddReactions'];
const TALK: readonly PermissionName[] = [...READ, 'SendMessages', 'SendMessagesInThreads', 'UseApplicationCommands'];
/** The five that the bot asks for when it is invited, and no more. */
const BOT: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
];

const MARA = '1400000000000000101';
const TOMAS = '1400000000000000102';
const INES = '1400000000000000103';
const JO = '1400000000000000104';
const REPORTERS = '1400000000000000201';
const EDITORS = '1400000000000000202';
const ADMINISTRATORS = '1400000000000000203';

/** The names of the default world that tests and the page speak of. */
export const DEFAULT_IDS = {
  application: '1400000000000000001',
  harbour: '1400000000000000010',
  valley: '1400000004200000020',
  desk: '1400000000000000301',
  morning: '1400000000000000302',
  corrections: '1400000000000000303',
  notices: '1400000000000000304',
  board: '1400000000000000305',
  thread: '1400000000000000306',
  valleyDesk: '1400000004200000401',
  reporter: MARA,
  editor: TOMAS,
  administrator: INES,
  stranger: JO,
  roles: { reporters: REPORTERS, editors: EDITORS, administrators: ADMINISTRATORS },
} as const;

/** Two newsrooms that exist nowhere, with one person of each kind that a rule may have to tell apart. */
export const defaultWorld: World = {
  application: { id: DEFAULT_IDS.application, name: 'Factdesk', about: 'Answers with their sources.' },
  users: [
    { id: MARA, name: 'mara', shown: 'Mara (reporter)' },
    { id: TOMAS, name: 'tomas', shown: 'Tomas (editor)' },
    { id: INES, name: 'ines', shown: 'Ines (administrator)' },
    { id: JO, name: 'jo', shown: 'Jo (no role)', locale: 'de' },
  ],
  guilds: [
    {
      id: DEFAULT_IDS.harbour,
      name: 'Harbour Desk',
      owner: INES,
      everyone: TALK,
      bot: BOT,
      roles: [
        { id: REPORTERS, name: 'Reporters', colour: 0x3498db, may: ['EmbedLinks', 'AttachFiles'], mentionable: true },
        { id: EDITORS, name: 'Editors', colour: 0x2ecc71, may: ['EmbedLinks', 'AttachFiles', 'ManageMessages'] },
        { id: ADMINISTRATORS, name: 'Administrators', colour: 0xe67e22, may: ['Administrator', 'ManageGuild'] },
      ],
      channels: [
        { id: '1400000000000000300', name: 'Newsroom', kind: 'category' },
        { id: DEFAULT_IDS.desk, name: 'desk', parent: '1400000000000000300', topic: 'Ask here' },
        { id: DEFAULT_IDS.morning, name: 'morning-meeting', parent: '1400000000000000300', topic: 'Every day at nine' },
        { id: DEFAULT_IDS.corrections, name: 'corrections', parent: '1400000000000000300' },
        {
          id: DEFAULT_IDS.notices,
          name: 'notices',
          topic: 'Only administrators write here',
          except: [
            { who: 'everyone', deny: ['SendMessages'] },
            { who: 'bot', deny: ['SendMessages'] },
          ],
        },
        {
          id: DEFAULT_IDS.board,
          name: 'board',
          topic: 'Administrators only, and no bots',
          except: [{ who: 'everyone', deny: ['ViewChannel'] }],
        },
        { id: DEFAULT_IDS.thread, name: 'Who is at the scene', kind: 'thread', parent: DEFAULT_IDS.desk },
      ],
      members: [
        { user: MARA, roles: [REPORTERS] },
        { user: TOMAS, roles: [EDITORS] },
        { user: INES, roles: [ADMINISTRATORS] },
        { user: JO, roles: [] },
      ],
    },
    {
      id: DEFAULT_IDS.valley,
      name: 'Valley Weekly',
      owner: JO,
      everyone: TALK,
      bot: BOT,
      roles: [{ id: '1400000004200000211', name: 'Staff', colour: 0x9b59b6, may: ['AttachFiles', 'EmbedLinks'] }],
      channels: [
        { id: DEFAULT_IDS.valleyDesk, name: 'newsdesk', topic: 'The weekly' },
        { id: '1400000004200000402', name: 'off-topic' },
      ],
      members: [
        { user: JO, roles: [] },
        { user: TOMAS, roles: ['1400000004200000211'] },
      ],
    },
  ],
};
