import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'node-sqlite': 'src/catalog-index/node-sqlite.ts',
    // The suites that every adapter of a port passes, for those who write one.
    contracts: 'src/testing/contracts.ts',
  },
  format: 'esm',
  target: 'es2023',
  // esbuild would drop the prefix, and there is no `sqlite` without it.
  external: ['node:sqlite'],
  removeNodeProtocol: false,
  dts: true,
  clean: true,
  sourcemap: true,
});
