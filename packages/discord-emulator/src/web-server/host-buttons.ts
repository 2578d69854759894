import { askerAt } from '../user-actions/actor.ts';
import { NotPossible } from '../user-actions/not-possible.ts';
import type { State } from '../world/state.ts';

/** A button that the host of the emulator adds to the page, beside Discord's own. */
export interface Extra {
  readonly label: string;
  /** Answers with a sentence that the page shows. */
  run(channel: string): Promise<string>;
}

/** @throws NotPossible for what is not offered, and for a user who does not see the channel. */
export async function runExtra(
  { extras, state }: { readonly extras: readonly Extra[]; readonly state: State },
  user: string,
  channel: string,
  label: string,
): Promise<string> {
  const extra = extras.find((one) => one.label === label);
  if (!extra) throw new NotPossible(`There is no button "${label}" here.`);
  askerAt(state, user, channel);
  return extra.run(channel);
}
