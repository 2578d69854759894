import type { StoryHead } from '../data/model/fact.ts';
import type { Desk } from './command.ts';
import type { AccessRefusal, CurationClaim, Origin, StoryAccess } from './permissions.ts';

type Place = Pick<Origin, 'server' | 'isInstalled'>;
type Knows = Pick<Desk, 'stories' | 'store' | 'servers' | 'clock'>;

/** What `servers` and `open` of story.yml say; null for a story that is not loaded. */
const headOf = (story: string, { stories, clock }: Knows): StoryHead | null =>
  stories.get(story)?.(clock.now()).story ?? null;

/**
 * The claim on a story. One of a server that story.yml does not name counts for nothing.
 */
async function claimOf(story: string, desk: Knows): Promise<CurationClaim> {
  const claim = (await desk.store?.curationClaims.of(story)) ?? null;
  const { servers = [] } = headOf(story, desk) ?? {};
  const isNamed = servers.length === 0 || desk.servers === 'ownMachine' || servers.includes(claim?.server ?? '');
  return isNamed ? claim : null;
}

/**
 * Whether a server is the only one that can be meant: story.yml names it alone, or names none and the bot serves one story
 * in one server.
 */
export function isOnlyServer(story: string, server: string, desk: Knows): boolean {
  if (desk.servers === 'ownMachine') return true;
  const { servers = [] } = headOf(story, desk) ?? {};
  if (servers.length > 0) return servers.length === 1 && servers[0] === server;
  return desk.stories.size === 1 && desk.servers.only() === server;
}

/** Whether story.yml leaves it open that the server curates the story. */
export function mayCurate(story: string, server: string, desk: Knows): boolean {
  const { servers = [] } = headOf(story, desk) ?? {};
  return desk.servers === 'ownMachine' || servers.length === 0 || servers.includes(server);
}

function refusalOf(
  story: string,
  { server, isInstalled }: Place,
  claim: CurationClaim,
  desk: Knows,
): AccessRefusal | null {
  if (desk.servers === 'ownMachine') return null;
  const head = headOf(story, desk);
  if (head?.open === true) return null;
  if (server === null) return 'direct';
  if (!isInstalled || !desk.servers.has(server)) return 'notInstalled';
  // Nothing is served of a story that is not loaded; the sentence about that is for those who have chosen it.
  if (head === null) return null;
  const { servers = [] } = head;
  if (servers.length > 0) return servers.includes(server) ? null : 'notNamed';
  // Where a server curates the story, another one that the bot joins later takes nothing from it.
  if (claim !== null) return claim.server === server ? null : 'notNamed';
  return isOnlyServer(story, server, desk) ? null : 'notNamed';
}

/** What a story allows at a place. Without a story: whether any story may be asked about there. */
export async function storyAccess(story: string | null, place: Place, desk: Knows): Promise<StoryAccess> {
  if (story !== null) {
    const curating = await claimOf(story, desk);
    return { curating, refused: refusalOf(story, place, curating, desk) };
  }
  const each = await Promise.all([...desk.stories.keys()].map((id) => storyAccess(id, place, desk)));
  const refused = each.find((one) => one.refused === null) === undefined ? (each[0]?.refused ?? null) : null;
  return { curating: null, refused };
}

/** Whether the bot may post about a story in a server of its own accord. */
export const mayPostIn = async (story: string, server: string | null, desk: Knows): Promise<boolean> =>
  (await storyAccess(story, { server, isInstalled: true }, desk)).refused === null;
