import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TERMINAL } from '../../src/commands/ask.ts';
import { loadDesk } from '../../src/create-desk.ts';
import { cardText } from '../../src/reply/plain-text.ts';
import { desk as flood, NOW } from './ask-command.ts';

const root = join(import.meta.dirname, '..', '..');
const { desk: mayors } = await loadDesk(
  { STORIES_DIR: join(root, 'src/data/stories'), byMeaning: false },
  { now: () => NOW },
);
/** Two stories on one desk. */
const desk = { ...flood, stories: new Map([...mayors.stories, ...flood.stories]) };
const FROM = { ...TERMINAL, server: '1', channel: '10', user: '100' };

const storyOf = (id: string) => desk.stories.get(id)?.(NOW).story ?? expect.fail(id);

/** Everything that the commands say and offer in a channel of one story, asked about what the other one holds. */
async function askAll(here: string, there: string): Promise<string> {
  const other = storyOf(there);
  const names = [...other.who.values(), ...other.where.values()].map(({ id, name }) => [id, name]).flat();
  const queries = [
    ...names,
    ...other.facts.keys(),
    ...[...other.facts.values()].map(({ says }) => says),
    ...other.sources.keys(),
    '',
  ];
  const said: string[] = [];
  for (const command of desk.commands.filter(({ definition: data }) => data.name !== 'story')) {
    for (const query of queries) {
      const options: Record<string, string> =
        command.queryOption === null ? {} : { [command.queryOption]: query.slice(0, 100) };
      const ask = { command: command.definition.name, options, now: NOW, locale: 'en', story: here, from: FROM };
      const card = await Promise.resolve(ask)
        .then((asked) => command.answer(asked, desk))
        .catch(() => null);
      const shown = card === null ? [] : [...card.facts, ...card.related];
      expect(
        shown.every((fact) => storyOf(here).facts.get(fact.id) === fact),
        `/${command.definition.name} ${query}`,
      ).toBe(true);
      // The title says back what was typed; everything else is the base's.
      const typed = options[command.queryOption ?? ''] ?? '';
      const text = card === null ? '' : cardText({ ...card, title: [] }, 'en');
      // A draft is said back sentence by sentence too.
      said.push(typed === '' ? text : text.replaceAll(typed, ''));
      if (command.queryOption !== null) {
        const choices = (await command.autocomplete?.({ ...ask, focused: command.queryOption }, desk)) ?? [];
        said.push(
          ...choices.filter(({ value }) => value !== options[command.queryOption ?? '']).map(({ name }) => name),
        );
      }
    }
  }
  return said.join('\n');
}

describe('two stories on one desk', () => {
  it.each([
    ['harbour-flood', 'kosovo-mayors-2023'],
    ['kosovo-mayors-2023', 'harbour-flood'],
  ])(
    'nothing that is asked or typed in a channel of %s shows a word of %s',
    async (here, there) => {
      const said = await askAll(here, there);
      const snippets = [...storyOf(there).facts.values()].flatMap(({ citations }) =>
        citations.map(({ quote }) => quote),
      );
      const names = [...storyOf(there).who.values()].map(({ name }) => name);
      const leaks = [...snippets, ...names].filter((secret) => secret.length > 12 && said.includes(secret));
      expect(leaks).toEqual([]);
      // A control: what belongs here is there.
      expect(said).toContain(storyOf(here).title);
    },
    120_000,
  );

  it('a channel without a story is told to choose one, and shown neither', async () => {
    const [who] = desk.commands;
    const ask = { command: 'who', options: { name: 'kurti' }, now: NOW, locale: 'en', story: null, from: FROM };
    await expect(Promise.resolve().then(() => who?.answer(ask, desk))).rejects.toThrow('/story');
  });
});
