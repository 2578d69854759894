import { isObject, listOf, textsOf } from '../json.ts';
import type { Guild } from '../world/state.ts';

interface Mentioned {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
  readonly here: boolean;
}

/** Who a text names. Code and escaped signs name nobody. */
function mentionedIn(text: string): Mentioned {
  const bare = text
    .replaceAll(/```[\s\S]*?```/gu, ' ')
    .replaceAll(/``[^\n]*?``|`[^`\n]*`/gu, ' ')
    .replaceAll(/\\[<@]/gu, ' ');
  const ids = (pattern: RegExp): string[] => [...new Set([...bare.matchAll(pattern)].map((one) => one[1] ?? ''))];
  return {
    users: ids(/<@!?(\d{15,21})>/gu),
    roles: ids(/<@&(\d{15,21})>/gu),
    everyone: bare.includes('@everyone'),
    here: bare.includes('@here'),
  };
}

/**
 * Who would be pinged by a text: who is named in it, as far as `allowed_mentions` lets through. Without that field a
 * channel post pings everyone whom it names, and an answer to an interaction users alone (message.mdx, "Allowed
 * mentions"). A role that may not be mentioned, `@everyone` and `@here` also need a permission.
 */
export function pingsOf(
  text: string,
  allowed: unknown,
  by: 'channel' | 'interaction',
  guild: Guild | null,
  mayPingAll: boolean,
): string[] {
  const named = mentionedIn(text);
  const given = isObject(allowed) ? allowed : null;
  const parse = given ? textsOf(given['parse']) : by === 'channel' ? ['users', 'roles', 'everyone'] : ['users'];
  const lists = (key: 'users' | 'roles', id: string): boolean =>
    parse.includes(key) || (given !== null && listOf(given[key]).includes(id));
  const pinged = named.users.filter((id) => lists('users', id));
  for (const id of named.roles) {
    const role = guild?.roles.get(id);
    if (role && lists('roles', id) && (role.mentionable || mayPingAll)) pinged.push(id);
  }
  if (guild && mayPingAll && parse.includes('everyone')) {
    if (named.everyone) pinged.push('everyone');
    if (named.here) pinged.push('here');
  }
  return pinged;
}
