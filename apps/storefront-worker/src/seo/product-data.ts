import type { ProductRecord } from '@maho-storefront/kv-schema';
import { isOpen } from '../formatting/open-window.js';
import { plainText } from '../formatting/plain-text.js';
import type { Price } from '../formatting/price.js';
import { safeUrl } from '../formatting/safe-url.js';
import type { Shop } from '../pages/shop.js';

export interface ProductDataSource {
  product: ProductRecord;
  price: Price | null;
  isInStock: boolean;
  /** Absolute address of the product's page. */
  url: string;
  /** Absolute addresses of its pictures. */
  images: readonly string[];
}

/** schema.org Product with its offer: the same price, currency and stock as the page shows. */
export function productData(shop: Shop, source: ProductDataSource): object {
  const { product, images } = source;
  const description = plainText(product.shortDescription || product.description || '', 5_000);
  const pictures = images.flatMap((image) => safeUrl(image) ?? []);
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    sku: product.sku.trim(),
    url: source.url,
    ...(description === '' ? {} : { description }),
    ...(pictures.length === 0 ? {} : { image: pictures }),
    ...(product.gtin === undefined ? {} : { gtin: product.gtin }),
    ...(product.mpn === undefined ? {} : { mpn: product.mpn }),
    ...(source.price === null ? {} : { offers: offer(shop, source, source.price) }),
    ...(shop.config.reviewsEnabled ? rating(product) : {}),
  };
}

function offer(shop: Shop, { product, isInStock, url }: ProductDataSource, price: Price): object {
  const shared = {
    priceCurrency: price.currency,
    availability: `https://schema.org/${isInStock ? 'InStock' : 'OutOfStock'}`,
    url,
  };
  if (price.isFrom) return { '@type': 'AggregateOffer', lowPrice: price.amount, ...shared };
  const lastDay = product.specialToDate;
  const isSpecial = product.specialPrice === price.amount && isOpen(product.specialFromDate, lastDay, shop);
  return {
    '@type': 'Offer',
    price: price.amount,
    ...shared,
    ...(isSpecial && lastDay !== undefined ? { priceValidUntil: lastDay.slice(0, 10) } : {}),
  };
}

function rating({ reviewCount, averageRating }: ProductRecord): object {
  if (reviewCount < 1 || averageRating === undefined) return {};
  return { aggregateRating: { '@type': 'AggregateRating', ratingValue: averageRating, reviewCount } };
}
