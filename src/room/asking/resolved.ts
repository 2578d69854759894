import { permissionsIn } from '../permissions.ts';
import { memberJson } from '../gateway/greeting.ts';
import { guildOf, messagesIn, parentOf, type Guild, type State } from '../state.ts';
import type { JsonObject } from '../json.ts';

/** The things that an interaction names by id, in full, as Discord sends them along. */
export interface Resolved {
  user(id: string): boolean;
  role(id: string): boolean;
  channel(id: string): boolean;
  message(channel: string, id: string, reader: string): boolean;
  attachment(id: string, file: JsonObject): void;
  /** Null where nothing was named. */
  json(): JsonObject | null;
}

/** Each function answers false where there is no such thing. */
export function openResolved(state: State, guild: Guild | null, asker: string): Resolved {
  const kinds: Record<string, JsonObject> = {};
  const put = (kind: string, id: string, value: unknown): boolean => {
    kinds[kind] = { ...kinds[kind], [id]: value };
    return true;
  };
  return {
    user(id) {
      const user = state.users.get(id);
      if (!user) return false;
      const member = guild?.members.get(id);
      if (member) {
        const { user: _user, deaf: _deaf, mute: _mute, ...rest } = memberJson(member);
        put('members', id, { ...rest, permissions: '0' });
      }
      return put('users', id, user);
    },
    role(id) {
      const role = guild?.roles.get(id);
      return role ? put('roles', id, role) : false;
    },
    channel(id) {
      const channel = state.channels.get(id);
      if (!channel || channel.guild_id !== guild?.api.id) return false;
      const permissions = permissionsIn(guildOf(state, channel), channel, asker, parentOf(state, channel)).toString();
      const { name, type, parent_id } = channel;
      return put('channels', id, { id, name, type, parent_id: parent_id ?? null, permissions });
    },
    message(channel, id, reader) {
      const stored = messagesIn(state, channel).get(id);
      if (!stored || (stored.only !== null && stored.only !== reader)) return false;
      return put('messages', id, stored.message);
    },
    attachment(id, file) {
      put('attachments', id, file);
    },
    json: () => (Object.keys(kinds).length > 0 ? kinds : null),
  };
}
