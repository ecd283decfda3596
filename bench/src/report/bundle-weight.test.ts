import { expect, test } from 'vitest';
import { weighBundle } from './bundle-weight.ts';

const BUNDLE = `var start = 1;
// ../../node_modules/.pnpm/zod@1.0.0/node_modules/zod/v4/core.js
var zod = "some code of zod that is longer than the rest of this little bundle";
// @__NO_SIDE_EFFECTS__
var more = 2;
// ../../node_modules/.pnpm/@scope+part@1.0.0/node_modules/@scope/part/index.mjs
var part = 3;
// ../../packages/sync-core/dist/index.js
var core = 4;
// src/worker.ts
var worker = 5;
`;

test('gives every line to the package its module comes from', () => {
  const { packages } = weighBundle(BUNDLE);
  expect(packages.map(({ name }) => name).sort()).toEqual([
    '@scope/part',
    'storefront-worker',
    'sync-core',
    'zod',
  ]);
  expect(packages[0]?.name).toBe('zod');
});

test('loses no byte', () => {
  const { bytes, packages } = weighBundle(BUNDLE);
  expect(bytes).toBe(BUNDLE.length);
  // The last line of the bundle is empty and still ends its part.
  expect(packages.reduce((sum, part) => sum + part.bytes, 0)).toBe(bytes + 1);
});
