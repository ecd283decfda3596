import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as schemas from './schemas/index.js';
import { readCatalogue } from './testing/recordings.js';

const STORES = ['en', 'outlet_uk'] as const;

/** Each file with the schemas of what its records hold. */
const FILES: readonly [file: string, record: z.ZodType][] = [
  ['products', z.object({ listing: schemas.productListingSchema, item: schemas.productItemSchema })],
  ['products-not-listed', schemas.productItemSchema],
  ['categories', z.object({ listing: schemas.categorySchema, item: schemas.categoryItemSchema })],
  ['cms-pages', schemas.cmsPageSchema],
  ['cms-blocks', schemas.cmsBlockSchema],
  ['blog-posts', schemas.blogPostSchema],
  ['blog-categories', schemas.blogCategorySchema],
  ['countries', schemas.countrySchema],
  ['store-config', schemas.storeConfigSchema],
];

const stores = readCatalogue('stores.json');

describe.skipIf(stores.length === 0)('a real catalogue', () => {
  test('has readable stores', () => {
    expect(
      z
        .array(schemas.storeSchema)
        .parse(stores)
        .map(({ code }) => code),
    ).toContain('outlet_uk');
  });

  test.each(
    STORES.flatMap((store) => FILES.map(([file, schema]) => [`${store}/${file}.json`, schema] as const)),
  )('has no unreadable record in %s', (file, schema) => {
    const records = readCatalogue(file);
    expect(records.length).toBeGreaterThan(0);
    const problems = records.map((record) => schema.safeParse(record).error?.issues[0]).filter(Boolean);
    expect(problems).toEqual([]);
  });
});
