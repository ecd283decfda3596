import { defineConfig } from 'vitest/config';

/** They change the catalogue that others read. */
const EDITING_TESTS = '**/hostile-names.browser.test.ts';

/** `npm run test:browser`: Chromium before the built Worker; not part of `npm test`, which needs no browser. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    // One shop, one Worker for all.
    globalSetup: './harness/shop-setup.ts',
    // A browser and what it asks the Worker for keep a processor busy.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: [EDITING_TESTS],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'browser, editing', include: [EDITING_TESTS], sequence: { groupOrder: 1 } },
      },
    ],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
