import {
  $ZodArray,
  $ZodDiscriminatedUnion,
  $ZodLazy,
  $ZodNullable,
  $ZodObject,
  $ZodObjectJIT,
  $ZodOptional,
  $ZodUnion,
  type $ZodType,
} from 'zod/v4/core';
import { isObject } from '../json.ts';

/**
 * Makes Discord's description quick, without changing what passes and what is found. It is written for `zod/mini`, which tries
 * unions in turn and reads objects key by key: 0.24 ms for an answer of a dozen components. With unions of objects that are
 * told apart by their `type` asking the one that is meant, it took 0.05 ms, and with objects compiled as Zod itself
 * does in its larger form, half of that (measured). Of the others in a union none passes, and what they find is never told.
 */
export function hasten(schemas: Iterable<$ZodType>): void {
  const seen = new Set<$ZodType>();
  const waiting = [...schemas];
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    if (seen.has(schema)) continue;
    seen.add(schema);
    if (schema instanceof $ZodUnion) narrow(schema);
    if (schema instanceof $ZodObject) compile(schema);
    waiting.push(...inside(schema));
  }
}

const coreOf = <Schema extends $ZodType>({ _zod: core }: Schema): Schema['_zod'] => core;

function inside(schema: $ZodType): readonly $ZodType[] {
  if (schema instanceof $ZodUnion) return coreOf(schema).def.options;
  if (schema instanceof $ZodObject) return Object.values(coreOf(schema).def.shape);
  if (schema instanceof $ZodArray) return [coreOf(schema).def.element];
  if (schema instanceof $ZodLazy) return [coreOf(schema).innerType];
  if (schema instanceof $ZodOptional || schema instanceof $ZodNullable) return [coreOf(schema).def.innerType];
  return [];
}

function narrow(union: $ZodUnion): void {
  const core = coreOf(union);
  const { options, checks = [] } = core.def;
  const types = options.map((option) => coreOf(option).propValues?.['type']);
  const values = types.flatMap((one) => [...(one ?? [])]);
  const apart = types.every((one) => one !== undefined) && new Set(values).size === values.length;
  if (!apart || options.length < 2) return;
  const meant = coreOf(
    new $ZodDiscriminatedUnion({
      type: 'union',
      options: [...options],
      discriminator: 'type',
      // What has no type, or one that is none, is told in the words of the description.
      unionFallback: true,
    }),
  );
  const inTurn = core.parse.bind(core);
  const parse: typeof inTurn = (payload, context) =>
    isObject(payload.value) ? meant.parse(payload, context) : inTurn(payload, context);
  // Without checks of its own a schema runs by parsing.
  if (checks.length === 0) core.run = parse;
  core.parse = parse;
}

function compile(object: $ZodObject): void {
  const core = coreOf(object);
  const compiled = coreOf(new $ZodObjectJIT(core.def));
  const parse = compiled.parse.bind(compiled);
  if ((core.def.checks ?? []).length === 0) core.run = parse;
  core.parse = parse;
}
