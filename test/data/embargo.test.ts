import { TERMINAL } from '../../src/commands/ask.ts';
import { describe, expect, it } from 'vitest';
import { released, releases, withholds } from '../../src/data/embargo.ts';
import { buildStoryViews } from '../../src/stories/embargo-views.ts';
import { cardText } from '../../src/reply/plain-text.ts';
import { desk, NOW } from '../commands/ask-command.ts';
import { filesOf } from './small-story.ts';

const UNTIL = '2031-03-20T06:00:00Z';
const AT = Temporal.Instant.from(UNTIL);
const JUST_BEFORE = AT.subtract({ milliseconds: 1 });

const base = desk.stories.get('harbour-flood')?.(NOW).story ?? expect.fail();
const [s1, s2] = [...base.sources.values()];
if (s1 === undefined || s2 === undefined) throw new Error('the flood has two sources');

/** The flood, with its second source under embargo, and a man whom that source alone names. */
const story = {
  ...base,
  sources: new Map([
    [s1.id, s1],
    [s2.id, { ...s2, embargo: UNTIL }],
  ]),
  who: new Map(base.who).set('kaspar-holt', {
    ...(base.who.get('jonas-brandt') ?? expect.fail()),
    id: 'kaspar-holt',
    name: 'Kaspar Holt',
    names: {},
  }),
  facts: new Map([...base.facts].map(([id, fact]) => [id, id === 'h03' ? { ...fact, who: ['kaspar-holt'] } : fact])),
};
const held = [...story.facts.values()].filter(({ citations }) => citations.some(({ source }) => source === s2.id));

describe('a source under embargo', () => {
  it('is out of the story to the millisecond, and in it from its instant on', () => {
    expect(releases(story)).toEqual([AT]);
    expect(released(story, JUST_BEFORE).sources.has(s2.id)).toBe(false);
    expect(released(story, AT)).toBe(story);
  });

  it('takes its facts along, and whom they alone name, and no others', () => {
    const before = released(story, JUST_BEFORE);
    expect(held.map(({ id }) => id)).toContain('h03');
    for (const { id } of held) expect(before.facts.has(id)).toBe(false);
    expect(before.facts.size).toBe(story.facts.size - held.length);
    expect(before.who.has('kaspar-holt')).toBe(false);
    expect(before.who.has('edda-brandt')).toBe(true);
    expect(before.facts.get('h04')?.contradicts).toEqual([]);
    expect(before.facts.get('h02')).toBeDefined();
  });

  it('shows in no answer, no choice and no count of any command until then, and in some of them after it', async () => {
    const queries = [
      '',
      'north quay',
      'opened again',
      '250 people',
      'Kaspar Holt',
      's2',
      s2.outlet ?? '',
      '16 March',
      'h05',
      'sluice',
    ];
    const secrets = [
      ...held.flatMap(({ id, says, citations }) => [`"${id}"`, says, ...citations.map(({ quote }) => quote)]),
      'Kaspar Holt',
    ];
    const all = async (now: Temporal.Instant): Promise<string> => {
      const stories = new Map([[story.id, await buildStoryViews(story)]]);
      const world = { ...desk, stories };
      const said: string[] = [];
      for (const command of desk.commands) {
        for (const query of queries) {
          const from = { ...TERMINAL, managesChannel: true, managesServer: true };
          const options: Record<string, string> = command.queryOption === null ? {} : { [command.queryOption]: query };
          const ask = { command: command.definition.name, options, now, locale: 'en', story: story.id, from };
          const card = await Promise.resolve(ask)
            .then((asked) => command.answer(asked, world))
            .catch(() => null);
          // What was typed is echoed; what is held back is not.
          if (card !== null) said.push(`${cardText(card, 'en')} ${JSON.stringify(card)}`.replaceAll(query || '\0', ''));
          if (command.queryOption !== null) {
            const choices = (await command.autocomplete?.({ ...ask, focused: command.queryOption }, world)) ?? [];
            said.push(JSON.stringify(choices.filter(({ value }) => value !== query)));
          }
        }
      }
      return said.join('\n');
    };
    const before = await all(JUST_BEFORE);
    expect(secrets.filter((secret) => before.includes(secret))).toEqual([]);
    const after = await all(AT);
    expect(secrets.filter((secret) => !after.includes(secret))).toEqual([]);
  });
});

describe('files that do not pass', () => {
  const withEmbargo = (line: string): boolean =>
    withholds(filesOf({ 'sources.yml': `- id: s1\n  outlet: [\n${line}\n` }), AT);

  it.each([
    ['  embargo: 2031-03-20T06:00:00.001Z', true],
    ["  'embargo': '2031-03-20T07:00:01+01:00'", true],
    ['- {id: s2, embargo: 2031-04-01T06:00:00Z}', true],
    ['  embargo: tomorrow', true],
    ['  embargo: 2031-03-20T06:00:00Z', false],
    ['  embargo: null', false],
    ['  outlet: The Embargo', false],
  ])('withhold what they say where an embargo stands in them: %s', (line, expected) => {
    expect(withEmbargo(line)).toBe(expected);
  });
});
