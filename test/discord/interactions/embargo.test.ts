import { describe, expect, it } from 'vitest';
import { answerAsOf } from '../../../src/commands/lookup/as-of.ts';
import type { Ask, Desk } from '../../../src/commands/command.ts';
import { TERMINAL } from '../../../src/commands/ask.ts';
import type { Story } from '../../../src/data/model/fact.ts';
import { createBriefWriter } from '../../../src/discord/jobs/brief-writer.ts';
import { paginateCard, renderCard } from '../../../src/discord/rendering/render-card.ts';
import { createScheduler, type JobReport } from '../../../src/discord/jobs/scheduler.ts';
import { createCorrectionJob } from '../../../src/discord/jobs/corrections/correction-job.ts';
import { answeredQuestionsJob } from '../../../src/discord/jobs/answered-questions.ts';
import { staleFactsJob } from '../../../src/discord/jobs/stale-facts.ts';
import { buildStoryViews as showing } from '../../../src/stories/embargo-views.ts';
import { sourceContextCard } from '../../../src/reply/cards/source-context.ts';
import { cardText } from '../../../src/reply/plain-text.ts';
import { buildIndex } from '../../../src/search/story-search.ts';
import { openStore } from '../../../src/store/store.ts';
import { handClock } from '../../store/engines.ts';
import { openDiscord } from '../digest-discord.ts';
import { drawPlan, type Plan, secretsAt, storyOf } from '../embargo-story.ts';
import { desk as world } from '../joined-bot.ts';

const seed = Number(process.env['FACTDESK_SEED'] ?? 20_310_320);
const stories = process.env['FACTDESK_FULL'] === '1' ? 120 : 4;

const FROM = { ...TERMINAL, managesChannel: true, managesServer: true };

interface Declared {
  readonly name: string;
  readonly autocomplete?: boolean;
  readonly options?: readonly Declared[];
}

type At = (now: Temporal.Instant) => ReturnType<typeof buildIndex>;

const EXPORTS = ['', 'timelinejs', 'csv', 'geojson'];

/** What is not a part of any answer: the versions of facts and files, which are numbers of what is held as well. */
const withoutVersions = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (key === 'version' ? undefined : inner));

/** Everything that people can ask, and all that they then see, letter for letter. */
async function allAnswers(at: At, now: Temporal.Instant, queries: readonly string[]): Promise<string[]> {
  const desk: Desk = { ...world, stories: new Map([['drill', at]]), clock: { now: () => now } };
  const said: string[] = [];
  for (const command of desk.commands) {
    const declared = (command.definition.options ?? []) as readonly Declared[];
    const exports = JSON.stringify(declared).includes('"export"') ? EXPORTS : [''];
    const actions = declared.some(({ options }) => options !== undefined) ? declared : [null];
    for (const query of queries) {
      // What was typed is echoed, whole or in part; whether more is said of it shows in the comparison below.
      const without = (text: string): string =>
        query.split(/[ .]+/u).reduce((left, word) => left.replaceAll(word === '' ? '\0' : word, ''), text);
      for (const [format, action] of exports.flatMap((one) => actions.map((other) => [one, other] as const))) {
        const options = {
          ...(command.queryOption === null ? {} : { [command.queryOption]: query }),
          ...(format === '' ? {} : { export: format }),
          ...(action !== null && {
            action: action.name,
            ...Object.fromEntries((action.options ?? []).map(({ name }) => [name, query])),
          }),
        };
        const ask: Ask = { command: command.definition.name, options, now, locale: 'en', story: 'drill', from: FROM };
        const card = await Promise.resolve(ask)
          .then(async (asked) => answerAsOf(command, asked, desk))
          .catch(() => null);
        if (card === null) continue;
        const pages = paginateCard(card, 'en');
        const messages = pages.map((_, page) => renderCard(card, ask, { page, sharedBy: null }, pages));
        const context = sourceContextCard(card.facts, at(now).story, 'en');
        const parts = [cardText(card, 'en'), withoutVersions(card), withoutVersions(messages), cardText(context, 'en')];
        said.push(...parts.map(without));
      }
      for (const { name, autocomplete, action } of actions.flatMap((one) =>
        (one?.options ?? declared).map((option) => ({ ...option, action: one?.name })),
      )) {
        if (autocomplete !== true) continue;
        const options = { ...(action !== undefined && { action }), [name]: query };
        const typing = {
          command: command.definition.name,
          options,
          now,
          locale: 'en',
          story: 'drill',
          from: FROM,
          focused: name,
        };
        const choices = (await command.autocomplete?.(typing, desk)) ?? [];
        said.push(without(JSON.stringify(choices.filter(({ value }) => value !== query))));
      }
    }
  }
  return said;
}

