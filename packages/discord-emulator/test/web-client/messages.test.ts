import { afterAll, describe, expect, test } from 'vitest';
import { ids } from '../bot.ts';
import { closeBrowser, hasBrowser, hasFocus, soon, visit } from './browser.ts';

afterAll(closeBrowser);

describe.skipIf(!hasBrowser)('messages', () => {
  test('an answer says who used which command, by an app, and when', async () => {
    const { messages, send } = await visit();
    await send('/show container');
    const message = messages.last();
    await message.getByRole('heading', { name: 'Harbour master' }).waitFor();
    const words = await message.textContent();
    expect(words).toContain('Mara (reporter) used /show');
    expect(words).toContain('FactdeskAPPToday at ');
  });

  test('a container holds its section, picture, list and buttons in order', async () => {
    const { page, messages, send } = await visit();
    await send('/show container');
    const box = messages.locator('.container');
    await box.getByRole('img', { name: 'A map of the harbour' }).waitFor();
    expect(await page.evaluate('document.querySelector(".container").style.borderInlineStartColor')).toBe(
      'rgb(47, 116, 115)',
    );
    await soon(() => page.evaluate('document.querySelector("img[alt^=\'The seal\']").naturalWidth')).toBe(160);
    expect(await box.getByRole('listitem').allTextContents()).toEqual(['said to the Gazette', 'the article']);
    expect(await box.locator('blockquote').textContent()).toBe('"The pier is closed until further notice."');
    expect(await box.locator('time.stamp').textContent()).toBe('20 April 2021');
    expect(await box.getByRole('button', { name: 'Not yet' }).isDisabled()).toBe(true);
    expect(await page.locator('.message-main > .file-card').count()).toBe(0);
  });

  test('a gallery opens in large with its words, turns, and gives the focus back', async () => {
    const { page, messages, send } = await visit();
    await send('/show gallery');
    const first = messages.getByRole('button', { name: 'Enlarge: The first picture' });
    await first.click();
    const large = page.getByRole('dialog');
    await large.getByText('The first picture').waitFor();
    await page.keyboard.press('ArrowRight');
    await large.getByText('The second picture').waitFor();
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    expect(await hasFocus(first)).toBe(true);
  });

  test('what is behind a spoiler can be neither read nor reached before it is shown', async () => {
    const { messages, send } = await visit();
    await send('/show spoiler');
    await messages.getByRole('button', { name: 'Spoiler: show' }).waitFor();
    expect(await messages.getByRole('link', { name: 'here' }).count()).toBe(0);
    await messages.getByRole('button', { name: 'Spoiler: show' }).click();
    await messages.getByRole('link', { name: 'here' }).waitFor();
  });

  test('an embed of the first kind shows all its parts', async () => {
    const { messages, send } = await visit();
    await send('/show embed');
    const embed = messages.locator('.embed');
    await embed.getByRole('link', { name: 'Pier closed' }).waitFor();
    expect(await embed.locator('.field.inline .field-name').allTextContents()).toEqual(['Boats', 'Crews']);
    expect(await embed.locator('.embed-foot').textContent()).toBe('Line 12 • 01/06/2023, 12:00');
    expect(await embed.locator('img').count()).toBe(2);
  });

  test('files are shown, spoilers among them, and a file can be saved', async () => {
    const { page, messages, send } = await visit();
    await send('/show attachments');
    await messages.getByRole('button', { name: 'Spoiler picture: show' }).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      messages.getByRole('link', { name: 'Download table.csv' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('table.csv');
    await send('/show file');
    await messages.getByRole('link', { name: 'notes.txt', exact: true }).waitFor();
  });

  test('markdown is drawn, and markup in it is text', async () => {
    const { page, messages, send } = await visit();
    await send('/show markdown');
    const message = messages.last();
    await message.locator('.md-h2').getByText('Two').waitFor();
    expect(await message.getByText('@Mara (reporter)').count()).toBe(1);
    expect(await message.getByText('@Editors').count()).toBe(1);
    expect(await message.getByText('*escaped*').count()).toBe(1);
    expect(await message.getByText('<script>alert(1)</script>').count()).toBe(1);
    expect(await page.locator('article script, article img').count()).toBe(0);
    expect(await message.getByRole('link', { name: 'masked' }).getAttribute('href')).toBe('https://example.com/masked');
    await message.getByRole('button', { name: '/who' }).click();
    await page.getByRole('combobox', { name: /^name: / }).waitFor();
  });

  test('"thinking…" stands until the answer is there, which takes its place and is not marked as edited', async () => {
    const { messages, send, gate } = await visit();
    await send('/slow');
    await messages.getByText('Factdesk is thinking…').waitFor();
    gate.open();
    await messages.getByText('Thought through.').waitFor();
    expect(await messages.count()).toBe(1);
    expect(await messages.getByText('is thinking').count()).toBe(0);
  });

  test('a command that nobody answers is said to have failed, to its asker alone', async () => {
    // One millisecond instead of three seconds: no bot answers within it.
    const { page, send, messages } = await visit({ emulator: { settings: { ackMs: 1 } } });
    await send('/silent');
    const failure = page.getByRole('alert').getByText('The application did not respond.');
    await failure.waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await failure.waitFor({ state: 'detached' });
    expect(await messages.count()).toBe(0);
  });

  test('the newest message is in sight; of a long one, its beginning', async () => {
    const { page, emulator, messages } = await visit();
    const writer = emulator.as(ids.editor).in(ids.desk);
    for (let n = 0; n < 30; n += 1) writer.say(`Line ${n} of many.`);
    await messages.getByText('Line 29 of many.').waitFor();
    const inSight = (words: string): Promise<boolean> =>
      messages.getByText(words).evaluate((one) => {
        const [box, log] = [one.getBoundingClientRect(), one.closest('.log')?.getBoundingClientRect()];
        return log !== undefined && box.top >= log.top && box.top < log.bottom;
      });
    await soon(() => inSight('Line 29 of many.')).toBe(true);
    expect(await inSight('Line 0 of many.')).toBe(false);
    writer.say(['The beginning.', ...Array.from({ length: 60 }, (_, n) => `row ${n}`)].join('\n'));
    await soon(() => inSight('The beginning.')).toBe(true);
    await page.keyboard.type('Short again.');
    await page.keyboard.press('Enter');
    await soon(() => inSight('Short again.')).toBe(true);
  });

  test('a private answer can be put away', async () => {
    const { page, messages, send, composer } = await visit();
    await send('/hush');
    await messages.getByText('For your eyes only.').waitFor();
    await messages.getByText('Only you can see this').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await messages.waitFor({ state: 'detached' });
    expect(await hasFocus(composer)).toBe(true);
    await page.reload();
    await page.getByRole('log').getByText('Welcome to #desk').waitFor();
    expect(await messages.count()).toBe(0);
  });

  test('messages of one author stand together, but what all see does not follow what one alone sees', async () => {
    const { emulator, messages, send } = await visit();
    const headers = { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' };
    const post = (content: string) =>
      fetch(`${emulator.api}/v10/channels/${ids.desk}/messages`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ content }),
      });
    await send('/hush');
    await messages.getByText('For your eyes only.').waitFor();
    await post('For all.');
    await post('And more.');
    await messages.getByText('And more.').waitFor();
    const shapes = await messages.evaluateAll((all) => all.map((one) => one.classList.contains('follows')));
    expect(shapes).toEqual([false, false, true]);
  });

  test('an edited message says so, a deleted one goes', async () => {
    const { emulator, messages, page } = await visit();
    const headers = { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' };
    const channel = `${emulator.api}/v10/channels/${ids.desk}/messages`;
    const posted = await fetch(channel, { method: 'POST', headers, body: JSON.stringify({ content: 'One boat.' }) });
    const id = ((await posted.json()) as { id: string }).id;
    await messages.getByText('One boat.').waitFor();
    expect(await messages.getByText('(edited)').count()).toBe(0);
    await fetch(`${channel}/${id}`, { method: 'PATCH', headers, body: JSON.stringify({ content: 'Two boats.' }) });
    await messages.getByText('Two boats.').waitFor();
    await messages.getByText('(edited)').waitFor();
    await fetch(`${channel}/${id}`, { method: 'DELETE', headers });
    await page.getByText('Two boats.').waitFor({ state: 'detached' });
  });
});
