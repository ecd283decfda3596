import { defineConfig } from 'vitest/config';

// The contract puts a thousand keys one after another, each by a request over the loopback.
export default defineConfig({ test: { testTimeout: 30_000 } });
