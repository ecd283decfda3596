import { brandName, logoUrl } from '../components/layout/brand.js';
import type { Shop } from '../pages/shop.js';

/** schema.org Organization of the store view. */
export function organizationData(shop: Shop): object {
  return { '@context': 'https://schema.org', ...organization(shop) };
}

/** The same as a part of other structured data. */
export function organization(shop: Shop): object {
  const logo = logoUrl(shop);
  return {
    '@type': 'Organization',
    name: brandName(shop),
    url: `${shop.origin}/`,
    ...(logo === undefined ? {} : { logo }),
  };
}
