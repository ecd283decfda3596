import type { ProductRecord } from '@maho-storefront/kv-schema';

export interface ProductPicture {
  url: string;
  alt: string;
}

/** A product's pictures, the main one first and none twice; empty for a product without one. */
export function productPictures(product: ProductRecord): ProductPicture[] {
  const all = [
    ...(product.imageUrl === undefined ? [] : [{ url: product.imageUrl, label: product.imageLabel }]),
    ...product.gallery,
  ];
  const byUrl = new Map<string, string>();
  for (const { url, label } of all) {
    if (!byUrl.get(url)) byUrl.set(url, label?.trim() ?? '');
  }
  return [...byUrl].map(([url, label]) => ({ url, alt: label || product.name }));
}
