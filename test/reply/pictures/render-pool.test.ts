import { afterAll, describe, expect, it } from 'vitest';
import { createRenderPool } from '../../../src/reply/pictures/render-pool.ts';
import { renderPng, drawingToSvg } from '../../../src/reply/pictures/render-png.ts';
import type { MapDrawing, TimelineDrawing } from '../../../src/reply/model/picture.ts';
import { kit, mapDrawing } from './read-picture.ts';
import { readPng } from './png.ts';

const drawer = createRenderPool();
afterAll(() => drawer.close());

const zvecan = { drawing: mapDrawing('zvecan') };
const asked = (name: string): { drawing: MapDrawing } => {
  const { drawing } = zvecan;
  return { drawing: { ...drawing, asked: drawing.asked === null ? null : { ...drawing.asked, name } } };
};

describe('the drawer', () => {
  it('draws a PNG of two pixels for each unit', async () => {
    const { width, height } = drawingToSvg(zvecan.drawing, 'dark', kit);
    const picture = readPng(await drawer.draw(zvecan, 'dark'));
    expect([picture.width, picture.height]).toEqual([1200, Math.ceil(height * 2)]);
    expect(width).toBe(600);
  });

  it('draws in its thread what is drawn here', async () => {
    const elsewhere = await drawer.draw(zvecan, 'light');
    expect(Buffer.from(elsewhere).equals(Buffer.from(renderPng(zvecan.drawing, 'light', kit)))).toBe(true);
  });

  it('draws the same picture once, also when it is asked for again before it is done', async () => {
    const both = [drawer.draw(asked('Once'), 'dark'), drawer.draw(structuredClone(asked('Once')), 'dark')];
    const [one, other] = await Promise.all(both);
    expect(one).toBe(other);
    expect(await drawer.draw(asked('Once'), 'dark')).toBe(one);
    expect(await drawer.draw(asked('Once'), 'light')).not.toBe(one);
    expect(await drawer.draw(asked('Twice'), 'dark')).not.toBe(one);
  });

  it('keeps no more pictures than it has room for, the latest ones', async () => {
    const small = createRenderPool({ kept: 150_000 });
    const first = await small.draw(asked('First'), 'dark');
    const second = await small.draw(asked('Second'), 'dark');
    expect(first.byteLength + second.byteLength).toBeGreaterThan(150_000);
    expect(await small.draw(asked('Second'), 'dark')).toBe(second);
    expect(await small.draw(asked('First'), 'dark')).not.toBe(first);
    await small.close();
  });

  it('gives up what takes too long, and draws the next one in a new thread', async () => {
    const hasty = createRenderPool({ patience: 1, start: 0 });
    await expect(hasty.draw(asked('Slow'), 'dark')).rejects.toThrow('longer than 1 ms');
    await expect(hasty.draw(asked('Slow too'), 'dark')).rejects.toThrow('longer than 1 ms');
    await hasty.close();
    const [one, other] = await Promise.all([drawer.draw(asked('A'), 'dark'), drawer.draw(asked('B'), 'dark')]);
    expect(one.byteLength).toBeGreaterThan(10_000);
    expect(other.byteLength).toBeGreaterThan(10_000);
  });

  it('says why a picture cannot be drawn, and goes on', async () => {
    const unwritten = asked('京'.repeat(40));
    await expect(drawer.draw(unwritten, 'dark')).rejects.toThrow('The fonts do not have the letters');
    await expect(drawer.draw(unwritten, 'dark')).rejects.toThrow('The fonts do not have the letters');
    expect((await drawer.draw(asked('After'), 'dark')).byteLength).toBeGreaterThan(10_000);
  });

  it('refuses a picture that is too large', () => {
    const words = Array.from({ length: 300 }, (_, n) => `word${n}`).join(' ');
    const notes = Array.from({ length: 30 }, () => words);
    expect(() => drawingToSvg({ ...zvecan.drawing, notes }, 'dark', kit)).toThrow(
      /A side of the picture would have \d+ pixels/,
    );
  });

  it('refuses what is more than may wait, and everything once it is closed', async () => {
    const busy = createRenderPool({ queue: 1 });
    const waiting = ['1', '2', '3'].map(async (name) => busy.draw(asked(name), 'dark').then(() => 'drawn', String));
    await busy.close();
    expect(await Promise.all(waiting)).toEqual([
      'Error: No more pictures are drawn here.',
      'Error: No more pictures are drawn here.',
      'Error: Too many pictures are waiting.',
    ]);
    await expect(busy.draw(asked('4'), 'dark')).rejects.toThrow('No more pictures');
  });

  it('survives a drawing that it cannot read', async () => {
    const broken = { drawing: { kind: 'timeline' } as unknown as TimelineDrawing };
    await expect(drawer.draw(broken, 'dark')).rejects.toThrow(/./);
    expect((await drawer.draw(asked('Whole'), 'dark')).byteLength).toBeGreaterThan(10_000);
  });
});

describe('the reader of PNGs in these tests', () => {
  it('agrees on the bytes: one colour of the paper in the corner', async () => {
    const { pixel, height } = readPng(await drawer.draw(zvecan, 'dark'));
    expect(pixel(2, height - 3)).toEqual([0x1e, 0x20, 0x24]);
  });
});