/** Everything that the bot says by itself at an instant: brief, corrections, answers to open questions, old facts, log. */
async function allPosts(plan: Plan, at: At, now: Temporal.Instant): Promise<string[]> {
  const clock = handClock(String(now));
  const store = await openStore({ file: ':memory:' }, { clock });
  const desk: Desk = { ...world, stories: new Map([['drill', at]]), store, clock };
  const discord = openDiscord({ clock });
  const reports: JobReport[] = [];
  for (const [n, { id, word }] of plan.facts.entries()) {
    const message = String(1_000 + n);
    const shown = { type: 17, components: [{ type: 10, content: 'shown before' }] };
    discord.messages.push({
      id: message,
      channel: '501',
      author: discord.self,
      content: '',
      body: { flags: 1 << 15, components: [shown] },
    });
    const before = { server: 's1', channel: '501', message, at: now.subtract({ hours: 1 }) };
    await store.shown.add(before, [{ story: 'drill', fact: id, version: 'before' }]);
    // The words of a question are the asker's own, and stand in its answer.
    const asks = `Question ${n}?`;
    const asker = store.users.hash(word);
    const question = await store.questions.open({ story: 'drill', server: 's1', channel: '502', asks, asker });
    await store.questions.answer(question, id);
  }
  const curatedIn = () => Promise.resolve({ server: 's1', channel: '700' });
  const editor = createBriefWriter(desk);
  const schedule = createScheduler({
    store,
    channelApi: discord,
    briefWriter: editor,
    clock,
    jobs: [
      createCorrectionJob({ desk, store, curatedIn }),
      answeredQuestionsJob({ desk, store }),
      staleFactsJob({ desk, store, curatedIn }),
    ],
    report: (report) => reports.push(report),
  });
  await schedule.tick();
  const brief = await editor.brief({
    server: 's1',
    channel: '500',
    edition: 'morning',
    date: '2031-03-20',
    at: now,
    late: false,
    missed: [],
    last: null,
  });
  await store.close();
  return [
    ...discord.messages.map(({ body }) => JSON.stringify(body)),
    JSON.stringify(brief?.messages.map(({ body }) => body)),
    ...reports.map((report) => ('error' in report ? String(report.error) : JSON.stringify(report))),
  ];
}

const lastOf = (plan: Plan): Temporal.Instant[] =>
  [...new Set(plan.sources.flatMap(({ embargo }) => embargo ?? []))].map((embargo) => Temporal.Instant.from(embargo));

/** What people type: what is held first of all, some of the rest, and a draft of all of it. */
const queriesOf = (plan: Plan, now: Temporal.Instant): string[] => {
  const all = [...plan.facts, ...plan.who, ...plan.where, ...plan.sources].map(({ word }) => word);
  const secrets = secretsAt(plan, now);
  const others = all.filter((word) => !secrets.includes(word)).slice(0, 4);
  const draft = plan.facts.map(({ word }) => `${word} was seen by nobody.`).join(' ');
  return ['', 'seen', 'people', '12 March', 'f101', 's2', draft, ...secrets.slice(0, 8), ...others];
};

/** Words of what is held that are said nevertheless. */
async function leaks(plan: Plan, at: At, now: Temporal.Instant): Promise<string[]> {
  const secrets = secretsAt(plan, now);
  const said = [...(await allAnswers(at, now, queriesOf(plan, now))), ...(await allPosts(plan, at, now))].join('\n');
  return secrets.filter((secret) => said.includes(secret));
}

const plans = Array.from({ length: stories }, (_, n) => [seed + n, drawPlan(seed + n)] as const).filter(
  ([, plan]) => lastOf(plan).length > 0,
);

describe(`what is under embargo (seed ${seed}; FACTDESK_SEED sets another)`, () => {
  it.each(plans)(
    'is said nowhere until its millisecond, and then is: story %i',
    { timeout: 120_000 },
    async (_seed, plan) => {
      const story = storyOf(plan);
      const at = await showing(story);
      for (const instant of lastOf(plan)) {
        const before = instant.subtract({ milliseconds: 1 });
        expect(secretsAt(plan, before).length).toBeGreaterThan(0);
        expect(await leaks(plan, at, before)).toStrictEqual([]);
        const freed = secretsAt(plan, before).filter((secret) => !secretsAt(plan, instant).includes(secret));
        const after = [...(await allAnswers(at, instant, [''])), ...(await allPosts(plan, at, instant))].join('\n');
        expect(freed.some((secret) => after.includes(secret))).toBe(true);
      }
    },
  );

  it.each(plans)(
    'changes no count, no choice and no order: as if it had never been written: story %i',
    { timeout: 120_000 },
    async (_seed, plan) => {
      const [instant] = lastOf(plan);
      const before = (instant ?? expect.fail()).subtract({ milliseconds: 1 });
      const never = buildIndex(storyOf(plan, before));
      const queries = queriesOf(plan, before);
      const shown = await showing(storyOf(plan));
      expect(await allAnswers(shown, before, queries)).toStrictEqual(await allAnswers(() => never, before, queries));
      expect(await allPosts(plan, shown, before)).toStrictEqual(await allPosts(plan, () => never, before));
    },
  );

  it('would be found if it were shown a millisecond too early, or in a brief, a notice or a count alone', async () => {
    const [, plan] = plans[0] ?? expect.fail();
    const story: Story = storyOf(plan);
    const [instant] = lastOf(plan);
    const before = (instant ?? expect.fail()).subtract({ milliseconds: 1 });
    const shown = await showing(story);
    const early: At = (now) => shown(now.add({ milliseconds: 1 }));
    expect(await leaks(plan, early, before)).not.toStrictEqual([]);
    const open = buildIndex(story);
    const posts = (await allPosts(plan, () => open, before)).join('\n');
    expect(secretsAt(plan, before).filter((secret) => posts.includes(secret))).not.toStrictEqual([]);
    const never = storyOf(plan, before);
    const counted = buildIndex({
      ...never,
      facts: new Map([...never.facts, ['f999', [...never.facts.values()][0] ?? expect.fail()]]),
    });
    expect(await allAnswers(() => counted, before, [''])).not.toStrictEqual(
      await allAnswers(await showing(story), before, ['']),
    );
  });
});
