import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    // A stand-in for Cloudflare's API, for the tests of those who use the package.
    testing: 'src/testing/kv-api-stand-in.ts',
  },
  format: 'esm',
  target: 'es2023',
  removeNodeProtocol: false,
  dts: true,
  clean: true,
  sourcemap: true,
});
