import { afterAll, describe, expect, test } from 'vitest';
import { ids } from '../bot.ts';
import { closeBrowser, hasBrowser, hasFocus, visit } from './browser.ts';

afterAll(closeBrowser);

describe.skipIf(!hasBrowser)('what can be pressed and chosen', () => {
  test('buttons: an answer, a changed message, none', async () => {
    const { messages, send, page } = await visit();
    await send('/show buttons');
    await messages.getByRole('button', { name: 'Success' }).click();
    await messages.getByText('Only for you.').waitFor();
    expect(await messages.getByRole('link', { name: 'Link' }).getAttribute('rel')).toBe('noopener noreferrer');
    expect(await messages.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    await messages.getByRole('button', { name: 'Secondary' }).click();
    await messages.getByText('Replaced.').waitFor();
    await page.getByRole('button', { name: 'Primary' }).waitFor({ state: 'detached' });
  });

  test('a button that nobody answers says so under its message', async () => {
    const { emulator, page, messages } = await visit({ emulator: { settings: { ackMs: 1 } } });
    const headers = { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' };
    const components = [{ type: 1, components: [{ type: 2, style: 2, custom_id: 'ignore', label: 'No answer' }] }];
    const body = JSON.stringify({ content: 'Press:', components });
    await fetch(`${emulator.api}/v10/channels/${ids.desk}/messages`, { method: 'POST', headers, body });
    const button = messages.getByRole('button', { name: 'No answer' });
    await button.click();
    await page.getByRole('alert').getByText('This interaction failed.').waitFor();
    expect(await button.getAttribute('aria-busy')).toBeNull();
  });

  test('a select of words is chosen from by keyboard', async () => {
    const { page, messages, send } = await visit();
    await send('/show selects');
    const fish = messages.getByRole('combobox', { name: 'Choose a fish' });
    await fish.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await messages.getByText('string: herring').waitFor();
    expect(await fish.textContent()).toBe('Herring');
  });

  test.each([
    ['Choose a role', 'Editors', `role: ${ids.roles.editors}`],
    ['Choose a channel', 'morning-meeting', `channel: ${ids.morning}`],
    ['Choose anyone', 'Reporters', `mentionable: ${ids.roles.reporters}`],
  ])('%s: a search and a click', async (name, choice, answer) => {
    const { page, messages, send } = await visit();
    await send('/show selects');
    await messages.getByRole('combobox', { name }).click();
    await page.getByRole('combobox', { name: `Search ${name}` }).fill(choice.slice(0, 4));
    await page.getByRole('option', { name: choice, exact: true }).click();
    await messages.getByText(answer).waitFor();
    expect(await messages.getByRole('combobox', { name: `${name}: ${choice}` }).count()).toBe(1);
  });

  test('several people are sent together once the list is shut', async () => {
    const { page, messages, send } = await visit();
    await send('/show selects');
    await messages.getByRole('combobox', { name: 'Choose people' }).click();
    await page.getByRole('option', { name: /^Mara/ }).click();
    await page.getByRole('option', { name: /^Tomas/ }).click();
    // A third is over the limit of two and is not taken.
    await page.getByRole('option', { name: /^Jo/ }).click();
    expect(await page.getByRole('option', { selected: true }).count()).toBe(2);
    await page.keyboard.press('Escape');
    await messages.getByText(`user: ${ids.reporter}, ${ids.editor}`).waitFor();
  });

  test('a form is checked, filled and answered', async () => {
    const { page, messages, send } = await visit();
    await send('/show container');
    await messages.getByRole('button', { name: 'Correct' }).click();
    const form = page.getByRole('dialog', { name: 'Correct a fact' });
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.getByText('This field is required.').first().waitFor();
    await form.getByRole('textbox', { name: 'The new wording' }).fill('Two boats sank.');
    await form.getByRole('textbox', { name: 'Why' }).fill('The harbour master said so.');
    await form.getByRole('combobox', { name: 'Kind' }).click();
    await form.getByRole('option', { name: 'Count' }).click();
    const note = { name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('two') };
    await form.getByLabel('Proof').setInputFiles(note);
    await form.getByRole('button', { name: 'Submit' }).click();
    await messages.getByText('Two boats sank. / The harbour master said so. / count / proof.txt').waitFor();
    await form.waitFor({ state: 'detached' });
    expect(await messages.count()).toBe(2);
  });

  test('Escape puts a form away', async () => {
    const { page, messages, send } = await visit();
    await send('/show container');
    const correct = messages.getByRole('button', { name: 'Correct' });
    await correct.click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await hasFocus(correct)).toBe(true);
  });

  test('the menu of a message, by right click and by keyboard', async () => {
    const { page, emulator, messages } = await visit();
    emulator.as(ids.editor).in(ids.desk).say('A claim.');
    await messages.getByText('A claim.').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Check this' }).click();
    await messages.getByText('Checked: A claim.').waitFor();
    await messages.first().getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(page.getByRole('menuitem', { name: 'Copy text' }))).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });

  test('the menu of a member', async () => {
    const { page, messages } = await visit();
    await page
      .getByRole('complementary', { name: 'Members' })
      .getByRole('button', { name: /^Tomas/ })
      .click();
    await page.getByRole('menuitem', { name: 'Who is this' }).click();
    await messages.getByText('This is tomas').waitFor();
    expect(await messages.last().textContent()).toContain('used Who is this');
  });

  test('the raw traffic of one message has the request that made it', async () => {
    const { page, messages, send } = await visit();
    await send('/hush');
    await messages.getByText('For your eyes only.').waitFor();
    await messages.last().getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Show raw traffic' }).click();
    const panel = page.getByRole('complementary', { name: 'Raw traffic' });
    await panel.getByText(/callback/).click();
    await panel.getByText('"content": "For your eyes only."').first().waitFor();
    expect(await panel.getByText(/identify/i).count()).toBe(0);
    await panel.getByRole('button', { name: 'Show everything' }).click();
    await panel.getByText(/entries, the newest first/).waitFor();
  });
});
