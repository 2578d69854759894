import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, hasBrowser, visit } from './browser.ts';

afterAll(closeBrowser);

/** What axe-core finds wrong on the page as it stands, all of its rules, one line each. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] = await page.evaluate(
    'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations)',
  );
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

describe.skipIf(!hasBrowser)('axe-core finds nothing', () => {
  test.each(['dark', 'light'] as const)('in the %s theme, with every kind of message', async (theme) => {
    const { page, messages, send, gate } = await visit({ theme });
    gate.open();
    await page.getByRole('button', { name: 'Ring the bell' }).click();
    await page.getByRole('status').getByText('It rang.').waitFor();
    for (const [what, sign] of [
      ['container', 'Harbour master'],
      ['gallery', 'Spoiler picture'],
      ['embed', 'Line 12'],
      ['attachments', 'table.csv'],
      ['buttons', 'No answer'],
      ['selects', 'Choose a fish'],
      ['markdown', '@Editors'],
    ]) {
      await send(`/show ${what}`);
      await messages
        .getByText(sign ?? '')
        .first()
        .waitFor();
    }
    await send('/hush');
    await messages.getByText('For your eyes only.').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  test.each(['dark', 'light'] as const)(
    'in the %s theme, with a list, a menu, a form and the traffic open',
    async (theme) => {
      const { page, messages, send } = await visit({ theme });
      await page.keyboard.type('/wh');
      await page.getByRole('option').first().waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.type('o ku');
      await page.getByRole('option', { name: 'Kurt Weill' }).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.getByRole('option', { name: /^share/ }).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await send('/show container');
      await messages.getByRole('button', { name: 'Correct' }).click();
      await page.getByRole('button', { name: 'Submit' }).click();
      await page.getByText('This field is required.').first().waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await messages.last().click({ button: 'right', position: { x: 5, y: 5 } });
      await page.getByRole('menu').waitFor();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('menuitem', { name: 'Show raw traffic' }).click();
      await page.getByText('callback').first().click();
      expect(await faults(page)).toEqual([]);
    },
  );

  test('on a phone, with the channels open and with a picture enlarged', async () => {
    const { page, messages, send } = await visit({ width: 390, height: 780 });
    await send('/show gallery');
    await messages.getByRole('button', { name: 'Enlarge: The first picture' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Channels' }).click();
    expect(await faults(page)).toEqual([]);
  });

  test('and it does find what is wrong', async () => {
    const { page } = await visit();
    await page.evaluate('document.body.append(document.createElement("img"), document.createElement("button"))');
    expect((await faults(page)).map((fault) => fault.split(':')[0])).toEqual(
      expect.arrayContaining(['image-alt', 'button-name']),
    );
  });
});
