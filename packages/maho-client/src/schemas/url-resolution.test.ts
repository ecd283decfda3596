import { expect, test } from 'vitest';
import { urlResolutionSchema } from './url-resolution.js';

test('reads a redirect with its target', () => {
  const sent = { type: 'redirect', redirectUrl: 'women/shoes', redirectType: 301, extensions: [] };
  expect(urlResolutionSchema.parse(sent)).toMatchObject({ type: 'redirect', redirectUrl: 'women/shoes' });
});

test("calls a module's own type unknown instead of failing", () => {
  expect(urlResolutionSchema.parse({ type: 'faq', id: 3 }).type).toBe('unknown');
});
