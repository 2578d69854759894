import { describe, expect, it } from 'vitest';
import { answerAsOf } from '../../src/commands/lookup/as-of.ts';
import type { Ask, Desk } from '../../src/commands/command.ts';
import { TERMINAL } from '../../src/commands/ask.ts';
import { memoize } from '../../src/memoize.ts';
import { paginateCard } from '../../src/discord/rendering/render-card.ts';
import { buildIndex } from '../../src/search/story-search.ts';
import { fact, story, who } from '../search/dam-story.ts';
import { desk as world, NOW } from './ask-command.ts';

/** The same people and facts, by their ids; another edition of them. */
const edition = (says: string, name: string, overtaken: boolean) =>
  buildIndex(
    story({
      who: [who({ id: 'ana', name }), who({ id: 'petar', name: 'Petar Anić' })],
      facts: [
        fact({ id: 'f1', says, who: ['ana'], when: '2031-03-14' }),
        fact({ id: 'f2', says: 'The dam held.', who: ['petar'], ...(overtaken && { supersedes: ['f1'] }) }),
      ],
    }),
  );

const EDITIONS = [
  edition('Ana opened the sluice.', 'Ana Petrović', false),
  edition('Ana closed the sluice.', 'Ana Popović', true),
] as const;

type Index = (typeof EDITIONS)[number];

const found = world.commands.find(({ definition: data }) => data.name === 'who');
if (found === undefined) throw new Error('There is no /who.');
const command = found;

const askOf = (name: string): Ask => ({
  command: 'who',
  options: { name },
  now: NOW,
  locale: 'en',
  story: 'dam',
  from: TERMINAL,
});

const deskOf = (index: Index): Desk => ({ ...world, stories: new Map([['dam', () => index]]) });

/** All that somebody sees who types a name and asks for it. */
async function seen(index: Index): Promise<string> {
  const desk = deskOf(index);
  const card = await answerAsOf(command, askOf('ana'), desk);
  const choices = (await command.autocomplete?.({ ...askOf('an'), focused: 'name' }, desk)) ?? [];
  return JSON.stringify([paginateCard(card, 'en'), choices]);
}

/** The editions in turn, as a desk sees them when it reads its files again. */
async function byTurns(see: (index: Index) => Promise<string>): Promise<string[]> {
  const all: string[] = [];
  for (const index of [...EDITIONS, ...EDITIONS]) all.push(await see(index));
  return all;
}

/** What was seen of something that is in one edition alone. */
const mixed = ([first = '', second = '', third = '', fourth = '']: readonly string[]): boolean =>
  ['opened', 'Petrović'].some((word) => second.includes(word) || fourth.includes(word)) ||
  ['closed', 'Popović', 'Overtaken by f2'].some((word) => first.includes(word) || third.includes(word));

describe('a story that is read again', () => {
  it('is answered from as it is: nothing of the edition before is shown', async () => {
    const all = await byTurns(seen);
    expect(all[0]).toMatch(/Ana opened the sluice.*Ana Petrović/su);
    expect(all[1]).toMatch(/Ana closed the sluice.*Overtaken by f2.*Ana Popović/su);
    expect(all.slice(2)).toEqual(all.slice(0, 2));
    expect(mixed(all)).toBe(false);
  });

  it('would be seen to be stale if what is kept went by the name of the story (the control)', async () => {
    const stale = memoize(10, (_name: string) => seen(EDITIONS[0]));
    expect(mixed(await byTurns(async (index) => stale(index.story.id)))).toBe(true);
  });

  it('is offered in the language of the asker', async () => {
    const offered = async (locale: string) =>
      (await command.autocomplete?.({ ...askOf('an'), locale, focused: 'name' }, deskOf(EDITIONS[0])))?.[0]?.name;
    expect([await offered('en'), await offered('de'), await offered('en')]).toEqual([
      'Ana Petrović · person',
      'Ana Petrović · Person',
      'Ana Petrović · person',
    ]);
  });
});
