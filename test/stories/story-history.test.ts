import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/data/revisions/revision.ts';
import { SMALL_STORY } from '../data/small-story.ts';
import { newsroom, write } from './newsroom.ts';

const says = (id: string, text: string): Change => ({ on: 'fact', id, fields: { says: text } });
const day = (date: string) => Temporal.Instant.from(`${date}T12:00:00Z`);

describe('a story as of', () => {
  it('is what it was, through changes of the files, approvals and their way into the files', async () => {
    const room = await newsroom();
    const { clock, live, approve, pass, folder, store } = room;
    const at = async (date: string, id = 'f006') =>
      (await live.at('aurelia', day(date)))?.story.facts.get(id)?.says ?? null;
    clock.set('2031-04-10T09:00:00Z');
    await approve(says('f006', 'It was built in 1998.'));
    clock.set('2031-04-12T09:00:00Z');
    const later = SMALL_STORY['facts/later.yml'] ?? '';
    write(folder, { 'facts/later.yml': later.replace('says: Some 55', 'says: About 55') });
    await pass(1);
    clock.set('2031-04-14T09:00:00Z');
    await approve(says('f006', 'It was built in the year 1998.'));
    clock.set('2031-04-16T09:00:00Z');
    // As an export does it: the text that is served is written, and the rows are marked.
    const exported = later
      .replace('says: Some 55', 'says: About 55')
      .replace('The ferry was built in 1998.\n  when', 'It was built in the year 1998.\n  when');
    write(folder, { 'facts/later.yml': exported });
    await store.revisions.fold(
      (await store.revisions.list('aurelia')).map(({ seq }) => seq),
      clock.now(),
    );
    await pass(1);
    clock.set('2031-04-18T09:00:00Z');
    // By hand, after the export.
    write(folder, { 'facts/later.yml': exported.replace('It was built in the year 1998.', 'The year was 1998.') });
    await pass(1);
    clock.set('2031-04-20T09:00:00Z');
    const told = [
      ['2031-03-17', null, null],
      ['2031-03-20', 'The ferry was built in 1998.', 'Some 55 passengers were on board.'],
      ['2031-04-11', 'It was built in 1998.', 'Some 55 passengers were on board.'],
      ['2031-04-13', 'It was built in 1998.', 'About 55 passengers were on board.'],
      ['2031-04-15', 'It was built in the year 1998.', 'About 55 passengers were on board.'],
      ['2031-04-17', 'It was built in the year 1998.', 'About 55 passengers were on board.'],
      ['2031-04-19', 'The year was 1998.', 'About 55 passengers were on board.'],
    ] as const;
    for (const [date, f006, f004] of told) {
      expect([date, await at(date), await at(date, 'f004')]).toStrictEqual([date, f006, f004]);
    }
    expect(room.says('f006')).toBe('The year was 1998.');
    expect(await live.at('nowhere', day('2031-04-19'))).toBeNull();
  });

  it('shows nothing that was under embargo then, nor what is now', async () => {
    const { clock, live, pass, folder } = await newsroom();
    const shows = async (date: string) => [...((await live.at('aurelia', day(date)))?.story.sources.keys() ?? [])];
    // s3 is released on 1 April.
    clock.set('2031-05-01T09:00:00Z');
    expect(await shows('2031-03-20')).toStrictEqual(['s1', 's2']);
    expect(await shows('2031-04-20')).toStrictEqual(['s1', 's2', 's3']);
    const sources = (SMALL_STORY['sources.yml'] ?? '').replace('id: s2\n', 'id: s2\n  embargo: 2031-06-01T00:00:00Z\n');
    write(folder, { 'sources.yml': sources });
    await pass(1);
    expect(await shows('2031-04-20')).toStrictEqual(['s1', 's3']);
    const facts = (await live.at('aurelia', day('2031-04-20')))?.story.facts;
    expect([...(facts?.keys() ?? [])]).toStrictEqual(['f002', 'f003', 'f006', 'f007']);
    clock.set('2031-06-02T09:00:00Z');
    expect(await shows('2031-04-20')).toStrictEqual(['s1', 's2', 's3']);
  });
});
