import { afterEach } from 'vitest';
import { startEmulator, type Emulator, type EmulatorOptions } from '../src/emulator.ts';

/** A function that starts emulators, each of which is closed after the test that started it. */
export function emulators(): (options?: EmulatorOptions) => Promise<Emulator> {
  const open: Emulator[] = [];
  afterEach(async () => {
    for (const emulator of open.splice(0)) await emulator.close();
  });
  return async (options = {}) => {
    const emulator = await startEmulator(options);
    open.push(emulator);
    return emulator;
  };
}
