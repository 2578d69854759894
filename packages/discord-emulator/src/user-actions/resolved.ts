import { permissionsIn } from '../world/permissions.ts';
import { memberJson } from '../gateway/ready-events.ts';
import { guildOf, messagesIn, parentOf, type Guild } from '../world/state.ts';
import type { JsonObject } from '../json.ts';
import type { Core } from '../context.ts';
import { keepUpload } from '../messages/uploads.ts';
import type { Upload } from '../web-client/protocol.d.ts';
import { NotPossible } from './not-possible.ts';

/** The things that an interaction names by id, in full, as Discord sends them along. */
export interface Resolved {
  user(id: string): boolean;
  role(id: string): boolean;
  channel(id: string): boolean;
  message(id: string): boolean;
  /** Keeps a file that the user sent along, and answers with the id of its attachment. Throws NotPossible. */
  upload(id: string): string;
  /** Null where nothing was named. */
  json(): JsonObject | null;
}

/** Ten MiB: what a file may have in a server without boosts. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** Each function but `upload` answers false where there is no such thing. */
export function openResolved(
  core: Core,
  guild: Guild | null,
  channel: string,
  asker: string,
  files: readonly Upload[],
): Resolved {
  const { state } = core;
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
      const named = state.channels.get(id);
      if (!named || named.guild_id !== guild?.api.id) return false;
      const permissions = permissionsIn(guildOf(state, named), named, asker, parentOf(state, named)).toString();
      const { name, type, parent_id } = named;
      return put('channels', id, { id, name, type, parent_id: parent_id ?? null, permissions });
    },
    message(id) {
      const stored = messagesIn(state, channel).get(id);
      if (!stored || (stored.only !== null && stored.only !== asker)) return false;
      return put('messages', id, stored.message);
    },
    upload(id) {
      const file = files.find((one) => one.id === id);
      if (!file) throw new NotPossible(`No file "${id}" was sent along.`);
      const bytes = new Uint8Array(Buffer.from(file.data, 'base64'));
      if (bytes.length > LARGEST_FILE) throw new NotPossible('The file is larger than 10 MiB.');
      const kept = keepUpload(core, channel, { name: file.name, type: file.type, bytes }, {});
      put('attachments', kept.id, { ...kept, ephemeral: true });
      return kept.id;
    },
    json: () => (Object.keys(kinds).length > 0 ? kinds : null),
  };
}
