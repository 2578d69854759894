import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readFolder } from '../../src/data/files/read-folder.ts';
import { applyRevisions } from '../../src/data/revisions/revision.ts';
import type { Scheduler } from '../../src/discord/jobs/scheduler.ts';
import { createCorrectionJob } from '../../src/discord/jobs/corrections/correction-job.ts';
import { rejectedFilesJob } from '../../src/discord/jobs/rejected-files.ts';
import { createDesk } from '../../src/create-desk.ts';
import { SMALL_STORY } from '../data/small-story.ts';
import { openDiscord } from '../discord/digest-discord.ts';
import { strictSchedule } from '../discord/strict-scheduler.ts';
import { newsroom, write } from './newsroom.ts';

const CHANNEL = '501';
const EDITORS = '700';

/** The newsroom with a Discord in which f006 was shown, and a process that looks at the clock every 15 s. */
async function withDiscord() {
  const room = await newsroom();
  const { store, clock, live } = room;
  const discord = openDiscord({ clock });
  await store.curationClaims.claim('aurelia', 's1', EDITORS);
  const desk = createDesk(live.stories, clock, store, live, 'ownMachine');
  const curatedIn = (story: string) => store.curationClaims.of(story);
  const process = (): Scheduler =>
    strictSchedule({ ...desk, store }, discord, [
      createCorrectionJob({ desk, store, curatedIn }),
      rejectedFilesJob({ refusals: live.refusals, store, curatedIn, clock }),
    ]);
  let schedule = process();
  const show = async (message: string, fact: string): Promise<void> => {
    const components = [{ type: 17, components: [{ type: 10, content: 'as it was' }] }];
    const body = { flags: 1 << 15, components };
    discord.messages.push({ id: message, channel: CHANNEL, author: discord.self, content: '', body });
    const version = room.story()?.facts.get(fact)?.version ?? expect.fail();
    const here = { server: 's1', channel: CHANNEL, message, at: clock.now() };
    await store.shown.add(here, [{ story: 'aurelia', fact, version }]);
  };
  await show('1000', 'f006');
  await schedule.tick();
  onTestFinished(() => schedule.stop());
  return {
    ...room,
    show,
    async minute() {
      for (let n = 0; n < 4; n += 1) {
        await room.pass(15);
        await schedule.tick();
      }
    },
    async restart() {
      await schedule.stop();
      schedule = process();
    },
    texts: (channel: string) =>
      discord.messages.filter((message) => message.channel === channel).map(({ body }) => JSON.stringify(body)),
  };
}

describe('an approved correction', () => {
  it('is where the error was shown within a minute, and is not told again when it is written into the files', async () => {
    const it = await withDiscord();
    // The fact was corrected once before, which nobody saw otherwise.
    expect(it.texts(CHANNEL)).toHaveLength(1);
    await it.approve(
      { on: 'fact', id: 'f006', fields: { says: 'The ferry dates from 1998.' } },
      { was: 'built in 1998', reason: 'Only the hull was.' },
    );
    await it.minute();
    const [old, notice, ...more] = it.texts(CHANNEL);
    expect(old).toMatch(/CORRECTED Tue 18 March 2031.*dates from 1998.*built in 1998.*as it was/);
    expect(notice).toContain('Corrected: `f006`');
    expect(more).toStrictEqual([]);
    const files = await readFolder(it.folder);
    const rows = await it.store.revisions.list('aurelia');
    const written = [...applyRevisions(files, rows).files.yaml].flatMap(([name, stored]) =>
      'bytes' in stored ? [[name, stored.bytes] as const] : [],
    );
    write(it.folder, Object.fromEntries(written));
    await it.store.revisions.fold(
      rows.map(({ seq }) => seq),
      it.clock.now(),
    );
    await it.restart();
    await it.minute();
    expect(it.story()?.facts.get('f006')?.says).toBe('The ferry dates from 1998.');
    expect(it.texts(CHANNEL)).toHaveLength(2);
    expect(it.texts(CHANNEL)[0]?.split('CORRECTED')).toHaveLength(2);
  });

  it('is not told of a misspelling, and is told of a retraction, in the files as in Discord', async () => {
    const it = await withDiscord();
    await it.approve({ on: 'fact', id: 'f006', fields: { says: 'The ferry was built in 1998 .' } });
    await it.minute();
    expect(it.texts(CHANNEL)).toHaveLength(1);
    const facts = SMALL_STORY['facts/later.yml'] ?? '';
    write(it.folder, {
      'facts/later.yml': facts.replace(
        '  says: The ferry was built in 1998.\n  when: 1998\n  when_how: stated\n  status: reported',
        '  says: The ferry was built in 1998.\n  when: 1998\n  when_how: stated\n  status: retracted\n  because: The yard says otherwise.',
      ),
    });
    await it.minute();
    expect(it.texts(CHANNEL)[0]).toMatch(/RETRACTED Tue 18 March 2031.*yard says otherwise/);
    expect(it.texts(CHANNEL)).toHaveLength(2);
  });
});

describe('files that do not pass', () => {
  it('are told of in the channel of the editors, once, by place alone while a source is under embargo', async () => {
    const it = await withDiscord();
    const facts = SMALL_STORY['facts.yml'] ?? '';
    write(it.folder, { 'facts.yml': facts.replace('status: disputed', 'status: doubtful') });
    await it.minute();
    await it.restart();
    await it.minute();
    const [told, ...more] = it.texts(EDITORS).map((text) => text.replaceAll('\\', ''));
    expect(more).toStrictEqual([]);
    expect(told).toContain(join('aurelia', 'facts.yml:38:11'));
    expect(told).not.toContain('doubtful');
    const sources = SMALL_STORY['sources.yml'] ?? '';
    write(it.folder, { 'sources.yml': sources.replace(/ {2}embargo: .*\n/, '') });
    await it.minute();
    expect(it.texts(EDITORS)).toHaveLength(2);
    expect(it.texts(EDITORS)[1]).toContain('doubtful');
  });
});
