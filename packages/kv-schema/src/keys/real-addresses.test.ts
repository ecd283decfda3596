import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { keys } from './key-builder.js';
import { parseKey } from './key-parser.js';

const catalogue = new URL('../../../../../shared/real-catalogue/', import.meta.url);
const isThere = existsSync(catalogue);

const addressed = z.object({ urlKey: z.string().optional(), urlPath: z.string().optional() });
const productsSchema = z.array(z.object({ item: addressed.nullish() }));
const identifiersSchema = z.array(z.object({ identifier: z.string() }));

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, catalogue), 'utf8'));
}

describe.skipIf(!isThere)(
  'addresses of a real catalogue (skipped where ../shared/real-catalogue is missing)',
  () => {
    it.each(['en', 'outlet_uk'])('of %s stay readable in their keys and come back', (store) => {
      const products = productsSchema.parse(read(`${store}/products.json`));
      const paths = products
        .flatMap(({ item }) => [item?.urlKey, item?.urlPath])
        .filter((path) => path !== undefined);
      expect(paths.length).toBeGreaterThan(20);
      for (const path of paths) {
        expect(keys.redirect(store, path)).toBe(`${store}:redirect:${path}`);
        expect(parseKey(keys.product(store, path))).toEqual({ type: 'product', store, slug: path });
      }
    });

    it.each(['en', 'outlet_uk'])('of the content of %s stay readable as well', (store) => {
      const pages = identifiersSchema.parse(read(`${store}/cms-pages.json`));
      expect(pages.length).toBeGreaterThan(0);
      for (const { identifier } of pages)
        expect(keys.cmsPage(store, identifier)).toBe(`${store}:cms:${identifier}`);
    });
  },
);
