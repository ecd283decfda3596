import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { TEST_SYNC_SECRET } from './src/testing/test-secret.js';

const WORKERD_TESTS = 'src/**/*.workerd.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['src/**/*.test.ts'], exclude: [WORKERD_TESTS], environment: 'node' },
      },
      {
        plugins: [
          cloudflareTest(({ inject }) => ({
            wrangler: { configPath: './wrangler.jsonc' },
            miniflare: {
              cf: false,
              bindings: { MAHO_API_URL: inject('backendUrl'), SYNC_SECRET: TEST_SYNC_SECRET },
            },
          })),
        ],
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
