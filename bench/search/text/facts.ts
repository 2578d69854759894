import type { Cast, Name } from './names.ts';
import type { Chance } from './random.ts';
import { ADJECTIVES, MONTHS, OFFICES, OUTCOMES, REASONS, TOPICS } from './topics.ts';

/** An invented fact. Engines see its id, names and text; the rest is for making queries. */
export interface InventedFact {
  readonly id: string;
  readonly names: readonly string[];
  readonly text: string;
  readonly person: Name | null;
  readonly place: Name;
  /** A question in other words, and the words of the fact that make it specific. */
  readonly question: { readonly text: string; readonly needs: string };
}

type Drawn = Omit<InventedFact, 'id' | 'names'> & { readonly body: string | null };

/** Every pattern draws its own words: three or four of them distinguish similar facts. */
function draw(chance: Chance, { people, places }: Cast): Drawn {
  const person = chance.pick(people);
  const place = chance.favour(places);
  const topic = chance.pick(TOPICS);
  const thing = chance.pick(topic.things);
  const verb = chance.pick(topic.verbs);
  const counted = chance.pick(topic.counted);
  const adjective = chance.pick(ADJECTIVES);
  const reason = chance.pick(REASONS);
  const outcome = chance.pick(OUTCOMES);
  const office = chance.pick(OFFICES);
  const body = `${chance.favour(places).house} ${chance.pick(topic.bodies)}`;
  const date = `${1 + chance.whole(28)} ${chance.pick(MONTHS)} ${2015 + chance.whole(16)}`;
  const n = 3 + Math.floor(chance.next() ** 3 * 20_000);
  const many = `${n.toLocaleString('en')} ${counted.many}`;
  const family = person.house.split(' ').at(-1) ?? '';
  const where = place.house;
  switch (chance.whole(6)) {
    case 0:
      return {
        text: `${person.house}, the ${office} of ${where}, had the ${adjective} ${thing} ${verb.past} ${reason}; ${outcome}.`,
        question: { text: `why did ${family} ${verb.other} the ${thing}?`, needs: `${family} ${thing}` },
        person,
        place,
        body: null,
      };
    case 1:
      return {
        text: `The ${adjective} ${thing} in ${where} was ${verb.past} on ${date} ${reason}, the ${body} said.`,
        question: { text: `when was the ${thing} in ${where} ${verb.past}?`, needs: `${where} ${thing}` },
        person: null,
        place,
        body,
      };
    case 2:
      return {
        text: `Some ${many} were counted near the ${thing} of ${where}, ${person.house} wrote in a report on ${date}; ${outcome}.`,
        question: { text: `how many ${counted.other} near the ${thing} of ${where}?`, needs: `${where} ${thing}` },
        person,
        place,
        body: null,
      };
    case 3:
      return {
        text: `“The ${thing} cannot be ${verb.past} ${reason},” ${person.house} told the ${body}; ${outcome}.`,
        question: { text: `what did ${family} say about the ${thing}?`, needs: `${family} ${thing}` },
        person,
        place,
        body,
      };
    case 4:
      return {
        text: `The ${body} put the loss at ${many} when the ${adjective} ${thing} was ${verb.past} ${reason}.`,
        question: { text: `how many ${counted.other} did the ${body} lose?`, needs: `${body} loss ${counted.many}` },
        person: null,
        place,
        body,
      };
    default:
      return {
        text: `${person.house} resigned as ${office} on ${date} over the ${thing} in ${where}, which had been ${verb.past} ${reason}.`,
        question: { text: `who quit over the ${thing} in ${where}?`, needs: `resigned ${where} ${thing}` },
        person,
        place,
        body: null,
      };
  }
}

export function makeFacts(chance: Chance, cast: Cast, count: number): InventedFact[] {
  const facts: InventedFact[] = [];
  const seen = new Set<string>();
  while (facts.length < count) {
    const { body, ...drawn } = draw(chance, cast);
    if (seen.has(drawn.text)) continue;
    seen.add(drawn.text);
    const names = [drawn.person?.house, drawn.place.house, body].filter((name) => typeof name === 'string');
    facts.push({ ...drawn, id: `f${facts.length}`, names });
  }
  return facts;
}
