import { defineConfig } from 'vitest/config';

// Acceptance tests sync a whole shop each; on a busy machine that takes longer than vitest's five seconds.
export default defineConfig({ test: { testTimeout: 60_000 } });
