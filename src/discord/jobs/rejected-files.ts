import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { refusedFiles, type RefusedFiles } from '../../reply/cards/notices.ts';
import type { Store } from '../../store/store.ts';
import { telling } from '../delivery/publisher.ts';
import { COLOUR, languageIn, posted } from '../rendering/channel-message.ts';
import type { Errand } from './job.ts';
import type { CuratedIn } from './job.ts';

export interface Refused extends RefusedFiles {
  /** Of the files. */
  readonly version: string;
}

interface RefusedOptions {
  /** Stories whose files do not pass now. */
  readonly refusals: () => readonly Refused[];
  readonly store: Pick<Store, 'ledger' | 'settings'>;
  readonly curatedIn: CuratedIn;
  readonly clock: Clock;
}

/** Tells the editors of a story what is wrong with its files, once for each version of them. */
export function tellRefused({ refusals, store, curatedIn, clock }: RefusedOptions): Errand {
  return async (announcer) => {
    for (const refused of refusals()) {
      const desk = await curatedIn(refused.id);
      const edition = editionOf(refused);
      if (desk === null || (await store.ledger.told('refused', edition)).has(desk.channel)) continue;
      // Nothing may be loaded of the story, so its own language may not be known.
      const language = await languageIn(store, desk, { language: 'en' });
      const messages = posted(refusedFiles(refused, language), refused, language, COLOUR.correction);
      await announcer.once(telling('refused', edition, desk, { now: clock.now() }), { messages, memo: null });
    }
  };
}

const editionOf = ({ id, version }: Refused): string =>
  createHash('sha256')
    .update(JSON.stringify([id, version]))
    .digest('base64url')
    .slice(0, 22);
