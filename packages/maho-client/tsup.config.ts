import { defineConfig } from 'tsup';

export default defineConfig({
  // What both entries need goes into chunks of its own, so that a Worker carries it once.
  entry: { index: 'src/index.ts', shopping: 'src/shopping/index.ts' },
  format: 'esm',
  target: 'es2023',
  dts: true,
  clean: true,
  sourcemap: true,
});
