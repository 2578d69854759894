import type { Reporter, TestModule } from 'vitest/node';

/** Names what needed a second try, and prints the closing line that a pipeline reads: `N passed, N failed, N skipped`. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      // A file that cannot be loaded has no tests: without this it would count as nothing at all.
      if (module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        const { retryCount = 0 } = test.diagnostic() ?? {};
        if (state === 'passed' && retryCount > 0) {
          process.stdout.write(`\npassed at try ${retryCount + 1}: ${module.relativeModuleId}: ${test.fullName}`);
        }
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state] += 1;
      }
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}
