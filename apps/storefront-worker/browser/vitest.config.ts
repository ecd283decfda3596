import { defineConfig } from 'vitest/config';

/** `npm run test:browser`: Chromium before the built Worker; not part of `npm test`, which needs no browser. */
export default defineConfig({
  test: {
    name: 'browser',
    root: import.meta.dirname,
    include: ['**/*.browser.test.ts'],
    globalSetup: './harness/shop-setup.ts',
    // One shop, one Worker, which some tests change.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
