import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, hasBrowser, visit, type Visit } from './browser.ts';

afterAll(closeBrowser);

/** Adds an option by its name and fills it, as if typed. */
async function add({ page }: Visit, name: string, words: string): Promise<void> {
  await page.keyboard.type(`${name}:`);
  await page.getByRole('combobox', { name: new RegExp(`^${name}: `) }).waitFor();
  await page.keyboard.type(words);
}

/** Takes the first choice and goes on behind it. */
async function take({ page }: Visit, choice: string): Promise<void> {
  await page.getByRole('option', { name: choice, exact: false }).first().waitFor();
  await page.keyboard.press('Tab');
}

describe.skipIf(!hasBrowser)('options of every kind', () => {
  test('words, numbers, ticks, people, places, groups and files arrive as they were given', async () => {
    const it = await visit();
    const { page, messages } = it;
    await page.keyboard.type('/every words');
    await page.keyboard.press('Tab');
    await add(it, 'count', '7');
    await page.keyboard.press('Tab');
    await add(it, 'ratio', '0.5');
    await page.keyboard.press('Tab');
    await add(it, 'sure', 'f');
    await take(it, 'False');
    await add(it, 'person', 'tom');
    await take(it, 'Tomas (editor)');
    await add(it, 'place', 'morning');
    await take(it, 'morning-meeting');
    await add(it, 'group', 'rep');
    await take(it, 'Reporters');
    await add(it, 'anyone', 'Admin');
    await take(it, 'Administrators');
    await add(it, 'size', 'la');
    await take(it, 'large');
    await page.keyboard.type('proof:');
    const file = page.getByLabel(/^proof: /);
    await file.setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByRole('button', { name: 'Send' }).click();
    const answer = messages.getByText('text=words');
    await answer.waitFor();
    const said = await answer.textContent();
    for (const part of ['count=7', 'ratio=0.5', 'sure=false', 'person=tomas', 'place=morning-meeting']) {
      expect(said).toContain(part);
    }
    for (const part of ['group=Reporters', 'size=2', 'proof=note.txt']) expect(said).toContain(part);
    expect(said).toMatch(/anyone=(Administrators|ines)/);
  });

  test('what cannot be sent is said, and not sent', async () => {
    const it = await visit();
    const { page, messages } = it;
    await page.keyboard.type('/every a');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('text: At least 2 characters.').waitFor();
    await page.keyboard.type('bc ');
    await add(it, 'count', '12');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('count: At most 9.').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('.5');
    await page.getByRole('alert').getByText('count: This must be a whole number.').waitFor();
    // An emptied option goes, and the cursor is in the one before it.
    for (const _ of '1.5 ') await page.keyboard.press('Backspace');
    await page.keyboard.type(' ');
    await add(it, 'person', 'nobody');
    await page.getByText('Nothing matches.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('person: Choose one from the list.').waitFor();
    expect(await messages.count()).toBe(0);
  });

  test('a required option that is empty keeps the line', async () => {
    const { page, messages } = await visit();
    await page.keyboard.type('/every ');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('text: This option is required.').waitFor();
    expect(await messages.count()).toBe(0);
  });

  test('a command for administrators is offered to them alone', async () => {
    const { page } = await visit();
    await page.keyboard.type('/ru');
    await page.getByText('No command matches.').waitFor();
    await page.getByRole('button', { name: /You speak as/ }).click();
    await page.getByRole('menuitemradio', { name: 'Ines (administrator)' }).click();
    await page.getByRole('button', { name: /You speak as Ines/ }).waitFor();
    await page.keyboard.type('/ru');
    await page.getByRole('option', { name: '/rule' }).waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
  });
});
