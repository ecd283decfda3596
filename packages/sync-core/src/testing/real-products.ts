import { existsSync, readFileSync } from 'node:fs';
import {
  type ProductItem,
  type ProductListing,
  productItemSchema,
  productListingSchema,
} from '@maho-storefront/maho-client';
import * as z from 'zod';

const CATALOGUE = new URL('../../../../../shared/real-catalogue/', import.meta.url);

const productsSchema = z.array(z.object({ listing: productListingSchema, item: productItemSchema }));

/** Whether a dump of a real catalogue lies beside the repository. Says so, loudly, when it does not. */
export function isRealCatalogueThere(): boolean {
  if (existsSync(CATALOGUE)) return true;
  // biome-ignore lint/suspicious/noConsole: a skipped proof must be seen in the test output
  console.warn('SKIPPED: ../shared/real-catalogue is not there, so no real product is tested');
  return false;
}

/** Listed products of a store view of the real catalogue. */
export function realProducts(store: string): { listing: ProductListing; item: ProductItem }[] {
  return productsSchema.parse(JSON.parse(readFileSync(new URL(`${store}/products.json`, CATALOGUE), 'utf8')));
}
