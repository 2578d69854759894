import type { Fact, Story } from '../../data/model/fact.ts';
import { parseEdtf } from '../../data/model/edtf.ts';
import type { Card } from '../../reply/model/card.ts';
import { formatDate, formatInstant } from '../../reply/i18n/dates.ts';
import { factRecordCard, type FactRecord, type FactVersion } from '../../reply/cards/fact-record.ts';
import type { Language } from '../../reply/model/language.ts';
import type { RecordedRevision } from '../../store/curation/revisions.ts';
import type { Store } from '../../store/store.ts';
import { checkPermission } from '../permissions.ts';
import type { Ask, Desk } from '../command.ts';
import { storyAccess } from '../story-access.ts';
import { languageFor, storyOf } from '../ask.ts';
import { requireFact } from '../curation/named-fact.ts';
import { localDay } from '../../local-day.ts';

const MOST_VERSIONS = 20;
const MOST_WAITING = 100;

/** The whole record of a fact. Only its curators see where it was shown and which proposals are open. */
export async function show(ask: Ask, desk: Desk): Promise<Card> {
  const fact = requireFact(ask, desk);
  const { story } = storyOf(ask, desk);
  const language = languageFor(ask);
  const { store } = desk;
  const access = await storyAccess(story.id, ask.from, desk);
  const may = (part: string): boolean => checkPermission(`part:${part}`, ask.from, access, desk.rules) === null;
  const { versions, more } =
    store === null ? { versions: [], more: false } : await versionsOf(fact, story, desk, store, language);
  const server = access.curating?.server ?? '';
  return factRecordCard(
    {
      fact,
      story,
      checkedDays: daysSince(fact.checked?.on, ask.now, story.timezone),
      versions,
      more,
      waiting: store !== null && may('waiting') ? await waitingFor(fact, story.id, server, store) : [],
      shown: store !== null && may('shown') ? await placesOf(fact, story.id, story.timezone, store, language) : null,
    },
    language,
  );
}

/** Whole days since a date; null for a date that is not one day. */
export function daysSince(on: string | undefined, now: Temporal.Instant, zone: string): number | null {
  const date = on === undefined ? null : parseEdtf(on);
  if (date === null || 'message' in date || date.to === null) return null;
  return Temporal.PlainDate.from(date.to).until(localDay(now, zone)).days;
}

async function waitingFor(
  { id }: Fact,
  story: string,
  server: string,
  { proposals, pseudonyms }: Store,
): Promise<FactRecord['waiting']> {
  const open = await proposals.list({ story, server, states: ['open'], limit: MOST_WAITING });
  const about = open.filter(({ change }) => change.on === 'fact' && change.id === id);
  const names = await pseudonyms.names(about.map(({ proposer }) => proposer));
  return about.map(({ act, proposer }) => ({ act: `act.${act}` as const, name: names.get(proposer) ?? '' }));
}

async function placesOf(
  { id }: Fact,
  story: string,
  zone: string,
  { shown }: Store,
  language: Language,
): Promise<FactRecord['shown']> {
  const all = await shown.of(story, id);
  const day = (at: string): string => formatDate(localDay(Temporal.Instant.from(at), zone), language);
  return [...Map.groupBy(all, ({ channel }) => channel)].map(([channel, messages]) => ({
    channel,
    dates: [...new Set(messages.map(({ at }) => day(at)))],
  }));
}

/** Versions of a fact, newest first: one for each approval, and one for each load of the files that changed it. */
async function versionsOf(
  { id }: Fact,
  story: Story,
  { history }: Desk,
  store: Store,
  language: Language,
): Promise<{ readonly versions: readonly FactVersion[]; readonly more: boolean }> {
  if (history === null) return { versions: [], more: false };
  const revisions = (await store.revisions.all(story.id)).filter(
    ({ change }) => change.on === 'fact' && change.id === id,
  );
  const loads = (await store.snapshots.list(story.id)).map(({ at }) => at);
  const instants = [...new Set([...loads, ...revisions.map(({ at }) => at)])].toSorted();
  const kept = instants.slice(-MOST_VERSIONS);
  const names = await store.pseudonyms.names(revisions.flatMap(({ proposer, approvers }) => [proposer, ...approvers]));
  const versions: FactVersion[] = [];
  let before: Fact | null = null;
  for (const at of kept) {
    const index = await history.at(story.id, Temporal.Instant.from(at));
    const fact = index?.story.facts.get(id) ?? null;
    if (index === null || fact === null || fact.version === before?.version) continue;
    const revision = revisions.find((one) => one.at === at);
    versions.push({
      fact,
      before,
      story: index.story,
      at: formatInstant(at, story.timezone, language),
      ...doneBy(revision, names),
    });
    before = fact;
  }
  return { versions: versions.toReversed(), more: kept.length < instants.length };
}

function doneBy(
  revision: RecordedRevision | undefined,
  names: ReadonlyMap<string, string>,
): Pick<FactVersion, 'act' | 'proposer' | 'approvers' | 'reason'> {
  if (revision === undefined) return { act: null, proposer: '', approvers: [], reason: null };
  const { act, proposer, approvers, reason } = revision;
  const name = (actor: string): string => names.get(actor) ?? '';
  return { act: `act.${act}`, proposer: name(proposer), approvers: approvers.map(name), reason };
}
