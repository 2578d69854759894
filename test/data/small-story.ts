import { createHash } from 'node:crypto';
import type { StoryFiles } from '../../src/data/files/read-folder.ts';

/** An invented story of every kind of entry, as its files: what the tests damage. */
export type Texts = Readonly<Record<string, string>>;

const S1 = `The ferry Aurelia ran aground in fog off Port Sillan on Friday, the harbour office said.

About 40 passengers were taken ashore. “We heard the bell… then nothing,” said Mara Teel, a passenger, speaking to Coast Radio.
The ferry was built in 1998. The pilot had left the ship, the harbour office said.
`;
const S2 = `🛟 The Aurelia ran aground off Port Sillan on Friday night.
Some 55 passengers were on board. It was the third accident of the year. It was the third.
`;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const SMALL_STORY: Texts = {
  'sources/s1.txt': S1,
  'sources/s2.txt': S2,
  'story.yml': `title: The Aurelia aground
line: A ferry ran aground off Port Sillan in fog.
timezone: Europe/Lisbon
language: en
shelf_life: {state: 7, figure: 2}
`,
  'sources.yml': `- id: s1
  outlet: Coast Radio
  title: null
  url: https://coast.example/aurelia
  text: sources/s1.txt
  sha256: ${sha256(S1)}
  published: 2031-03-15
  published_how: inferred # from the weekday
  retrieved: 2031-03-16
  language: en
- id: s2
  outlet: The Sillan Post
  text: sources/s2.txt
  sha256: ${sha256(S2)}
  published: 2031-03-16
  published_how: stated
  language: en
  origin: Sillan Press
- id: s3
  outlet: Harbour Monthly
  text: null
  language: pt
  translated_from: pt
  embargo: 2031-04-01T06:00:00+01:00
`,
  'who.yml': `- id: mara-teel
  type: person
  name: Mara Teel
  names: {pt: [Mara Têl], sr-Cyrl: [Мара Тил]}
  weak: [Teel]
- id: harbour-office
  type: organisation
  name: Harbour office of Port Sillan
  role: {title: harbour authority, of: port-sillan, from: 1998, to: 2040}
- id: the-pilot
  type: person
  name: The pilot of the Aurelia
  unnamed: true
  role: {title: pilot, of: harbour-office}
- id: coast-radio
  type: organisation
  name: Coast Radio
`,
  'where.yml': `- id: sillan-bay
  name: Sillan Bay
- id: port-sillan
  name: Port Sillan
  in: sillan-bay
  lat: 38.7
  lon: -9.2
  precision: town centre
`,
  'questions.yml': `- id: q1
  asks: How many people were on board?
  facts: [f003, f004]
  opened: 2031-03-16
  owner: K. Vale
- id: q2
  asks: When was the ship built?
  opened: 2031-03-15
  state: answered
  answer: f006
`,
  'facts.yml': `# The accident
- id: f001
  kind: event
  says: The ferry Aurelia ran aground off Port Sillan.
  who: [harbour-office]
  where: [port-sillan]
  where_how: stated
  when: 2031-03-14
  when_said: on Friday
  when_how: inferred # the Friday before s1
  time: 23:05
  status: confirmed
  checked: {by: K. Vale, on: 2031-03-16}
  cite:
    - source: s1
      quote: |-
        The ferry Aurelia ran aground in fog off Port Sillan on Friday
    - source: s2
      quote: |-
        The Aurelia ran aground off Port Sillan on Friday night.
- id: f002
  kind: quote
  says: She heard the bell and then nothing.
  words: We heard the bell… then nothing
  who: [mara-teel]
  status: attributed
  said_by: mara-teel
  told: coast-radio
  basis: said
  cite:
    - source: s1
      quote: |-
        “We heard the bell… then nothing,” said Mara Teel, a passenger, speaking to Coast Radio.
        The ferry was built in 1998.
- id: f003
  kind: figure
  says: About 40 passengers were taken ashore.
  status: disputed
  contradicts: [f004]
  figure: {value: About 40, unit: people, counts: passengers taken ashore, about: true}
  question: q1
  cite:
    - source: s1
      quote: "About 40 passengers were taken ashore."
`,
  'facts/later.yml': `- id: f004
  kind: figure
  says: Some 55 passengers were on board.
  status: disputed
  contradicts: [f003]
  figure: {value: Some 55, unit: people, counts: passengers on board, about: true}
  cite:
    - source: s2
      quote: |-
        Some 55 passengers were on board.
- id: f005
  kind: state
  says: It was the third accident.
  when: 2031
  when_how: inferred
  status: retracted
  because: The Post has withdrawn the sentence.
  cite:
    - source: s2
      quote: |-
        the third
      after: |-
        accident of the year
- id: f006
  kind: state
  says: The ferry was built in 1998.
  when: 1998
  when_how: stated
  status: reported
  supersedes: [f005]
  asks: [age of the ship]
  corrected:
    - on: 2031-03-17
      was: The ferry was built in 1989.
      because: Two digits were swapped.
      by: K. Vale
  cite:
    - source: s1
      quote: |-
        The ferry was built in 1998.
- id: f007
  kind: role
  says: The pilot had left the ship.
  who: [the-pilot]
  status: unverified
  damaged: The end of the sentence may belong to another text.
  cite:
    - source: s3
      quote: |-
        the pilot went ashore at nine
`,
};

export function filesOf(texts: Readonly<Record<string, string | Uint8Array>>, id = 'aurelia'): StoryFiles {
  const stored = Object.entries(texts).map(
    ([name, text]) => [name, { bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }] as const,
  );
  return {
    id,
    folder: id,
    yaml: new Map(stored.filter(([name]) => /\.ya?ml$/.test(name))),
    sources: new Map(stored.filter(([name]) => name.startsWith('sources/'))),
  };
}
