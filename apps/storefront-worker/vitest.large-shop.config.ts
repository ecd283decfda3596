import { defineConfig } from 'vitest/config';
import { workerOverDemoBackend } from './src/testing/worker-over-demo-backend.js';

/** Promises that only a shop of some size can show: `pnpm test:large-shop`. */
export default defineConfig({
  plugins: [workerOverDemoBackend()],
  test: {
    name: 'large-shop',
    include: ['src/**/*.large-shop.test.ts'],
    globalSetup: './src/testing/large-shop-setup.ts',
    testTimeout: 120_000,
  },
});
