import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', 'node-sqlite': 'src/catalog-index/node-sqlite.ts' },
  format: 'esm',
  target: 'es2023',
  // esbuild would drop the prefix, and there is no `sqlite` without it.
  external: ['node:sqlite'],
  removeNodeProtocol: false,
  dts: true,
  clean: true,
  sourcemap: true,
});
