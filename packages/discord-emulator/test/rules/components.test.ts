import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { startEmulator, type Emulator } from '../../src/emulator.ts';
import { box, button, long, many, option, picture, places, row, select, text, v2 } from '../bodies.ts';
import { ids } from '../bot.ts';
import { handClock } from '../hand-clock.ts';
import { call, type Answered } from '../raw-request.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ clock: handClock(), settings: { limits: false } });
});
afterAll(() => emulator.close());

const post = (body: unknown): Promise<Answered> => call(emulator, 'POST', `/channels/${ids.desk}/messages`, body);

describe('components that Discord refuses, each at its place', () => {
  test.each<[string, JsonObject, string]>([
    ['a gallery picture that was not sent', v2(picture('attachment://a.png')), 'components.0.items.0.media.url'],
    ['a container without the V2 flag', { components: [box(text())] }, 'components.0.type'],
    ['text displays of 4,001 together', v2(box(text(long(2_000))), text(long(2_001))), 'components'],
    ['one text display of 4,001', v2(text(long(4_001))), 'components.0.content'],
    [
      '41 components, most of them nested',
      v2(box(...many(20, () => text('x'))), box(...many(19, () => text('x')))),
      'components',
    ],
    ['41 components side by side', v2(...many(41, () => text('x'))), 'components'],
    ['6 rows without V2', { components: many(6, (n) => row(button(n))) }, 'components'],
    ['6 buttons in a row', { components: [row(...many(6, button))] }, 'components.0.components'],
    ['an empty row', { components: [row()] }, 'components.0.components'],
    ['a custom_id twice', { components: [row(button(1), button(1))] }, 'components.0.components.1.custom_id'],
    ['a custom_id of 101', { components: [row(button(long(100)))] }, 'components.0.components.0.custom_id'],
    ['a label of 81', { components: [row({ ...button(), label: long(81) })] }, 'components.0.components.0.label'],
    [
      'a button without custom_id',
      { components: [row({ type: 2, style: 1, label: 'x' })] },
      'components.0.components.0.custom_id',
    ],
    [
      'a button with custom_id and url',
      { components: [row({ ...button(), url: 'https://a.example' })] },
      'components.0.components.0.url',
    ],
    [
      'a link button without url',
      { components: [row({ type: 2, style: 5, label: 'x' })] },
      'components.0.components.0.url',
    ],
    [
      'a button without label or emoji',
      { components: [row({ type: 2, style: 1, custom_id: 'x' })] },
      'components.0.components.0.label',
    ],
    ['a button beside a select', { components: [row(button(), select())] }, 'components.0.components.1'],
    ['two selects in a row', { components: [row(select(), select({ custom_id: 't' }))] }, 'components.0.components.1'],
    ['a select without options', { components: [row(select({ options: [] }))] }, 'components.0.components.0.options'],
    [
      'a select of 26',
      { components: [row(select({ options: many(26, (n) => option(`${n}`)) }))] },
      'components.0.components.0.options',
    ],
    [
      'a select with a value twice',
      { components: [row(select({ options: [option('a'), option('a')] }))] },
      'components.0.components.0.options.1.value',
    ],
    [
      'more values than options',
      { components: [row(select({ min_values: 3, max_values: 3 }))] },
      'components.0.components.0.min_values',
    ],
    [
      'a placeholder of 151',
      { components: [row(select({ placeholder: long(151) }))] },
      'components.0.components.0.placeholder',
    ],
    [
      'a section of 4 texts',
      v2({ type: 9, components: many(4, () => text()), accessory: button() }),
      'components.0.components',
    ],
    ['a section without accessory', v2({ type: 9, components: [text()] }), 'components.0.accessory'],
    [
      'a gallery of 11',
      v2({ type: 12, items: many(11, () => ({ media: { url: 'https://a.example/b.png' } })) }),
      'components.0.items',
    ],
    ['a container in a container', v2(box(box(text()))), 'components.0.components.0.type'],
  ])('%s', async (_, body, place) => {
    const answered = await post(body);
    expect({ status: answered.status, code: answered.json['code'] }).toEqual({ status: 400, code: 50035 });
    expect(places(answered)).toContain(place);
  });
});
