import * as z from 'zod';
import { askJson } from '../../../scripts/demo/sync-run.mjs';

/** A page to audit. */
export interface AuditedPage {
  kind: string;
  url: string;
}

const tree = z.array(z.object({ id: z.int(), path: z.string(), productCount: z.int() }));
const listing = z.object({ products: z.array(z.object({ slug: z.string(), type: z.string() })) });

/**
 * Home, the largest category, and a product one chooses options of, by what the Worker holds.
 *
 * @param url of the store view, without a slash at its end
 * @throws Error where the shop has none of a kind
 */
export async function auditedPages(url: string, store: string): Promise<AuditedPage[]> {
  const record = (key: string) => askJson(`${url}/records?key=${encodeURIComponent(`${store}:${key}`)}`);
  const categories = tree.parse(await record('categories'));
  const [largest] = categories.toSorted((a, b) => b.productCount - a.productCount);
  if (largest === undefined) throw new Error('The shop has no category.');
  const { products } = listing.parse(await record(`products:category:${largest.id}:page:1`));
  const product = products.find(({ type }) => type === 'configurable');
  if (product === undefined) throw new Error(`No configurable product is listed in ${largest.path}.`);
  return [
    { kind: 'home', url: `${url}/` },
    { kind: 'category', url: `${url}/${largest.path}` },
    { kind: 'product', url: `${url}/${product.slug}` },
  ];
}
