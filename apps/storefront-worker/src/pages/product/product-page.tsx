import type { ProductCard, ProductRecord } from '@maho-storefront/kv-schema';
import { pageHref } from '../../formatting/page-href.js';
import { plainText } from '../../formatting/plain-text.js';
import { productData } from '../../seo/product-data.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { Crumb, PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { ProductBody } from './product-body.js';
import { productPictures } from './product-pictures.js';
import { productPrice } from './product-price.js';
import { isInStock } from './product-stock.js';

export interface ProductPageData {
  product: ProductRecord;
  /** The categories that lead to it, the top one first. */
  trail: readonly Crumb[];
  related: readonly ProductCard[];
  upsell: readonly ProductCard[];
  /** Why it could not be put into the cart. */
  problem?: Problem | null | undefined;
}

/** One product of any type. */
export function productPage(shop: Shop, data: ProductPageData): PageContent {
  const { product, trail } = data;
  const canonical = pageHref(product.slug);
  const pictures = productPictures(product);
  const price = productPrice(shop, product);
  return {
    status: data.problem?.status ?? 200,
    title: product.metaTitle ?? product.name,
    description:
      product.metaDescription ?? plainText(product.shortDescription || product.description || '', 200),
    robots: product.metaRobots,
    canonical,
    subject: { kind: 'product', id: product.id },
    ogType: 'product',
    ogImage: pictures[0]?.url,
    crumbs: [...trail, { name: product.name, path: product.slug }],
    structuredData: [
      productData(shop, {
        product,
        price,
        isInStock: isInStock(product),
        url: shop.origin + canonical,
        images: pictures.map(({ url }) => url),
      }),
    ],
    body: <ProductBody shop={shop} data={data} pictures={pictures} price={price} />,
  };
}
