import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_IDS as ids } from '@factdesk/discord-emulator';
import { closeBrowser, hasBrowser, openBrowser } from '../packages/discord-emulator/test/web-client/browser.ts';

const root = join(import.meta.dirname, '..');

afterAll(closeBrowser);

/** `npm start` in a fresh clone: no token, no settings, and a store that is gone at the end. */
async function start() {
  const env = { PATH: process.env['PATH'] ?? '', DATABASE_FILE: ':memory:', INDEX_DIR: 'none', DISCORD_TOKEN: '' };
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const begun = performance.now();
  for await (const line of createInterface({ input: child.stdout })) {
    if (!/^http:\/\/127\.0\.0\.1:\d+\/\S+\/$/.test(line)) continue;
    return {
      address: line,
      begun,
      async [Symbol.asyncDispose]() {
        child.kill('SIGTERM');
        const [code] = (await ended) as [number | null];
        expect(code).toBe(0);
      },
    };
  }
  throw new Error('npm start ended without an address on a line of its own');
}

describe.skipIf(!hasBrowser)('the main job, as a newcomer does it', () => {
  it('types /who ku, picks Albin Kurti and reads the snippet with its source line', async () => {
    await using running = await start();
    const page = await (await openBrowser()).newPage();
    await page.goto(running.address);
    await page.getByPlaceholder(/^Message #/).click();
    await page.keyboard.type('/who ku');
    const choice = page.getByRole('option', { name: /^Albin Kurti/ });
    await choice.waitFor();
    expect(await page.getByRole('option', { selected: true }).textContent()).toMatch(
      /^Albin Kurti · prime minister, Kosovo/,
    );
    await page.keyboard.press('Enter');
    const snippet = page.getByText('Kosovo Prime Minister Albin Kurti', { exact: true });
    await snippet.waitFor();
    process.stdout.write(`start to first answer: ${((performance.now() - running.begun) / 1000).toFixed(1)} s\n`);
    const reply = page
      .getByRole('log')
      .getByText(/s1, outlet not known, Thu 1 June 2023 \(inferred\), line 1 · /)
      .first();
    await reply.waitFor();
    await page.getByText('Only you can see this').first().waitFor();
    await page.close();
  }, 90_000);

  it('sets a daily brief, has it posted now, and learns that it comes once a day', async () => {
    await using running = await start();
    const page = await (await openBrowser()).newPage();
    await page.goto(`${running.address}#${ids.administrator}/${ids.desk}`);
    const now = page.getByRole('button', { name: 'Post the brief now' });
    const status = page.getByRole('status');
    await now.click();
    await status.getByText('No brief is set for this channel').waitFor();
    await page.getByPlaceholder(/^Message #/).click();
    await page.keyboard.type('/digest set');
    await page.getByRole('option', { name: /digest set/ }).waitFor();
    // The first takes the command, the second sends it.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('Only you can see this').first().waitFor();
    await now.click();
    await status.getByText(/The brief “daily” of .* is posted/).waitFor();
    const parts = page.getByRole('log').getByText(/ref \w{10}/);
    await parts.first().waitFor();
    // Every part has come before the sentence did.
    const posted = await parts.count();
    await now.click();
    await status.getByText('a brief comes once a day').waitFor();
    await status.getByRole('button', { name: 'Put away' }).click();
    await status.getByText('a brief comes once a day').waitFor({ state: 'detached' });
    expect(await parts.count()).toBe(posted);
    await page.close();
  }, 90_000);
});
