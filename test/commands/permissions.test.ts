import { describe, expect, it } from 'vitest';
import { type Rank, checkPermission, type Origin } from '../../src/commands/permissions.ts';
import { commands, PERMISSION_RULES } from '../../src/commands/index.ts';
import { TERMINAL } from '../../src/commands/ask.ts';
import { actions } from '../../src/discord/components/actions/index.ts';
import { messageCommandsOf } from '../../src/discord/registration/command-diff.ts';
import { PROPOSAL_ACTIONS } from '../../src/reply/model/card.ts';

/** Each command, or each of its subcommands; what of it is offered while it is typed; its menus and its windows. */
const ENTRIES = commands.flatMap((command) => {
  const { definition: data, draft } = command;
  const subcommands = (data.options ?? []).flatMap(({ type, name }) => (type === 1 ? [`${data.name}.${name}`] : []));
  const names = subcommands.length > 0 ? subcommands : [data.name];
  return [
    ...names.map((name) => `command:${name}`),
    ...(command.autocomplete === undefined ? [] : names.map((name) => `autocomplete:${name}`)),
    ...messageCommandsOf(command).map(({ name }) => `menu:${name}`),
    ...(draft === undefined ? [] : [`form:${data.name}`]),
  ];
});
const BUTTONS = [...actions.map(({ name }) => name), ...PROPOSAL_ACTIONS, 'doubt'].map((name) => `button:${name}`);

/** Who may do what at least, written down apart from the code: `rank @ place`; whatever is not named here is for all who may ask about the story. */
const TABLE: Readonly<Record<string, string>> = {
  'command:forget-me': 'reader @ everywhere',
  'button:del': 'reader @ everywhere',
  'command:fact.propose': 'reporter @ desk',
  'command:fact.correct': 'reporter @ desk',
  'command:fact.update': 'reporter @ desk',
  'command:fact.retract': 'reporter @ desk',
  'command:fact.verify': 'reporter @ desk',
  'command:fact.list': 'reporter @ desk',
  'command:fact.edit': 'reporter @ desk',
  'command:fact.withdraw': 'reporter @ desk',
  'command:fact.submit': 'reporter @ desk',
  'command:fact.approve': 'editor @ desk',
  'command:fact.reject': 'editor @ desk',
  'menu:Propose as fact': 'reporter @ desk',
  'button:edit': 'reporter @ desk',
  'button:withdraw': 'reporter @ desk',
  'button:submit': 'reporter @ desk',
  'button:approve': 'editor @ desk',
  'button:reject': 'editor @ desk',
  'part:waiting': 'reporter @ desk',
  'part:shown': 'editor @ desk',
  'part:misses': 'editor @ desk',
  'command:question.own': 'reporter @ desk',
  'command:question.answer': 'editor @ desk',
  'command:question.drop': 'editor @ desk',
  'command:question.link': 'editor @ desk',
  'setting:roles': 'administrator @ server',
  'setting:curation': 'administrator @ server',
};

/** What is offered while a command is typed, and the window that it opens, are open to those who may use it. */
const wanted = (entry: string): string =>
  TABLE[entry.replace(/^(?:autocomplete|form):/, 'command:')] ?? 'reader @ story';

const DESK = '1';
const PLACES = { desk: DESK, elsewhere: '2', direct: null } as const;
/** What the story says of the place: it may be asked about there, or one reason why not. */
const ACCESS = [null, 'direct', 'notInstalled', 'notNamed'] as const;
const CURATED = { server: DESK, channel: '3' };
const UNCLAIMED = { curating: null, refused: null };
const ORDER: readonly Rank[] = ['reader', 'reporter', 'editor', 'administrator'];

/** The members of a newsroom; the manager of its server has no role of the desk. */
const PEOPLE: readonly (readonly [string, Pick<Origin, 'rank' | 'managesServer'>])[] = [
  ...ORDER.map((rank) => [rank, { rank, managesServer: false }] as const),
  ['manager', { rank: 'reader', managesServer: true }],
];

interface Cell {
  readonly entry: string;
  readonly person: (typeof PEOPLE)[number][1];
  readonly place: keyof typeof PLACES;
  readonly refused: (typeof ACCESS)[number];
}

function mayByTable({ entry, person, place, refused }: Cell): boolean {
  const [rank = '', where = ''] = wanted(entry).split(' @ ');
  if (where === 'everywhere') return true;
  if (refused !== null) return false;
  if (where !== 'story' && place === 'direct') return false;
  if (where === 'desk' && place !== 'desk') return false;
  const isAbove = ORDER.indexOf(person.rank) >= ORDER.indexOf(rank as Rank);
  return isAbove || (entry.startsWith('setting:') && person.managesServer);
}

describe('a way in', () => {
  it('has a rule, whatever leads to it: a command, its choices, a menu, a window, a button', () => {
    expect([...ENTRIES, ...BUTTONS].filter((entry) => !PERMISSION_RULES.has(entry))).toEqual([]);
    expect(ENTRIES.length).toBeGreaterThan(50);
  });

  it('is named in the table only if it is there', () => {
    expect(Object.keys(TABLE).filter((entry) => !PERMISSION_RULES.has(entry))).toEqual([]);
  });

  const cells = [...PERMISSION_RULES.keys()].flatMap((entry) =>
    PEOPLE.flatMap(([name, person]) =>
      (Object.keys(PLACES) as (keyof typeof PLACES)[]).flatMap((place) =>
        ACCESS.map((refused) => ({ entry, name, person, place, refused })),
      ),
    ),
  );

  it('is open to whom the table says, in every cell: entry × rank × place × access', () => {
    const wrong = cells.flatMap(({ name, ...cell }) => {
      const { entry, person, place, refused } = cell;
      const from = { ...TERMINAL, ...person, server: PLACES[place] };
      const may = checkPermission(entry, from, { curating: CURATED, refused }, PERMISSION_RULES) === null;
      return may === mayByTable(cell) ? [] : [`${entry} for ${name} in ${place}, ${refused}: ${String(may)}`];
    });
    expect(wrong).toEqual([]);
    expect(cells.length).toBeGreaterThan(4_000);
  });

  it('is closed, where the base would be changed, before any server curates the story', () => {
    const chief = { ...TERMINAL, server: DESK, rank: 'administrator', managesServer: true } as const;
    const open = [...PERMISSION_RULES.keys()].filter(
      (entry) =>
        wanted(entry).endsWith('@ desk') && checkPermission(entry, chief, UNCLAIMED, PERMISSION_RULES) === null,
    );
    expect(open).toEqual([]);
  });

  it('without a rule is open to nobody, not to an administrator either', () => {
    const chief = { ...TERMINAL, server: DESK, rank: 'administrator', managesServer: true } as const;
    expect(checkPermission('command:nuke', chief, { curating: CURATED, refused: null }, PERMISSION_RULES)).toBe(
      'unknown',
    );
    expect(checkPermission('', chief, UNCLAIMED, PERMISSION_RULES)).toBe('unknown');
  });
});

describe('the rules', () => {
  it('are declared once for each entry point, so that none loosens another', () => {
    const declared = commands.flatMap(({ rules = new Map<string, unknown>() }) => [...rules.keys()]);
    expect(declared.length).toBeGreaterThan(50);
    expect(declared.filter((entry, at) => declared.indexOf(entry) !== at)).toEqual([]);
  });
});
