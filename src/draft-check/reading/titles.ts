import type { Who } from '../../data/model/fact.ts';
import { searchForm } from '../../search/analysis/folding.ts';
import { tokens, wordSet, type DateToken } from '../../search/analysis/dates/tokens.ts';
import type { CheckerIndex } from '../model/checker-index.ts';
import type { NameMention } from '../terms/name-finder.ts';

/** A title in a text, with its body and its holder if the text names them. */
export interface TitledPerson {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  /** Empty for a title that nobody in the story has. */
  readonly offices: ReadonlySet<string>;
  readonly of: NameMention | null;
  readonly person: NameMention | null;
}

/** Last words of titles that may be missing from the table: "fire chief". */
const HEADS = wordSet(
  'chief minister president mayor leader keeper master spokesman spokeswoman spokesperson commander director governor secretary',
  'chairman chairwoman councillor councilor adviser advisor journalist judge prosecutor ambassador premier chancellor captain',
  'deputy envoy bishop king queen manager owner fisherman ferryman pilot head boss general colonel',
);
const LEADS = wordSet(
  'vice deputy former acting interim prime foreign interior defence defense fire harbour harbor lock party police state',
);

/** Vague titles fit anybody in charge and contradict no title. */
const VAGUE = wordSet('head leader chief boss deputy officer official president-elect');

/** "Engineer Jonas Brandt": a trade that the table need not list. */
const TRADE = /^\p{L}{3,}(?:eer|ician|ologist|woman|master|keeper|chief|inister|archist)$/u;

interface Title {
  readonly at: number;
  readonly end: number;
  readonly offices: ReadonlySet<string>;
}

function titleAt(
  list: readonly DateToken[],
  keys: readonly string[],
  at: number,
  offices: CheckerIndex['offices'],
): Title | null {
  let best: Title | null = null;
  for (const { words, offices: held } of offices.byFirst.get(keys[at] ?? '') ?? []) {
    if (words.every((word, i) => keys[at + i] === word) && (!best || at + words.length > best.end))
      best = { at, end: at + words.length, offices: held };
  }
  const changed = LEADS.has(keys[at] ?? '') && !best ? 1 : 0;
  if (best && !(best.end === at + 1 && LEADS.has(keys[at] ?? ''))) return best;
  const next = at + Math.max(changed, best ? 1 : 0);
  if (next > at && list[next]) {
    const inner = titleAt(list, keys, next, offices);
    if (inner) return { at, end: inner.end, offices: new Set() };
  }
  return HEADS.has(keys[at] ?? '') || (list[at]?.kind === 'word' && TRADE.test(keys[at] ?? ''))
    ? { at, end: at + 1, offices: best?.offices ?? new Set() }
    : best;
}

