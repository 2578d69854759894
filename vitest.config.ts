import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    reporters: ['default', './test/tally.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
