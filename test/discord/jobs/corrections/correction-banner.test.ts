import { describe, expect, it } from 'vitest';
import { withBanners } from '../../../../src/discord/jobs/corrections/correction-banner.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content, id: 7 });
const container = (...components: object[]) => ({ type: 17, id: 1, accent_color: 3, spoiler: false, components });
const mark = { ref: 'Xk3f90aLpQ', full: '**CORRECTED** in full ref Xk3f90aLpQ', short: 'short Xk3f90aLpQ' };
const other = { ref: 'Zk3f90aLpQ', full: '**RETRACTED** ref Zk3f90aLpQ', short: 'Zk3f90aLpQ' };
const message = (...components: object[]) => ({ flags: V2, content: '', attachments: [], components });
const topOf = (body: unknown, count = 1): unknown[] =>
  (body as { components: { content?: string }[] }).components.slice(0, count).map(({ content }) => content);

describe('a mark on a message', () => {
  it('stands on top in full, the newest uppermost, and over everything that was there', () => {
    const { body, omitted } = withBanners(message(container(text('before'))), [mark, other]);
    expect(topOf(body, 2)).toStrictEqual([other.full, mark.full]);
    expect(body).toMatchObject({ components: [{}, {}, { type: 17, components: [{ content: 'before' }] }] });
    expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(omitted).toStrictEqual([]);
  });

  it('is not put there twice', () => {
    const marked = message(text(mark.full), container(text('before')));
    expect(withBanners(marked, [mark])).toStrictEqual({ body: null, omitted: [] });
    expect(topOf(withBanners(marked, [mark, other]).body, 2)).toStrictEqual([other.full, mark.full]);
  });

  it.for([
    ['full', 4_000 - mark.full.length, [mark.full]],
    ['short', 4_001 - mark.full.length, [mark.short]],
    ['short', 4_000 - mark.short.length, [mark.short]],
    ['not at all', 4_001 - mark.short.length, null],
  ] as const)('is put there %s where %i letters are taken', ([, letters, expected]) => {
    const { body, omitted } = withBanners(message(container(text('x'.repeat(letters)))), [mark]);
    expect(body === null ? null : topOf(body)).toStrictEqual(expected);
    expect(omitted).toStrictEqual(expected === null ? [mark.ref] : []);
  });

  it('is left out where it would be the 41st component, and nothing gives way', () => {
    const full = message(...Array.from({ length: 40 }, () => text('x')));
    expect(withBanners(full, [mark])).toStrictEqual({ body: null, omitted: [mark.ref] });
    const nearly = message(...Array.from({ length: 39 }, () => text('x')));
    const { body, omitted } = withBanners(nearly, [mark, other]);
    expect((body as { components: unknown[] }).components).toHaveLength(40);
    expect([topOf(body), omitted]).toStrictEqual([[mark.full], [other.ref]]);
  });

  it('keeps pictures, files, buttons and menus as they were sent, by the names of the files', () => {
    const url = 'http://files/timeline.png';
    const media = { url, proxy_url: url, width: 3, height: 4, id: '9', attachment_id: '88' };
    const row = { type: 1, id: 5, components: [{ type: 2, id: 6, style: 1, label: 'Next', custom_id: 'n' }] };
    const shown = {
      ...message(
        container(
          { type: 12, id: 2, items: [{ media, description: 'a line', spoiler: false }] },
          {
            type: 13,
            id: 3,
            name: 'notes.txt',
            size: 12,
            spoiler: false,
            file: { url: 'http://files/notes.txt?ex=2' },
          },
        ),
        row,
      ),
      attachments: [
        { id: '88', filename: 'timeline.png', url },
        { id: '89', filename: 'notes.txt', url: 'http://files/notes.txt?ex=1' },
      ],
    };
    expect(withBanners(shown, [mark]).body).toStrictEqual({
      allowed_mentions: { parse: [] },
      components: [
        { type: 10, content: mark.full },
        {
          type: 17,
          accent_color: 3,
          spoiler: false,
          components: [
            {
              type: 12,
              items: [{ media: { url: 'attachment://timeline.png' }, description: 'a line', spoiler: false }],
            },
            { type: 13, spoiler: false, file: { url: 'attachment://notes.txt' } },
          ],
        },
        { type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'n' }] },
      ],
    });
  });

  it('stands over the text of a message of the older kind, within its 2,000 letters', () => {
    const old = { flags: 0, content: 'before', components: [] };
    expect(withBanners(old, [mark]).body).toMatchObject({ content: `${mark.full}\nbefore` });
    expect(withBanners({ ...old, content: 'x'.repeat(1_999) }, [mark])).toStrictEqual({
      body: null,
      omitted: [mark.ref],
    });
  });
});