const only = (text: string, pattern: RegExp) => pattern.test(text);
const GAP_BODY = /^\s+(?:of|for)\s+(?:the\s+)?$/iu;
const BEFORE_BODY = /^(?:['’]s?)?\s+(?!said|says|told|and|of|the|a|an|in|that|to)(?:\p{Ll}+\s+)?$/u;
const TO_NAME = /^(?:,?\s+|\s+(?:is|was)\s+(?:the\s+)?(?:\p{L}+\s+)?)$/iu;
const FROM_NAME =
  /^(?:\s*,\s*(?:who\s+(?:is|was)\s+)?(?:the\s+|a\s+|an\s+)?|\s+(?:is|was)\s+(?:the\s+|a\s+|an\s+)?)(?:\p{L}+\s+|\p{L}+['’]s?\s+){0,3}$/iu;

/** The titles of a sentence. */
export function titledPeopleIn(text: string, names: readonly NameMention[], base: CheckerIndex): TitledPerson[] {
  const list = tokens(text).filter(({ kind, raw }) => kind !== 'sign' || raw === '.');
  const keys = list.map(({ raw }) => searchForm(raw.replace(/['’]s?$/u, '')));
  const found: TitledPerson[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const title = titleAt(list, keys, at, base.offices);
    const [first, last] = [list[at], list[(title?.end ?? 0) - 1]];
    if (!title || !first || !last || names.some(({ start, end }) => first.start >= start && last.end <= end)) continue;
    const behind = names.find(({ start }) => start >= last.end && only(text.slice(last.end, start), GAP_BODY));
    const ahead = names.findLast(
      ({ end, kind, ids }) =>
        end <= first.start &&
        only(text.slice(end, first.start), BEFORE_BODY) &&
        (kind === 'where' || !isPerson(ids, base)),
    );
    const of = behind ?? ahead ?? null;
    const from = Math.max(last.end, behind?.end ?? 0);
    const next = names.find(
      ({ start, ids }) => start >= from && only(text.slice(from, start), TO_NAME) && isPerson(ids, base),
    );
    const before = Math.min(first.start, ahead?.start ?? first.start);
    const previous = names.findLast(
      ({ end, ids }) => end <= before && isPerson(ids, base) && only(text.slice(end, before), FROM_NAME),
    );
    found.push({
      start: first.start,
      end: last.end,
      said: text.slice(first.start, last.end),
      offices: title.offices,
      of,
      person: next ?? previous ?? null,
    });
    at = title.end - 1;
  }
  return found;
}

const isPerson = (ids: readonly string[], { story }: CheckerIndex) =>
  ids.some((id) => story.who.get(id)?.type === 'person' && story.who.get(id)?.unnamed !== true);

const titleOffices = (who: Who, { offices }: CheckerIndex): ReadonlySet<string> =>
  offices.whole.get(
    tokens(who.role?.title ?? '')
      .filter(({ kind }) => kind !== 'sign')
      .map(({ raw }) => searchForm(raw))
      .join(''),
  ) ?? new Set();

/**
 * Tells whether a body in a draft is that of a role: itself, its place, or the place's people.
 * Shared words alone are no proof: two agencies, or ministries of two countries, have words in common.
 */
function sameBody(of: NameMention, body: string, base: CheckerIndex): boolean {
  if (of.ids.includes(body) || of.ids.some((id) => base.near(body).has(id))) return true;
  const words = base.names.words(body);
  return of.ids.some((id) => [...base.names.words(id)].some((word) => base.people.places.has(word) && words.has(word)));
}

/** Holders of the title by the structured roles: one id, or several if the words are ambiguous. */
export function officeHolders(role: TitledPerson, base: CheckerIndex): string[] {
  if (role.offices.size === 0) return [];
  return base.holders.flatMap((who) => {
    if (!who.role || (who.unnamed && who.role.of === undefined)) return [];
    const held = titleOffices(who, base);
    if (![...role.offices].some((office) => held.has(office))) return [];
    return role.of === null || (who.role.of !== undefined && sameBody(role.of, who.role.of, base)) ? [who.id] : [];
  });
}

export interface RoleFault {
  readonly kind: 'role' | 'place';
  readonly draft: string;
  readonly base: string;
  readonly who: string;
}

/** Errors in a title given to a person of the story: the title, or its place or body. */
export function titleDifferences(role: TitledPerson, base: CheckerIndex): RoleFault[] {
  const people = (role.person?.ids ?? [])
    .flatMap((id) => base.story.who.get(id) ?? [])
    .filter(({ role: own }) => own !== undefined);
  const faults = people.map((who): RoleFault[] => {
    const own = who.role;
    if (!own || !role.person) return [];
    const held = titleOffices(who, base);
    const body =
      own.of === undefined ? '' : (base.story.who.get(own.of)?.name ?? base.story.where.get(own.of)?.name ?? '');
    const printed = [`${own.title}${body === '' ? '' : `, ${body}`}`].join('');
    if (VAGUE.has(searchForm(role.said))) return [];
    // "goalkeeper and captain" is both.
    const pieces = own.title.split(/,|\/|\band\b/u).map(searchForm);
    const same =
      [...role.offices].some((office) => held.has(office)) ||
      pieces.includes(searchForm(role.said)) ||
      toldOf(role.said, who, base);
    if (!same)
      return [
        { kind: 'role', draft: `${role.said} ${role.person.form}`, base: `${who.name}: ${printed}`, who: who.id },
      ];
    // "the Uruguay winger" of a club: a country is no other body.
    const bodies = role.of?.kind !== 'where' || base.story.where.has(own.of ?? '');
    if (bodies && role.of && own.of !== undefined && !sameBody(role.of, own.of, base)) {
      const fault = { draft: `${role.said}, ${role.of.form}`, base: `${who.name}: ${printed}`, who: who.id };
      return [
        { kind: 'place', ...fault },
        { kind: 'role', ...fault },
      ];
    }
    return [];
  });
  return faults.some((list) => list.length === 0) ? [] : (faults[0] ?? []);
}

/** A second title that a fact gives the person. */
function toldOf(said: string, who: Who, base: CheckerIndex): boolean {
  // "president" does not match "vice-president".
  const title = tokens(who.role?.title ?? '')
    .filter(({ kind }) => kind === 'word')
    .map(({ key }) => base.concepts.of(key).name);
  const wanted = tokens(said)
    .filter(({ kind }) => kind === 'word')
    .map(({ key }) => base.concepts.of(key).name);
  if (wanted.length < title.length && wanted.every((word) => title.includes(word))) return false;
  return base.roleFacts(who.id).some(({ says }) => {
    const words = new Set(tokens(says).map(({ key }) => base.concepts.of(key).name));
    return wanted.every((word) => words.has(word)) && !/\bno\b|\bnot\b/u.test(says);
  });
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+)*`;
const NAME_BEHIND = new RegExp(String.raw`^(?:,\s+|\s+)(${NAME})(?=[\s,.]|$)`, 'u');
const NAME_BEFORE = new RegExp(String.raw`(${NAME}),\s+(?:the\s+)?(?:\p{L}+\s+){0,2}$`, 'u');

/** An unknown name with an office whose holder the story knows: "the mayor of Leposavić, Agim Deva". */
export function unknownOfficeHolder(text: string, role: TitledPerson, base: CheckerIndex): RoleFault | null {
  if (role.person) return null;
  const holders = officeHolders(role, base).flatMap((id) => base.story.who.get(id) ?? []);
  const [holder] = holders;
  if (!holder || holders.length > 1 || holder.unnamed || role.of === null) return null;
  const [start, end] = [Math.min(role.start, role.of.start), Math.max(role.end, role.of.end)];
  const behind = NAME_BEHIND.exec(text.slice(end))?.[1];
  const before = NAME_BEFORE.exec(text.slice(0, start))?.[1];
  // "Serbian President Aleksandar Vučić": known words before a name are not part of it.
  const words = (behind ?? before ?? '').split(/\s/);
  while (words.length > 0 && isTitleWord(words[0] ?? '', base)) words.shift();
  while (
    words.length > 1 &&
    (base.postings.has(base.concepts.of(searchForm(words[0] ?? '')).name) || isTitleWord(words[0] ?? '', base))
  )
    words.shift();
  const name = words.join(' ');
  if (name === '' || words.some((word) => base.names.knows(word) || isTitleWord(word, base))) return null;
  return { kind: 'role', draft: name, base: holder.name, who: holder.id };
}

const isTitleWord = (word: string, { offices }: CheckerIndex) => offices.byFirst.has(searchForm(word));
