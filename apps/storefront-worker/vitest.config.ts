import { defineConfig } from 'vitest/config';
import { workerOverDemoBackend } from './src/testing/worker-over-demo-backend.js';

const WORKERD_TESTS = 'src/**/*.workerd.test.ts';
/** A minute of two processors; `vitest.large-shop.config.ts` runs them. */
const LARGE_SHOP_TESTS = 'src/**/*.large-shop.test.ts';
/** They have a command and a configuration of their own: browser/vitest.config.ts. */
const BROWSER_TESTS = 'browser/**/*.browser.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'browser/**/*.test.ts'],
          exclude: [WORKERD_TESTS, LARGE_SHOP_TESTS, BROWSER_TESTS],
          environment: 'node',
        },
      },
      {
        plugins: [workerOverDemoBackend()],
        test: {
          name: 'workerd',
          include: [WORKERD_TESTS],
          globalSetup: './src/testing/demo-backend-setup.ts',
          setupFiles: './src/testing/unchanged-backend.ts',
          // All files talk to one backend, whose faults and catalogue some of them change.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
