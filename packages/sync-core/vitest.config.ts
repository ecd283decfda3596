import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Acceptance tests sync a whole shop each; on a busy machine that takes longer than vitest's five seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // They wait for nothing but the processor, by a clock of their own.
    maxWorkers: '100%',
  },
});
