import type { Store } from '../../store/store.ts';
import type { Log } from '../log.ts';

/** Releases what a server curated and pauses its briefs: the bot was removed from it. */
export async function leaveServer(
  server: string,
  { curationClaims, digests }: Pick<Store, 'curationClaims' | 'digests'>,
  log: Log,
): Promise<void> {
  const released: string[] = [];
  for (const { story } of await curationClaims.in(server)) {
    if (await curationClaims.release(story, server)) released.push(story);
  }
  const briefs = await digests.ofServer(server);
  const paused = briefs.filter(({ state }) => state === 'on');
  for (const { channel, edition } of paused) await digests.pause(channel, edition);
  log.warn({ server, released, pausedBriefs: paused.length }, 'the bot was removed from a server');
}
