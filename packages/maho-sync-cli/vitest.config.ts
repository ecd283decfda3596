import { defineConfig } from 'vitest/config';

// A fill reads and writes a whole shop, over the loopback.
export default defineConfig({ test: { testTimeout: 60_000 } });
