import { afterAll, describe, expect, test } from 'vitest';
import { ids } from '../bot.ts';
import { gate } from './bot.ts';
import { closeBrowser, hasBrowser, hasFocus, soon, visit } from './browser.ts';

afterAll(closeBrowser);

describe.skipIf(!hasBrowser)('around the channel', () => {
  test('it says that it is not Discord, in the title and in a line', async () => {
    const { page } = await visit();
    await page.getByText('Local preview, not Discord.').waitFor();
    expect(await page.title()).toBe('#desk · Harbour Desk · Local preview, not Discord');
  });

  test('each user sees the servers and channels that they may, and private answers to them alone', async () => {
    const { page, messages, send } = await visit();
    const channels = page.getByRole('navigation', { name: 'Channels' });
    expect(await channels.getByRole('button', { name: 'board' }).count()).toBe(0);
    await send('/hush');
    await messages.getByText('For your eyes only.').waitFor();
    await page.getByRole('button', { name: /You speak as Mara/ }).click();
    await page.getByRole('menuitemradio', { name: 'Ines (administrator)' }).click();
    await channels.getByRole('button', { name: 'board' }).waitFor();
    await page.getByRole('log').getByText('Welcome to #desk').waitFor();
    expect(await messages.count()).toBe(0);
    await page.getByRole('button', { name: /You speak as Ines/ }).click();
    await page.getByRole('menuitemradio', { name: 'Jo (no role)' }).click();
    await page.getByRole('navigation', { name: 'Servers' }).getByRole('button', { name: 'Valley Weekly' }).click();
    await page.getByRole('heading', { name: 'newsdesk' }).waitFor();
  });

  test('a member of the list can be spoken as', async () => {
    const { page } = await visit();
    await page
      .getByRole('complementary', { name: 'Members' })
      .getByRole('button', { name: /^Tomas/ })
      .click();
    await page.getByRole('menuitem', { name: 'Speak as Tomas (editor)' }).click();
    await page.getByRole('button', { name: /You speak as Tomas/ }).waitFor();
    expect(new URL(page.url()).hash).toBe(`#${ids.editor}/${ids.desk}`);
  });

  test('a channel with something new is marked until it is read', async () => {
    const { page, emulator, messages } = await visit();
    const channels = page.getByRole('navigation', { name: 'Channels' });
    emulator.as(ids.editor).in(ids.morning).say(`Look here, <@${ids.reporter}>.`);
    await channels.getByRole('button', { name: 'morning-meeting, unread, 1 mentions' }).click();
    await messages.getByText('Look here, @Mara (reporter).').waitFor();
    await channels.getByRole('button', { name: 'morning-meeting', exact: true }).waitFor();
    expect(await page.locator('article.calls').count()).toBe(1);
  });

  test('nothing is shown before the events of the emulator are heard: what is said then would go unmarked', async () => {
    const { page, emulator, composer } = await visit();
    const [asked, heard] = [gate(), gate()];
    await page.route('**/client/events?*', async (route) => {
      asked.open();
      await heard.opened;
      await route.continue();
    });
    await page.reload();
    await asked.opened;
    await page.getByText('Opening the emulator…').waitFor();
    expect(await composer.count()).toBe(0);
    heard.open();
    await composer.waitFor();
    emulator.as(ids.editor).in(ids.morning).say('The first thing that is said.');
    await page.getByRole('button', { name: 'morning-meeting, unread' }).waitFor();
  });

  test('what is said while a channel is still being read is there afterwards', async () => {
    const { page, emulator, messages } = await visit();
    const [asked, told] = [gate(), gate()];
    await page.route('**/client/messages?*', async (route) => {
      // What the emulator answered before, and the page gets after.
      const answer = await route.fetch();
      asked.open();
      await told.opened;
      await route.fulfill({ response: answer });
    });
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await channels.getByRole('button', { name: 'morning-meeting' }).click();
    await asked.opened;
    const writer = emulator.as(ids.editor);
    writer.in(ids.morning).say('Said meanwhile.');
    writer.in(ids.desk).say('Said elsewhere.');
    // Events come in order: where the second is known, so is the first.
    await channels.getByRole('button', { name: 'desk, unread' }).waitFor();
    told.open();
    await messages.getByText('Said meanwhile.').waitFor();
    expect(await messages.count()).toBe(1);
  });

  test("a button of the emulator's own works in channels of servers, and says there what came of it", async () => {
    const { page, gate, send } = await visit();
    const bell = page.getByRole('button', { name: 'Ring the bell' });
    const status = page.getByRole('status');
    await bell.click();
    await page.getByRole('button', { name: 'Put away' }).waitFor();
    expect(await bell.isDisabled()).toBe(true);
    gate.open();
    await status.getByText('It rang.').waitFor();
    expect(await bell.isDisabled()).toBe(false);
    // The next thing that is done puts it away.
    await send('/hush');
    await status.getByText('It rang.').waitFor({ state: 'detached' });
    await bell.click();
    await status.getByText('It rang.').waitFor();
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await channels.getByRole('button', { name: 'morning-meeting' }).click();
    await page.getByRole('log').getByText('Welcome to #morning-meeting').waitFor();
    expect(await status.getByText('It rang.').count()).toBe(0);
    await page.getByRole('navigation', { name: 'Servers' }).getByRole('button', { name: 'Direct messages' }).click();
    await page.getByRole('log').getByText('This is the start of your direct messages.').waitFor();
    expect(await bell.count()).toBe(0);
  });

  test('where one may not write, the composer says so', async () => {
    const { page } = await visit({ channel: ids.notices });
    await page.getByText('You do not have permission to send messages in this channel.').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  });

  test('the direct messages with the bot take commands too', async () => {
    const { page, messages } = await visit();
    await page.getByRole('navigation', { name: 'Servers' }).getByRole('button', { name: 'Direct messages' }).click();
    await page.getByRole('textbox', { name: 'Message Factdesk' }).waitFor();
    await page.keyboard.type('/desk open');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await messages.getByText('open').last().waitFor();
    expect(await messages.count()).toBe(1);
  });

  test('the theme follows the system until it is chosen, and the choice is kept', async () => {
    const { page } = await visit({ theme: 'light' });
    const theme = (): Promise<string> => page.evaluate('document.documentElement.dataset.theme');
    expect(await theme()).toBe('light');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await soon(theme).toBe('dark');
    await page.reload();
    await page.getByRole('button', { name: 'Light theme' }).waitFor();
    expect(await theme()).toBe('dark');
  });

  test('by keyboard alone: from the composer to another channel and back to the messages', async () => {
    const { page, emulator, messages } = await visit();
    emulator.as(ids.editor).in(ids.desk).say('First.');
    emulator.as(ids.editor).in(ids.desk).say('Second.');
    await messages.getByText('Second.').waitFor();
    const focused = (): Promise<string> =>
      page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');
    const channel = page
      .getByRole('navigation', { name: 'Channels' })
      .getByRole('button', { name: 'desk', exact: true });
    for (let steps = 0; steps < 20 && !(await hasFocus(channel)); steps += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    expect(await focused()).toBe('desk');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('morning-meeting');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'morning-meeting' }).waitFor();
    await channel.click();
    await messages.getByText('Second.').waitFor();
    await messages.last().focus();
    await page.keyboard.press('ArrowUp');
    expect(await hasFocus(messages.first())).toBe(true);
    // Whoever types anywhere, means the composer.
    await page.keyboard.type('Third.');
    await page.keyboard.press('Enter');
    await messages.getByText('Third.').waitFor();
  });

  test('on a phone the channels and members come in from the sides, and nothing is wider than the window', async () => {
    const { page, messages, send } = await visit({ width: 390, height: 780 });
    await send('/show container');
    await messages.getByRole('img', { name: 'A map of the harbour' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(
      await page.evaluate('document.querySelector(".log").scrollWidth - document.querySelector(".log").clientWidth'),
    ).toBe(0);
    const channels = page.getByRole('navigation', { name: 'Channels' });
    await channels.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Channels' }).click();
    await channels.waitFor();
    await page.keyboard.press('Escape');
    await channels.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Channels' }).click();
    await channels.getByRole('button', { name: 'corrections' }).click();
    await page.getByRole('heading', { name: 'corrections' }).waitFor();
    await channels.waitFor({ state: 'hidden' });
  });

  test('when the emulator is gone the page says so', async () => {
    const { page } = await visit({ forgive: /status of 500/ });
    await page.route('**/client/**', (route) => route.fulfill({ status: 500, body: '' }));
    await page.keyboard.type('Hello');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The emulator answered 500.').waitFor();
    expect(await page.getByRole('textbox', { name: /^Message / }).inputValue()).toBe('Hello');
  });
});
