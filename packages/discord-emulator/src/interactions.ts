import type { APIInteraction } from 'discord-api-types/v10';
import { CALLBACK, FLAG, INTERACTION, MESSAGE } from './discord-codes.ts';
import type { Core } from './context.ts';
import { messagesIn, type Asked, type Stored } from './world/state.ts';

/** Which answers each kind of interaction takes (receiving-and-responding.mdx, "Interaction Callback Type"). */
const TAKES: Readonly<Record<number, readonly number[]>> = {
  [INTERACTION.command]: [CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.modal],
  [INTERACTION.component]: [
    CALLBACK.message,
    CALLBACK.deferredMessage,
    CALLBACK.deferredUpdate,
    CALLBACK.update,
    CALLBACK.modal,
  ],
  [INTERACTION.autocomplete]: [CALLBACK.choices],
  [INTERACTION.modal]: [CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.deferredUpdate, CALLBACK.update],
};

/** Whether an interaction may be answered with a callback of this type. An update needs a message to be updated. */
export function takes(asked: Asked, callback: number): boolean {
  const updates = callback === CALLBACK.update || callback === CALLBACK.deferredUpdate;
  return (TAKES[asked.type] ?? []).includes(callback) && (!updates || asked.source !== null);
}

/** Sends an interaction to the bot and begins to count the seconds that it has. */
export function deliver(core: Core, asked: Asked, payload: APIInteraction): void {
  core.state.asked.set(asked.token, asked);
  forgetOld(core);
  const connected = core.gateway.connected() > 0;
  asked.settle = core.clock.after(core.settings.ackMs, () =>
    fail(
      core,
      asked,
      `${connected ? 'The application did not respond in time.' : 'The bot is not connected.'}${refused(asked)}`,
    ),
  );
  core.gateway.dispatch('INTERACTION_CREATE', payload, { guild: asked.guild, subject: `#${asked.ordinal}` });
}

function fail(core: Core, asked: Asked, reason: string): void {
  asked.failed = true;
  core.log.write('user', `interaction ${asked.id}: ${reason}`);
  core.bus.tell({ type: 'failed', user: asked.user, nonce: asked.nonce, reason });
}

/** Starts the timeout of a deferred answer: as long as the token works. */
export function awaitRest(core: Core, asked: Asked): void {
  asked.settle = core.clock.after(core.settings.tokenMs, () => fail(core, asked, 'The promised answer never came.'));
}

/** The developer learns why: Discord itself would only say the first sentence. */
function refused(asked: Asked): string {
  return asked.refusal === null ? '' : ` Its answer was refused: ${asked.refusal}`;
}

/** Whether the token still works: 15 minutes from the interaction on. */
export function alive(core: Core, asked: Asked): boolean {
  return core.clock.now() - asked.at < core.settings.tokenMs;
}

/** The message that `@original` means, if it is still there. */
export function originalOf(core: Core, asked: Asked): Stored | null {
  if (asked.original === null) return null;
  return messagesIn(core.state, asked.channel).get(asked.original) ?? null;
}

/** How an answer is shown: "Mara used /who" over a command's, a reply under a button's. */
export function placeOf(core: Core, asked: Asked): { type: number; more: Record<string, unknown> } {
  const { state } = core;
  const user = state.users.get(asked.user);
  const owners = { 0: asked.guild ?? '0' };
  const about = { id: asked.id, user, authorizing_integration_owners: owners };
  if (asked.command) {
    const { name, type } = asked.command;
    return {
      type: type === 1 ? MESSAGE.slash : MESSAGE.menu,
      more: {
        interaction: { id: asked.id, type: 2, name, user },
        interaction_metadata: { ...about, type: 2 },
      },
    };
  }
  const source = asked.source === null ? undefined : messagesIn(state, asked.channel).get(asked.source);
  const pressed = { ...about, type: 3, interacted_message_id: asked.source ?? asked.id };
  const metadata =
    asked.type === INTERACTION.modal ? { ...about, type: 5, triggering_interaction_metadata: pressed } : pressed;
  if (!source) return { type: MESSAGE.plain, more: { interaction_metadata: metadata } };
  const reference = { type: 0, channel_id: asked.channel, message_id: source.message.id };
  return {
    type: MESSAGE.reply,
    more: {
      interaction_metadata: metadata,
      message_reference: asked.guild === null ? reference : { ...reference, guild_id: asked.guild },
      referenced_message: source.message,
    },
  };
}

/** Only the asker sees a private answer: by its own flag, or because its message is private. */
export function onlyFor(asked: Asked, flags: number): string | null {
  return flags & FLAG.ephemeral ? asked.user : null;
}

/** Half an hour, so that a test can look up an interaction after its token has expired. */
const REMEMBERED_MS = 1_800_000;

/** Drops tokens that expired long ago: an emulator that runs for days must not grow for ever. */
function forgetOld(core: Core): void {
  const oldest = core.clock.now() - core.settings.tokenMs - REMEMBERED_MS;
  for (const [token, asked] of core.state.asked) {
    if (asked.at > oldest) return;
    core.state.asked.delete(token);
  }
}
