import { defineConfig } from 'vitest/config';
import { workerOverDemoBackend } from './src/testing/worker-over-demo-backend.js';

const WORKERD_TESTS = 'src/**/*.workerd.test.ts';
/** A minute of two processors; `vitest.large-shop.config.ts` runs them. */
const LARGE_SHOP_TESTS = 'src/**/*.large-shop.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: [WORKERD_TESTS, LARGE_SHOP_TESTS],
          environment: 'node',
        },
      },
      {
        plugins: [workerOverDemoBackend()],
        test: {
          name: 'workerd',
          include: [WORKERD_TESTS],
          globalSetup: './src/testing/demo-backend-setup.ts',
          // All files talk to one backend, whose faults and catalogue some of them change.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
