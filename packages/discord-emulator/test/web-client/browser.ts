import { existsSync } from 'node:fs';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Emulator, EmulatorOptions } from '../../src/emulator.ts';
import { ids, pair } from '../bot.ts';
import { answerer, COMMANDS, gate, type Gate } from './bot.ts';

const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** False where there is no browser; then the tests that need one are skipped. */
export const hasBrowser = existsSync(path);
if (!hasBrowser) process.stdout.write(`No Chromium at ${path} (set CHROMIUM): the tests of the page are skipped.\n`);

/** In milliseconds; below the time of a test, so that what did not come is named. */
const PATIENCE = 12_000;

let browser: Promise<Browser> | null = null;

/** One browser for all tests of a file. */
export function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

/** Waits until the probe gives what is expected. Only a page that never gets there takes all the time. */
export function soon<T>(probe: () => T | Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(probe, { timeout: PATIENCE });
}

/** Whether this and nothing else has the focus. */
export async function hasFocus(locator: Locator): Promise<boolean> {
  return (await locator.and(locator.page().locator(':focus')).count()) === 1;
}

export interface Visit {
  readonly page: Page;
  readonly emulator: Emulator;
  /** What the bot waits for before it finishes `/slow` and answers the words "late", and the bell before it rings. */
  readonly gate: Gate;
  /** The messages of the open channel. */
  readonly messages: Locator;
  readonly composer: Locator;
  /** Writes a command line and sends it as it was typed. */
  readonly send: (line: string) => Promise<void>;
}

interface Wishes {
  readonly emulator?: EmulatorOptions;
  readonly user?: string;
  readonly channel?: string;
  readonly theme?: 'dark' | 'light';
  readonly width?: number;
  readonly height?: number;
  /** Errors in the console that belong to the test. */
  readonly forgive?: RegExp;
}

/**
 * A page in an emulator with a bot. When the test ends, nothing may have failed in it: no error of a script, none of the
 * content policy, and no request to anywhere but the emulator.
 */
export async function visit(wishes: Wishes = {}): Promise<Visit> {
  const wait = gate();
  const bell = { label: 'Ring the bell', run: async () => wait.opened.then(() => 'It rang.') };
  // An hour to answer in: on a busy machine three seconds may be too short for any bot.
  const it = await pair({ settings: { ackMs: 3_600_000 }, extras: [bell], ...wishes.emulator });
  it.answer(answerer(() => wait));
  await it.client.application.commands.set(COMMANDS);
  const context = await (
    await openBrowser()
  ).newContext({
    viewport: { width: wishes.width ?? 1280, height: wishes.height ?? 800 },
    colorScheme: wishes.theme ?? 'dark',
    locale: 'en-GB',
    timezoneId: 'Europe/Belgrade',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const wrong: string[] = [];
  const { origin } = new URL(it.emulator.address);
  page.on('pageerror', (error) => wrong.push(error.stack ?? error.message));
  page.on(
    'console',
    (line) => line.type() === 'error' && !wishes.forgive?.test(line.text()) && wrong.push(line.text()),
  );
  page.on('request', (request) => !request.url().startsWith(origin) && wrong.push(`asked for ${request.url()}`));
  onTestFinished(async () => {
    wait.open();
    await context.close();
    await it[Symbol.asyncDispose]();
    if (wrong.length > 0) throw new Error(`The page was not clean:\n${wrong.join('\n')}`);
  });
  const home = `${it.emulator.address}#${wishes.user ?? ids.reporter}/${wishes.channel ?? ids.desk}`;
  await page.goto(home);
  const composer = page.getByRole('textbox', { name: /^Message / });
  await page.locator('.composer, .locked').first().waitFor();
  const messages = page.getByRole('log').locator('article');
  return {
    page,
    emulator: it.emulator,
    gate: wait,
    messages,
    composer,
    async send(line) {
      await composer.focus();
      await page.keyboard.type(line);
      // Escape puts the choices away, so that Enter sends the words; a bare command has to be taken first.
      await page.keyboard.press(line.includes(' ') ? 'Escape' : 'Tab');
      await page.keyboard.press('Enter');
    },
  };
}
