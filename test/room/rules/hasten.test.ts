import * as published from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import type { $ZodType } from 'zod/v4/core';
import { isObject, type JsonObject } from '../../../src/room/json.ts';
import { heldAgainst } from '../../../src/room/rules/spec.ts';
import { numbers } from '../../numbers.ts';
import { box, button, chat, input, modal, opt, option, picture, row, select, text, v2 } from '../bodies.ts';

const SEED = 20_261_126;
const BODIES = 4_000;

/** The description as it is published: a module of its own, whose unions are asked in turn. */
const inTurn = (await import(/* @vite-ignore */ `${import.meta.resolve('discord-api-spec/zod')}?plain`)) as Readonly<
  Record<string, $ZodType>
>;

const narrowed: Readonly<Record<string, $ZodType>> = { ...published };

const message = (data: JsonObject): JsonObject => ({ type: 4, data });
const accessory = (one: JsonObject): JsonObject => ({ type: 9, components: [text()], accessory: one });

/** Right bodies of each kind of component, with the description that each is held against. */
const RIGHT: readonly (readonly [keyof typeof published, JsonObject])[] = [
  ['CreateMessageInteractionCallbackRequestSchema', message({ content: 'x', components: [row(button(), button(2))] })],
  [
    'CreateMessageInteractionCallbackRequestSchema',
    message(v2(box(text(), { type: 14 }, row(select()), picture('attachment://a.png')), row(button()))),
  ],
  ['CreateMessageInteractionCallbackRequestSchema', message(v2(accessory(button()), box(accessory(button(2)))))],
  ['ModalInteractionCallbackRequestSchema', modal(input(1), { ...input(2), component: select() })],
  [
    'ApplicationCommandCreateRequestSchema',
    chat({
      options: [opt({ choices: [option('a')].map(({ value }) => ({ name: 'a', value })) }), { ...opt(), type: 11 }],
    }),
  ],
];

/** Values that stand where they do not belong. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  'x'.repeat(5_000),
  -1,
  0,
  2,
  5,
  10,
  17,
  99,
  1.5,
  true,
  [],
  {},
  [{}],
];

/** One place of a body made wrong. */
function spoilt(body: JsonObject, random: () => number): JsonObject {
  const copy = structuredClone(body);
  const places: { readonly at: JsonObject | unknown[]; readonly key: string }[] = [];
  const walk = (at: unknown): void => {
    if (!Array.isArray(at) && !isObject(at)) return;
    for (const [key, inner] of Object.entries(at)) {
      places.push({ at, key });
      walk(inner);
    }
  };
  walk(copy);
  const place = places[Math.floor(random() * places.length)];
  if (place !== undefined) Reflect.set(place.at, place.key, WRONG[Math.floor(random() * WRONG.length)]);
  return copy;
}

describe('a description whose unions are asked by type and whose objects are compiled', () => {
  /** Bodies with up to three faults, and what both descriptions say of each. */
  function compared(other: Readonly<Record<string, $ZodType>>): { differ: number; passed: number; codes: Set<string> } {
    const random = numbers(SEED);
    const seen = { differ: 0, passed: 0, codes: new Set<string>() };
    for (let n = 0; n < BODIES; n += 1) {
      const [name, right] = RIGHT[n % RIGHT.length] ?? ['', {}];
      const [one, two] = [narrowed[name], other[name]];
      if (one === undefined || two === undefined) throw new Error(`There is no description called ${name}.`);
      let body = right;
      for (let times = n % 4; times > 0; times -= 1) body = spoilt(body, random);
      const said = heldAgainst(one, body);
      if (JSON.stringify(said) !== JSON.stringify(heldAgainst(two, body))) seen.differ += 1;
      if (said.faults.length === 0) seen.passed += 1;
      for (const { code } of said.faults) seen.codes.add(code);
    }
    return seen;
  }

  it(`let through and refuse what the description does, in the same words (seed ${SEED})`, () => {
    const { differ, passed, codes } = compared(inTurn);
    expect(differ).toBe(0);
    // Both halves were met, and more than one kind of fault.
    expect(passed).toBeGreaterThan(BODIES / 10);
    expect([...codes]).toEqual(
      expect.arrayContaining([
        'UNION_TYPE_CHOICES',
        'BASE_TYPE_REQUIRED',
        'BASE_TYPE_MAX_LENGTH',
        'NUMBER_TYPE_CONVERT',
      ]),
    );
  });

  it('would be seen to differ if they took another one for the one that is meant (the control)', () => {
    const { UpdateMessageInteractionCallbackRequestSchema: another } = inTurn;
    const swapped = { ...inTurn, ...(another && { CreateMessageInteractionCallbackRequestSchema: another }) };
    expect(compared(swapped).differ).toBeGreaterThan(0);
  });
});

describe('fields that the description does not know', () => {
  const schema = published.CreateMessageInteractionCallbackRequestSchema;

  it('are no fault, and are told by their paths', () => {
    const body = message({
      ...v2(box(text(), { ...text(), colour: 1 }), row({ ...button(), emoji: { name: 'x', hue: 2 } })),
      lang: 'en',
    });
    expect(heldAgainst(schema, body)).toEqual({
      faults: [],
      strangers: ['data.components[0].components[1].colour', 'data.components[1].components[0].emoji.hue', 'data.lang'],
    });
  });

  it('are not told where there are none (the control)', () => {
    expect(heldAgainst(schema, message(v2(box(text()), row(button()))))).toEqual({ faults: [], strangers: [] });
  });
});
