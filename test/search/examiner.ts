import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../scripts/questions.ts';

/** A question of one of the sets from the second on. What it expects is told by snippets of the article, and by no id of ours but an entity's. */
export interface Question {
  readonly id: string;
  /** The half that it was drawn into; the third set has none. */
  readonly split?: 'fit' | 'held';
  readonly level: 'core' | 'stretch';
  readonly kind: string;
  readonly command: string;
  readonly query: string;
  readonly now?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly expect: Expected;
}

export interface Expected {
  readonly nothing?: boolean;
  readonly entity?: string;
  readonly not?: readonly string[];
  /** One of these snippets is proven by the first fact, all of them, or of each group one; or none. */
  readonly first?: readonly string[];
  readonly all?: readonly string[];
  readonly any?: readonly (readonly string[])[];
  readonly none?: readonly string[];
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
  readonly checks?: readonly string[];
  /** A draft of which every sentence agrees. */
  readonly agrees?: boolean;
}

interface Shown {
  readonly outcome: string;
  readonly text: string;
  readonly ms: number;
  readonly entity: { readonly id: string } | null;
  readonly facts: readonly { readonly citations: readonly { readonly start: number; readonly end: number }[] }[];
  readonly checks: readonly { readonly verdict: string; readonly differs: readonly string[] }[];
  readonly message: { readonly allowed_mentions?: { readonly parse?: readonly string[] } };
}

const HERE = join(import.meta.dirname, 'questions');
const read = (file: string): string => readFileSync(join(HERE, file), 'utf8');

export const questionsOf = (set: 'second' | 'third' | 'fourth' | 'fifth' | 'sixth'): readonly Question[] =>
  read(`${set}.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Question);

/** Stretches of the article by their letters, in code points as the facts are. */
export function stretches(article: string): ReadonlyMap<string, readonly [number, number]> {
  const snippets = JSON.parse(read('snippets.json')) as Record<string, string>;
  return new Map(
    Object.entries(snippets).map(([name, words]) => {
      const at = article.indexOf(words);
      if (at < 0) throw new Error(`The article does not have the snippet ${name}: ${words}`);
      const start = Array.from(article.slice(0, at)).length;
      return [name, [start, start + Array.from(words).length]];
    }),
  );
}

const SAYS: Readonly<Record<string, RegExp>> = {
  'not named': /not named/i,
  'two town halls': /Leposavi[\s\S]*Zve|Zve[\s\S]*Leposavi/,
  'not linked in the source': /nothing in the base says that they are the same|does not link/i,
  'place not stated': /place implied, not stated/i,
  'date not given': /date not given/i,
  'day not given': /day not given/i,
  unverified: /unverified/i,
  'garbled in the source': /damaged in the source/i,
  'no facts dated 5 June 2023': /no facts dated \S+ 5 June 2023/i,
};

/** What is wrong with an answer, in words; nothing where it is right. */
export function faults(
  question: Question,
  answer: Answer,
  spans: ReadonlyMap<string, readonly [number, number]>,
): string[] {
  const { expect: wanted } = question;
  const shown = answer as unknown as Shown;
  const proves = (fact: Shown['facts'][number] | undefined, name: string): boolean => {
    const [from = 0, to = 0] = spans.get(name) ?? [];
    return (fact?.citations ?? []).some(
      ({ start, end }) => Math.min(end, to) - Math.max(start, from) >= 0.5 * Math.min(end - start, to - from),
    );
  };
  const found = (name: string): boolean => shown.facts.some((fact) => proves(fact, name));
  const { first } = wanted;
  const wrong: (false | string)[] = [
    // "May answer this" is no answer; how often it is said is held apart.
    wanted.nothing === true &&
      ((shown.outcome !== 'nothing' && shown.outcome !== 'maybe') || shown.facts.length > 0) &&
      'is answered',
    wanted.entity !== undefined && shown.entity?.id !== wanted.entity && `is ${shown.entity?.id ?? 'nobody'}`,
    (wanted.not ?? []).includes(shown.entity?.id ?? '') && 'is somebody else',
    first !== undefined && !first.some((name) => proves(shown.facts[0], name)) && `does not begin with ${first.join()}`,
    wanted.agrees === true &&
      !(shown.checks.length > 0 && shown.checks.every(({ verdict }) => verdict === 'agrees')) &&
      'does not agree',
    ...(wanted.all ?? []).map((name) => !found(name) && `lacks ${name}`),
    ...(wanted.any ?? []).map((names) => !names.some(found) && `lacks ${names.join(' or ')}`),
    ...(wanted.none ?? []).map((name) => found(name) && `has ${name}`),
    ...(wanted.says ?? []).map(
      (words) =>
        !(SAYS[words] ?? new RegExp(words.replace('.', '[.,]'), 'i')).test(shown.text) && `does not say ${words}`,
    ),
    ...(wanted.saysNot ?? []).map((words) => shown.text.includes(words) && `says ${words}`),
    ...(wanted.checks ?? []).map((name) => !passes(name, question, shown, proves) && `fails ${name}`),
  ];
  return wrong.filter((one) => one !== false);
}

function passes(
  name: string,
  { query }: Question,
  { text, message, ms, checks, facts }: Shown,
  proves: (fact: Shown['facts'][number] | undefined, name: string) => boolean,
): boolean {
  const sent = JSON.stringify(message, (_, value: unknown) => value);
  const letters = JSON.parse(sent) as unknown;
  const said = strings(letters).join('\n');
  const [what = '', about = ''] = name.split(/[ :]/);
  switch (what) {
    case 'no_ping':
      return message.allowed_mentions?.parse?.length === 0;
    case 'echo_escaped':
      return !said.includes(query);
    case 'echo_truncated':
      return !said.includes(query.slice(0, 300));
    case 'bidi_stripped_from_echo':
      return !/[\u202A-\u202E\u2066-\u2069]/.test(said + text);
    case 'no_live_link':
      return !/\]\(https?:|https?:\/\/evil/.test(said);
    case 'answers_in_3s':
      return ms < 3000;
    case 'no_crash':
    case 'no_state_change':
      return true;
    case 'dates_marked_inferred':
      return text.includes('inferred');
    case 'shows':
      return text.includes(inWords(about));
    case 'value':
      return text.includes(about);
    case 'flags_mismatch':
      return checks.some(({ verdict, differs }) => verdict === 'differs' && (about === '' || differs.includes(about)));
    case 'order': {
      const places = about.split('<').map((one) => facts.findIndex((fact) => proves(fact, one)));
      return places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? 0)));
    }
    default:
      throw new Error(`There is no check called "${name}".`);
  }
}

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

/** '2023-05-31' → "31 May 2023". */
const inWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));
