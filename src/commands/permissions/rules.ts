import type { Origin } from './rank.ts';
import { RANKS, type Rank, type Roles, type CurationClaim, type Rule, type Rules } from './rank.ts';

export const EVERYONE: Rule = { rank: 'reader', where: 'anywhere' };
const ADMINISTRATORS: Rule = { rank: 'administrator', where: 'server', orManages: 'server' };

const REPORTERS: Rule = { rank: 'reporter', where: 'curating' };
const EDITORS: Rule = { rank: 'editor', where: 'curating' };

const LOOK_UPS = ['who', 'where', 'timeline', 'when', 'what', 'quote', 'figure', 'source', 'search', 'claim', 'brief'];
/** These look at what their asker may manage in the channel by themselves, and say what is missing there. */
const OF_THE_CHANNEL = [
  'story',
  'settings',
  ...each('digest', ['set', 'list', 'preview', 'pause', 'resume', 'remove']),
];
/** What reporters may write, and what only editors decide. */
const WRITING = ['propose', 'correct', 'update', 'retract', 'verify', 'list', 'edit', 'withdraw', 'submit'];
const DECIDING = ['approve', 'reject'];
const PRESSES = ['ask', 'page', 'post', 'src', 'log', 'del', 'bad', 'doubt'];

/**
 * Every way in: a command (`command:fact.propose`), its choices, a menu, a button, a window, a setting, a part of an answer
 * that not everybody may read. What stands nowhere here is denied.
 */
export const PERMISSION_RULES: Rules = new Map([
  ...typed([...LOOK_UPS, ...OF_THE_CHANNEL, 'check', 'help', 'forget-me', 'fact.show'], EVERYONE),
  ...typed(each('question', ['list', 'ask']), EVERYONE),
  ...typed(each('question', ['own']), REPORTERS),
  ...typed(each('question', ['answer', 'drop', 'link']), EDITORS),
  ...typed(each('fact', WRITING), REPORTERS),
  ...typed(each('fact', DECIDING), EDITORS),
  ...rulesFor('menu', ['Propose as fact'], REPORTERS),
  ...rulesFor('button', ['edit', 'withdraw', 'submit'], REPORTERS),
  ...rulesFor('button', DECIDING, EDITORS),
  ...rulesFor('form', each('fact', WRITING), REPORTERS),
  ...rulesFor('form', each('fact', DECIDING), EDITORS),
  ...rulesFor('part', ['waiting'], REPORTERS),
  ...rulesFor('part', ['shown', 'misses'], EDITORS),
  ...rulesFor('menu', ['Check against the facts'], EVERYONE),
  ...rulesFor('button', PRESSES, EVERYONE),
  ...rulesFor('form', ['check', 'bad'], EVERYONE),
  ...rulesFor('setting', ['roles', 'curation'], ADMINISTRATORS),
]);

/**
 * Why somebody may not: nothing allows it, not in a direct message, not before a server curates the story, not in another
 * server, or not with this rank.
 */
export type Refusal = 'unknown' | 'noServer' | 'unclaimed' | 'elsewhere' | `needs.${Rank}`;

/** Whether a way in is open to who acts; null if it is. `curating` is of the story that it is about. */
export function checkPermission(
  entry: string,
  from: Origin,
  curating: CurationClaim,
  rules = PERMISSION_RULES,
): Refusal | null {
  const rule = rules.get(entry);
  if (rule === undefined) return 'unknown';
  if (rule.where !== 'anywhere' && from.server === null) return 'noServer';
  if (rule.where === 'curating' && curating === null) return 'unclaimed';
  if (rule.where === 'curating' && curating?.server !== from.server) return 'elsewhere';
  const enough = RANKS.indexOf(from.rank) >= RANKS.indexOf(rule.rank);
  return enough || (rule.orManages === 'server' && from.managesServer) ? null : `needs.${rule.rank}`;
}

/** The highest rank that one of somebody's roles gives. */
export const rankOf = (roles: readonly string[], given: Roles | undefined): Rank =>
  RANKS.findLast((rank) => rank === 'reader' || given?.[rank].some((id) => roles.includes(id)) === true) ?? 'reader';

/** A command, or a subcommand of it, as it stands behind `command:` and `autocomplete:`. */
export const entryPoint = ({
  command,
  options: { action },
}: {
  command: string;
  options: { action?: string };
}): string => (action === undefined ? command : `${command}.${action}`);

function each(command: string, subcommands: readonly string[]): string[] {
  return subcommands.map((name) => `${command}.${name}`);
}

function rulesFor(kind: string, names: readonly string[], rule: Rule): [string, Rule][] {
  return names.map((name) => [`${kind}:${name}`, rule]);
}

/** What is typed, and what is offered meanwhile. */
function typed(names: readonly string[], rule: Rule): [string, Rule][] {
  return [...rulesFor('command', names, rule), ...rulesFor('autocomplete', names, rule)];
}
