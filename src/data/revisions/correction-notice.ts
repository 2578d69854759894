import { isDeepStrictEqual } from 'node:util';

import type { Fact, Story } from '../model/fact.ts';
import { editDistance } from '../../text/edit-distance.ts';

/** The longest text of `was`, in UTF-16 units. */
const LONGEST = 600;

/**
 * The `was` of a correction: what was wrong, for its readers. null where only the spelling of ordinary words changed, so
 * that no notice is due. In doubt a notice is due. Deterministic.
 * @param story the story before the fact is corrected.
 */
export function noticeOf(before: Fact, after: Fact, story: Story): string | null {
  const isReworded = !isRespelt(before, after, story);
  const changed = SHOWN.filter(({ of }) => !isDeepStrictEqual(of(before), of(after)));
  if (!isReworded && changed.length === 0) return null;
  const parts = changed.flatMap(({ of, say }) => {
    const value = of(before);
    return value === undefined ? [] : [say(value, story)];
  });
  const told = [...(isReworded ? [before.says] : []), ...parts].filter((part) => part !== '');
  const text = (told.length > 0 ? told.join('; ') : before.says).replaceAll(/\s+/gu, ' ').trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).toWellFormed()}…`;
}

/** What is shown of a fact beside its sentence; undefined where it has none. The order of a list says nothing. */
interface Shown {
  readonly of: (fact: Fact) => string | undefined;
  readonly say: (value: string, story: Story) => string;
}

const as = (say: Shown['say'], of: Shown['of']): Shown => ({ of, say });
const plain = (of: Shown['of']): Shown => as((value) => value, of);
const listed = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : [...new Set(ids)].toSorted().join(' ');

const SHOWN: readonly Shown[] = [
  as(sayDay, ({ when }) => when),
  plain(({ when_said: said }) => said),
  plain(({ time }) => time),
  as(sayNames, ({ who }) => listed(who)),
  as(sayNames, ({ where }) => listed(where)),
  as(sayNames, ({ said_by: speaker }) => speaker),
  as(sayNames, ({ told }) => told),
  plain(({ words }) => words),
  plain(({ figure }) => figure && `${figure.about ? '~ ' : ''}${figure.value} ${figure.unit}, ${figure.counts}`),
  plain(({ status }) => status),
  plain(({ basis }) => basis),
  plain(({ when_how: how }) => how),
  plain(({ where_how: how }) => how),
  plain(({ citations }) => citations.map(({ source, quote }) => `${source}: ${quote}`).join('; ')),
];

function sayNames(ids: string, { who, where }: Story): string {
  return ids
    .split(' ')
    .map((id) => who.get(id)?.name ?? where.get(id)?.name ?? id)
    .join(', ');
}

/** A day in the words of the house language; other dates as they are written. */
function sayDay(when: string, { language }: Story): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(when)) return when;
  const day = Temporal.PlainDate.from(when);
  // English without a country would be that of the United States, with the month first.
  const tag = language === 'en' ? 'en-GB' : language;
  const weekday = day.toLocaleString(tag, { weekday: 'short' });
  return `${weekday} ${day.toLocaleString(tag, { day: 'numeric', month: 'long', year: 'numeric' })}`;
}

/** Whether two sentences differ in nothing but the spelling of ordinary words. */
function isRespelt(before: Fact, after: Fact, story: Story): boolean {
  const [one, other] = [wordsOf(before.says), wordsOf(after.says)];
  if (one.length !== other.length) return false;
  const changed = one.flatMap((word, at) => (word === other[at] ? [] : [[word, other[at] ?? ''] as const]));
  if (changed.length === 0) return true;
  const known = vocabulary(before, story);
  const special = specialWords(story);
  return changed.every(([wrong, right]) => {
    if (![wrong, right].every((word) => /^[\p{Ll}\p{Lo}\p{M}]{4,}$/u.test(word) && !special.has(word))) return false;
    // A word used elsewhere was not misspelt; a word used nowhere may be any word.
    return !known.has(wrong) && known.has(right) && editDistance(wrong, right, 2) <= 2;
  });
}

/** Separating punctuation is no part of a word; question and exclamation marks are. */
const wordsOf = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .map((word) => word.replaceAll(/^[\p{Ps}\p{Pi}"'„]+|[\p{Pe}\p{Pf}"'.,;:]+$/gu, ''))
    .filter((word) => word !== '' && !/^\p{Pd}$/u.test(word));

/** The words of the sources and of all other facts. */
function vocabulary(fact: Fact, story: Story): ReadonlySet<string> {
  const texts = [
    ...[...story.sources.values()].map(({ body }) => body ?? ''),
    ...[...story.facts.values()].filter(({ id }) => id !== fact.id).map(({ says }) => says),
  ];
  return new Set(texts.flatMap((text) => wordsOf(text.toLowerCase())));
}

/** Numbers in words, in the bot's languages: a misspelt number may be another number. */
const NUMBERS =
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half first
  second third fourth fifth sixth seventh eighth ninth tenth once twice ein eine zwei drei vier fünf sechs sieben acht neun
  zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig
  siebzig achtzig neunzig hundert tausend erste zweite dritte deux trois quatre cinq sept huit neuf onze douze treize
  quatorze quinze seize vingt trente quarante cinquante soixante cent mille premier deuxième troisième jedan jedna dva dvije
  tri četiri pet šest sedam osam devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest
  devetnaest dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset sto stotinu tisuća ένα δύο τρεις
  τρία τέσσερις τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα
  ογδόντα ενενήντα εκατό χίλια χιλιάδες`.split(/\s+/u);

/** Numbers, days, months and words of names: a change of these is never only spelling. */
function specialWords({ language, who, where }: Story): ReadonlySet<string> {
  const days = Array.from({ length: 7 }, (_, at) => Temporal.PlainDate.from('2031-01-01').add({ days: at }));
  const months = Array.from({ length: 12 }, (_, at) => Temporal.PlainDate.from('2031-01-01').add({ months: at }));
  const forms = [...who.values(), ...where.values()].flatMap(({ name, names, weak }) => [
    name,
    ...weak,
    ...Object.values(names).flat(),
  ]);
  return new Set(
    [
      ...NUMBERS,
      ...days.map((day) => day.toLocaleString(language, { weekday: 'long' })),
      ...months.map((day) => day.toLocaleString(language, { month: 'long' })),
      ...forms.flatMap(wordsOf),
    ].map((word) => word.toLowerCase()),
  );
}
