import type { ModelCategory, ModelContent, ModelProduct, ModelShop } from './model-shop.js';

/** The records that Maho's REST API would give of a model shop. */

const time = (second: number) => new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');

export function productListing(product: ModelProduct): object {
  return {
    id: product.id,
    sku: product.sku,
    urlKey: product.urlKey,
    urlPath: product.urlPath,
    name: product.name,
    type: product.type,
    status: 'enabled',
    visibility: product.visibility,
    stockStatus: product.isInStock ? 'in_stock' : 'out_of_stock',
    stockQty: product.qty,
    price: product.price,
    finalPrice: product.price,
    minimalPrice: product.price,
    currency: 'EUR',
    hasRequiredOptions: false,
    categoryIds: product.categoryIds,
    reviewCount: 0,
    updatedAt: time(product.updatedAt),
    extensions: [],
  };
}

export function productItem(shop: ModelShop, product: ModelProduct): object {
  const isDynamicBundle = product.type === 'bundle';
  const { price, finalPrice, minimalPrice: _, ...rest } = productListing(product) as Record<string, unknown>;
  const links = product.relatedIds.flatMap((id) => {
    const related = shop.products.get(id);
    return related && shop.isListed(related)
      ? [{ id, sku: related.sku, name: related.name, urlKey: related.urlKey }]
      : [];
  });
  const children = product.childIds.flatMap((id) => shop.products.get(id) ?? []);
  return {
    ...rest,
    ...(isDynamicBundle ? { priceType: 0 } : { price, finalPrice }),
    description: `All about ${product.name}`,
    tierPrices: [],
    configurableOptions: [],
    variants: [],
    customOptions: product.hasTextOption
      ? [
          {
            id: product.id * 10,
            title: 'Engraving',
            type: 'field',
            required: false,
            sortOrder: 1,
            values: [],
          },
        ]
      : [],
    mediaGallery: [{ url: `http://model.example/media/${product.id}.svg`, label: null, position: 1 }],
    relatedProducts: links,
    crosssellProducts: [],
    upsellProducts: [],
    groupedProducts: children.map((child, position) => ({
      id: child.id,
      sku: child.sku,
      name: child.name,
      price: child.price,
      finalPrice: child.price,
      imageUrl: null,
      inStock: child.isInStock,
      stockQty: child.qty,
      defaultQty: 0,
      position,
    })),
    bundleOptions: [],
    downloadableLinks: [],
    giftcardAmounts: [],
    additionalAttributes: [],
  };
}

export function optionPrices(product: ModelProduct): object[] {
  return product.hasTextOption
    ? [
        {
          id: product.id * 10,
          title: 'Engraving',
          type: 'field',
          required: false,
          sortOrder: 1,
          price: product.price / 10,
          priceType: 'fixed',
          maxCharacters: 20,
          values: [],
        },
      ]
    : [];
}

export function categoryListing(shop: ModelShop, category: ModelCategory): object {
  const children = shop.activeCategories().filter(({ parentId }) => parentId === category.id);
  return {
    id: category.id,
    parentId: category.parentId,
    name: category.name,
    urlKey: category.urlKey,
    urlPath: shop.pathOf(category),
    level: shop.levelOf(category),
    position: category.position,
    isActive: true,
    includeInMenu: category.includeInMenu,
    isAnchor: category.isAnchor,
    availableSortBy: [],
    ...(category.landingBlock === null ? {} : { landingPageId: 1 }),
    childrenCount: children.length,
    productCount: 0,
    childrenIds: children.map(({ id }) => id),
    extensions: [],
  };
}

/** @returns null for a landing block that is gone. */
export function categoryItem(shop: ModelShop, category: ModelCategory): object {
  const block = [...shop.blocks.values()].find(({ address }) => address === category.landingBlock);
  return {
    ...categoryListing(shop, category),
    metaTitle: `${category.name} online`,
    ...(block ? { cmsBlock: `<p>${block.title}</p>` } : {}),
    children: [],
  };
}

export function cmsContent(content: ModelContent): object {
  return {
    id: content.id,
    identifier: content.address,
    title: content.title,
    content: `<h1>${content.title}</h1>`,
    status: 'enabled',
    isActive: true,
    stores: content.isGeneric ? [0] : [1],
    extensions: [],
  };
}

export function blogPost(content: ModelContent): object {
  return {
    id: content.id,
    urlKey: content.address,
    title: content.title,
    content: `<h1>${content.title}</h1>`,
    publishDate: '2026-01-01',
    status: 'enabled',
    isActive: true,
    stores: [],
    categoryIds: [],
    extensions: [],
  };
}

/** The store view, as a list of them shows it. */
export const STORE = {
  id: 1,
  code: 'en',
  name: 'Model',
  websiteId: 1,
  groupId: 1,
  rootCategoryId: 2,
  isActive: true,
  baseUrl: 'https://model.example/',
  baseLinkUrl: 'https://model.example/',
  baseMediaUrl: 'https://model.example/media/',
  currency: { base: 'EUR', default: 'EUR' },
  extensions: [],
};

export function storeConfig(shop: ModelShop): object {
  return {
    id: 'en',
    storeCode: 'en',
    storeName: 'Model',
    baseCurrencyCode: 'EUR',
    defaultDisplayCurrencyCode: 'EUR',
    locale: 'en_GB',
    timezone: 'Europe/London',
    weightUnit: 'kgs',
    baseUrl: 'https://model.example/',
    baseMediaUrl: 'https://model.example/media/',
    allowedCountries: ['GB', 'DE'],
    isGuestCheckoutAllowed: true,
    newsletterEnabled: true,
    wishlistEnabled: true,
    reviewsEnabled: true,
    defaultTitle: shop.configTitle,
    extensions: [],
  };
}
