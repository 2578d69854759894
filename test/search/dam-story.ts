import type { Fact, Story, Where, Who } from '../../src/data/model/fact.ts';
import { buildIndex } from '../../src/search/story-search.ts';

/** An invented story, small enough to know by heart: a dam above a town gives way. */
type Of<Entity, Needed extends keyof Entity> = Partial<Entity> & Pick<Entity, Needed>;

export const who = (entity: Of<Who, 'id' | 'name'>): Who => ({
  type: 'person',
  names: {},
  weak: [],
  unnamed: false,
  ...entity,
});

export const where = (entity: Of<Where, 'id' | 'name'>): Where => ({ names: {}, weak: [], ...entity });

export const fact = (given: Of<Fact, 'id' | 'says'>): Fact => ({
  kind: 'event',
  status: 'reported',
  who: [],
  where: [],
  contradicts: [],
  supersedes: [],
  corrected: [],
  asks: [],
  citations: [{ source: 's1', quote: given.says, start: 0, end: given.says.length, line: 1 }],
  version: given.says,
  ...given,
});

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]): Map<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

export const story = (parts: { who?: readonly Who[]; where?: readonly Where[]; facts?: readonly Fact[] }): Story => ({
  id: 'dam',
  version: '1',
  title: 'The dam',
  line: 'A dam above Zelengrad gives way.',
  timezone: 'Europe/Belgrade',
  language: 'en',
  shelf_life: {},
  sources: new Map(),
  questions: new Map(),
  who: byId(parts.who ?? []),
  where: byId(parts.where ?? []),
  facts: byId(parts.facts ?? []),
});

const PEOPLE: readonly Who[] = [
  who({
    id: 'ana-petrovic',
    name: 'Ana Petrović',
    role: { title: 'mayor', of: 'zelengrad' },
    names: { 'sr-Cyrl': ['Ана Петровић'], el: ['Άνα Πέτροβιτς'] },
    weak: ['Ana'],
  }),
  who({ id: 'milan-petrovic', name: 'Milan Petrović', role: { title: 'spokesman', of: 'river-board' } }),
  who({
    id: 'arben-hoxha',
    name: 'Arben Hoxha',
    role: { title: 'prime minister', of: 'dardania' },
    names: { sq: ['Arben Hoxha'], en: ['Arben Hoja'] },
  }),
  who({ id: 'djordje-scekic', name: 'Đorđe Šćekić', role: { title: 'head of the rescue service' } }),
  who({ id: 'mayor-of-brezna', name: 'Mayor of Brezna', unnamed: true, role: { title: 'mayor', of: 'brezna' } }),
  who({
    id: 'mayor-of-north-zelengrad',
    name: 'Mayor of North Zelengrad',
    unnamed: true,
    role: { title: 'mayor', of: 'north-zelengrad' },
  }),
  who({
    id: 'swept-anglers',
    name: 'Two anglers',
    unnamed: true,
    names: { en: ['missing fishermen', 'swept-away anglers'] },
  }),
  who({
    id: 'river-board',
    type: 'organisation',
    name: 'Zela River Board',
    names: { en: ['River Board', 'ZRB'] },
    weak: ['the board'],
  }),
  who({
    id: 'government',
    type: 'organisation',
    name: 'Government of Dardania',
    names: { sq: ['Qeveria e Dardanisë'] },
  }),
  who({ id: 'divers', type: 'group', name: 'Police divers', names: { en: ['divers'], sr: ['ronioci'] } }),
];

const PLACES: readonly Where[] = [
  where({
    id: 'dardania',
    name: 'Dardania',
    names: {
      sq: ['Dardani', 'Dardanisë'],
      de: ['Dardanien'],
      el: ['Δαρδανία'],
      'sr-Cyrl': ['Дарданија'],
      fr: ['Dardanie'],
    },
  }),
  where({
    id: 'zelengrad',
    name: 'Zelengrad',
    in: 'dardania',
    names: { 'sr-Cyrl': ['Зеленград'], sq: ['Zelengradi'] },
  }),
  where({
    id: 'north-zelengrad',
    name: 'North Zelengrad',
    in: 'zelengrad',
    names: { 'sr-Latn': ['Severni Zelengrad'] },
  }),
  where({ id: 'brezna', name: 'Brezna', in: 'dardania', names: { el: ['Μπρέζνα'] } }),
  where({ id: 'stari-most', name: 'Stari Most', in: 'zelengrad', names: { en: ['Old Bridge'] } }),
  where({ id: 'zela-dam', name: 'Zela dam', in: 'brezna', weak: ['the wall'] }),
];

const FACTS: readonly Fact[] = [
  fact({
    id: 'd01',
    says: 'The Zela dam burst above Brezna.',
    where: ['zela-dam', 'brezna'],
    when: '2031-05-02',
    asks: ['collapse', 'gave way'],
  }),
  fact({ id: 'd02', says: 'Water reached Zelengrad within forty minutes.', where: ['zelengrad'], when: '2031-05-02' }),
  fact({
    id: 'd03',
    kind: 'figure',
    says: 'About 1,200 people left their homes in Zelengrad.',
    where: ['zelengrad'],
    figure: { value: 'About 1,200', unit: 'people', counts: 'people who left their homes', about: true },
    asks: ['evacuated', 'displaced'],
  }),
  fact({ id: 'd04', kind: 'figure', says: 'The water rose by 3.5 metres at Stari Most.', where: ['stari-most'] }),
  fact({
    id: 'd05',
    kind: 'quote',
    says: 'The town was warned too late.',
    words: 'we were warned too late',
    who: ['ana-petrovic'],
    said_by: 'ana-petrovic',
    status: 'attributed',
  }),
  fact({
    id: 'd06',
    kind: 'position',
    says: 'Ana Petrović refuses to reopen the schools.',
    who: ['ana-petrovic'],
    said_by: 'ana-petrovic',
    status: 'attributed',
  }),
  fact({
    id: 'd07',
    kind: 'quote',
    says: 'The gates were opened in time.',
    words: 'the gates were opened in time',
    who: ['milan-petrovic', 'river-board'],
    said_by: 'milan-petrovic',
    status: 'attributed',
  }),
  fact({
    id: 'd08',
    kind: 'role',
    says: 'Arben Hoxha is the prime minister of Dardania.',
    who: ['arben-hoxha'],
    where: ['dardania'],
  }),
  fact({
    id: 'd09',
    says: 'Police divers found two anglers near the Old Bridge.',
    who: ['divers', 'swept-anglers'],
    where: ['stari-most'],
    when: '2031-05-03',
  }),
  fact({ id: 'd10', says: 'Soldiers carried sandbags to the hospital.', when: '2031-05-03' }),
  fact({ id: 'd11', kind: 'figure', says: 'Four policemen were injured when a wall fell.', status: 'attributed' }),
  fact({
    id: 'd12',
    says: 'The rescue service counted nine dead.',
    status: 'retracted',
    because: 'It counted nine missing.',
  }),
  fact({ id: 'd13', says: 'Pupils were taught in tents in Brezna.', where: ['brezna'] }),
  fact({
    id: 'd14',
    says: 'Talks between the River Board and the government ended without an agreement.',
    who: ['river-board', 'government'],
  }),
];

export const dam: Story = story({ who: PEOPLE, where: PLACES, facts: FACTS });
export const index = buildIndex(dam);
