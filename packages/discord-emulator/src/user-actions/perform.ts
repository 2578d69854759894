import type { APIInteraction, APIInteractionGuildMember } from 'discord-api-types/v10';
import { INTERACTION } from '../discord-codes.ts';
import type { Core } from '../context.ts';
import { memberJson } from '../gateway/ready-events.ts';
import { deliver } from '../interactions.ts';
import { isObject, objectOf, objectsOf, textOf, type JsonObject } from '../json.ts';
import type { Interaction } from '../web-client/protocol.d.ts';
import { permissionsIn } from '../world/permissions.ts';
import { parentOf, type Asked, type Stored } from '../world/state.ts';
import { askerAt, type Asker } from './actor.ts';
import { commandData, type Chosen } from './command.ts';
import { componentData } from './component.ts';
import { modalData } from './modal.ts';
import { NotPossible } from './not-possible.ts';
import { openResolved } from './resolved.ts';

/** Ten MiB: what a file may have in a server without boosts. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** What a page sent as an act of its user, if it is one. Throws NotPossible. */
export function readAct(body: JsonObject): Interaction {
  const { nonce, user, guild, channel, message, type, data, files } = body;
  const words = [nonce, user, channel].every((one) => typeof one === 'string');
  const fits = words && isObject(data) && (message === undefined || typeof message === 'string');
  if (!fits || ![2, 3, 4, 5].includes(Number(type))) throw new NotPossible('This is no interaction.');
  const uploads = objectsOf(files).map((one) => ({
    id: textOf(one['id']),
    name: textOf(one['name']),
    type: textOf(one['type']),
    data: textOf(one['data']),
  }));
  return {
    nonce: textOf(nonce),
    user: textOf(user),
    guild: typeof guild === 'string' ? guild : null,
    channel: textOf(channel),
    ...(typeof message === 'string' && { message }),
    type: Number(type) as Interaction['type'],
    data: objectOf(data),
    files: uploads,
  };
}

/** Performs a user's act: checks it as Discord's own client would, and sends it to the bot. Throws NotPossible. */
export function ask(core: Core, act: Interaction): Asked {
  const { state } = core;
  const asker = askerAt(state, act.user, act.channel);
  const resolved = openResolved(core, asker.guild, act.channel, asker.id, act.files ?? []);
  let chosen: Chosen | null = null;
  let source: Stored | null = null;
  let data: JsonObject;
  let focused: number | null = null;
  if (act.type === INTERACTION.command || act.type === INTERACTION.autocomplete) {
    const typing = act.type === INTERACTION.autocomplete;
    if (asker.guild && !(asker.permissions & (1n << 31n)))
      throw new NotPossible('This user may not use commands here.');
    ({ chosen, data, focused } = commandData(asker, act.data, resolved, typing));
  } else if (act.type === INTERACTION.component) {
    ({ stored: source, data } = componentData(asker, act.message ?? '', act.data, resolved));
  } else {
    const open = state.modals.get(`${act.user} ${String(act.data['custom_id'])}`);
    if (!open) throw new NotPossible('No such modal is open for this user.');
    data = modalData(open.modal, act.data, resolved);
    source = open.source === null ? null : (state.messages.get(act.channel)?.get(open.source) ?? null);
    state.modals.delete(`${act.user} ${String(act.data['custom_id'])}`);
  }
  const named = resolved.json();
  const whole = named ? { ...data, resolved: named } : data;
  state.askedSoFar += 1;
  const asked: Asked = {
    id: core.newId(),
    ordinal: state.askedSoFar,
    token: `${core.secretWord()}${core.secretWord()}`,
    nonce: act.nonce,
    user: act.user,
    guild: asker.guild?.api.id ?? null,
    channel: act.channel,
    type: act.type,
    at: core.clock.now(),
    command: chosen,
    source: source?.message.id ?? null,
    focused,
    refusal: null,
    answered: null,
    failed: false,
    original: null,
    loading: false,
    followUps: 0,
    settle: () => {},
  };
  core.log.write('user', `${state.users.get(act.user)?.username ?? act.user} asked: ${nameOf(act, chosen)}`);
  deliver(core, asked, payloadOf(core, asker, asked, whole, source));
  return asked;
}

function nameOf(act: Interaction, chosen: Chosen | null): string {
  if (chosen) return act.type === INTERACTION.autocomplete ? `/${chosen.name} (typing)` : `/${chosen.name}`;
  return act.type === INTERACTION.component ? 'a component' : 'a modal';
}

function payloadOf(core: Core, asker: Asker, asked: Asked, data: JsonObject, source: Stored | null): APIInteraction {
  const { state } = core;
  const { guild, channel } = asker;
  const user = state.users.get(asker.id);
  const member = guild?.members.get(asker.id);
  const bits = asker.permissions.toString();
  const own = permissionsIn(guild, channel, state.bot.id, parentOf(state, channel));
  const told = {
    id: asked.id,
    application_id: state.application.id,
    type: asked.type,
    token: asked.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channel, permissions: bits },
    app_permissions: own.toString(),
    locale: state.locales.get(asker.id) ?? 'en-GB',
    entitlements: [],
    authorizing_integration_owners: { 0: guild?.api.id ?? '0' },
    context: guild ? 0 : 1,
    attachment_size_limit: LARGEST_FILE,
    ...(source && { message: source.message }),
    ...(guild && {
      guild_id: guild.api.id,
      guild: { id: guild.api.id, locale: guild.api.preferred_locale, features: guild.api.features },
      guild_locale: guild.api.preferred_locale,
    }),
    ...(member
      ? { member: { ...memberJson(member), permissions: bits } as unknown as APIInteractionGuildMember }
      : { user }),
  };
  return told as unknown as APIInteraction;
}
