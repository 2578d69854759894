import { expect, it } from 'vitest';
import { PERMISSION_RULES } from '../../../src/commands/index.ts';
import { PROPOSAL_ACTIONS } from '../../../src/reply/model/card.ts';
import { BOARD, curating, fill, type Curating } from '../curation-newsroom.ts';
import { ids, textIn, until } from '../joined-bot.ts';
import { idOf } from '../press-buttons.ts';

const RAIN = {
  says: 'It had rained in the hills for two days before the flood.',
  snippet: 'The river Tessel flooded the harbour of Vessmouth on Friday night after two days of rain.',
};

/** Counts the calls of a method from now on. */
function count(object: object, name: string): () => number {
  const method: unknown = Reflect.get(object, name);
  if (typeof method !== 'function') throw new Error(`There is no method ${name}.`);
  let calls = 0;
  Reflect.set(object, name, (...args: unknown[]): unknown => {
    calls += 1;
    return Reflect.apply(method, object, args) as unknown;
  });
  return () => calls;
}

async function proposed(desk: Curating): Promise<void> {
  const modal = await desk.reporter.slash('fact propose', { kind: 'state', source: 's1' });
  await fill(desk.reporter, modal.modal, RAIN);
  await until(() => desk.cards().length > 0);
}

it('asks twice whether the presser of Approve may, reads the proposal twice, and tries the change once', async () => {
  await using desk = await curating();
  await proposed(desk);
  const card = desk.cards().at(-1) ?? expect.fail();
  // Each check of an editor's permission looks up who curates the story.
  const checks = count(desk.store.curationClaims, 'of');
  const reads = count(desk.store.proposals, 'get');
  const trials = count(desk.history ?? expect.fail(), 'dryRun');
  const answer = await desk.room.as(ids.editor).in(BOARD).press(card, idOf(card, 'Approve'));
  expect(textIn(answer.message)).toContain('is in the base within seconds');
  await until(() => textIn(desk.cards().at(-1) ?? null).includes('APPROVED by **Tomas'));
  expect(textIn(desk.cards().at(-1) ?? null)).toContain(RAIN.says);
  expect({ checks: checks(), reads: reads(), trials: trials() }).toEqual({ checks: 2, reads: 2, trials: 1 });
});

it('still refuses a presser whose role does not allow it', async () => {
  await using desk = await curating();
  await proposed(desk);
  const card = desk.cards().at(-1) ?? expect.fail();
  const trials = count(desk.history ?? expect.fail(), 'dryRun');
  const answer = await desk.room.as(ids.reporter).in(BOARD).press(card, idOf(card, 'Approve'));
  expect(textIn(answer.message)).toContain('editor');
  expect(trials()).toBe(0);
});

it('gives each button under a proposal the rule of its subcommand', () => {
  for (const action of PROPOSAL_ACTIONS) {
    const rule = PERMISSION_RULES.get(`command:fact.${action}`) ?? expect.fail(action);
    expect(PERMISSION_RULES.get(`button:${action}`), action).toBe(rule);
  }
});
