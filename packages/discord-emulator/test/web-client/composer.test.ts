import { afterAll, describe, expect, test } from 'vitest';
import { ids } from '../bot.ts';
import { closeBrowser, hasBrowser, soon, visit } from './browser.ts';

afterAll(closeBrowser);

describe.skipIf(!hasBrowser)('the composer', () => {
  test('/who ku: choices appear while typing, Enter takes the first and the answer can be read', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('/who ku');
    await page.getByRole('option', { name: 'Kurt Weill' }).waitFor();
    expect(await page.getByRole('option').allTextContents()).toEqual(['Kurt Weill', 'Kumiko Sato', 'Ada Kuhn']);
    await page.keyboard.press('Enter');
    await messages.getByText('It is Kurt Weill.').waitFor();
    await messages.getByText('Only you can see this').waitFor();
    // A second Enter, from a habit of Discord's, does nothing more.
    await page.keyboard.press('Enter');
    expect(await messages.count()).toBe(1);
  });

  test('the arrow keys choose another one', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('/who ku');
    await page.getByRole('option', { name: 'Kumiko Sato' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option', { selected: true }).textContent()).toBe('Kumiko Sato');
    await page.keyboard.press('Enter');
    await messages.getByText('It is Kumiko Sato.').waitFor();
  });

  test('words that were typed freely can be sent past the choices', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('/who ku');
    await page.getByRole('option', { name: 'Kurt Weill' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await messages.getByText('It is ku.').waitFor();
    expect(await messages.count()).toBe(1);
  });

  test('an answer to earlier words never takes the place of the newest', async () => {
    const { page, emulator, gate, messages } = await visit();
    const late = page.waitForRequest((request) => request.postData()?.includes('"late"') === true);
    await page.keyboard.type('/who late');
    await page.getByText('Loading options…').waitFor();
    await late;
    for (const _ of 'late') await page.keyboard.press('Backspace');
    await page.keyboard.type('ben');
    await page.getByRole('option', { name: 'Ben Akers' }).waitFor();
    const open = (): number => [...emulator.state.asked.values()].filter(({ answered }) => answered === null).length;
    await soon(open).toBe(1);
    // Only now does the bot answer "late", with no choices at all; the list must keep those of "ben".
    gate.open();
    await soon(open).toBe(0);
    // Events keep their order: once this message is there, the late choices have been heard.
    emulator.as(ids.editor).in(ids.desk).say('After the late answer.');
    await messages.getByText('After the late answer.').waitFor();
    expect(await page.getByRole('option').allTextContents()).toEqual(['Ben Akers']);
  });

  test('where no choices come in time, the words can still be sent', async () => {
    const { page } = await visit({ emulator: { settings: { ackMs: 1 } } });
    await page.keyboard.type('/who ku');
    await page.getByText('Loading the options failed. Enter sends what you typed.').waitFor();
    expect(await page.getByRole('option').count()).toBe(0);
  });

  test('Tab takes a choice without sending, and an optional option is added by its name', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('/who kurt');
    await page.getByRole('option', { name: 'Kurt Weill' }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: /^share/ }).waitFor();
    await page.keyboard.type('from:1 June');
    await page.keyboard.press('Enter');
    await messages.getByText('It is Kurt Weill since 1 June.').waitFor();
    expect(await messages.count()).toBe(1);
  });

  test('an option is added from the list behind the last one', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('/who kurt');
    await page.getByRole('option', { name: 'Kurt Weill' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'True' }).waitFor();
    await page.keyboard.press('Enter');
    await messages.getByText('It is Kurt Weill.').waitFor();
    expect(await messages.getByText('Only you can see this').count()).toBe(0);
  });

  test('commands are filtered as one types, and Tab takes one', async () => {
    const { page } = await visit();
    await page.keyboard.type('/');
    await page.getByRole('option', { name: '/desk open' }).waitFor();
    await page.keyboard.type('des');
    expect(await page.getByRole('option').locator('.option-words > span').allTextContents()).toEqual([
      '/desk open',
      '/desk shut',
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: /^why: Why/ }).waitFor();
  });

  test('a subcommand typed in full leads to its option, and is answered', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('/desk shut storm');
    await page.keyboard.press('Enter');
    await messages.getByText('shut storm').waitFor();
    expect(await messages.first().textContent()).toContain('used /desk');
  });

  test('Backspace leads from the empty line back to the words', async () => {
    const { page, composer } = await visit();
    await page.keyboard.type('/who ');
    await page.getByRole('combobox', { name: /^name/ }).waitFor();
    await page.keyboard.press('Backspace');
    expect(await composer.inputValue()).toBe('/who');
  });

  test('an unknown command is not posted', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('/nothing');
    await page.getByText('No command matches.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('There is no command /nothing here.').waitFor();
    expect(await messages.count()).toBe(0);
  });

  test('plain words are posted as the user', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('Good morning, **all**');
    await page.keyboard.press('Enter');
    const message = messages.first();
    await message.getByText('Good morning,').waitFor();
    expect(await message.getByRole('button', { name: 'Mara (reporter)' }).count()).toBe(1);
    expect(await message.locator('strong').textContent()).toBe('all');
  });
});
