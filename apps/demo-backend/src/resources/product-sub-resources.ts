import type { Product } from '../catalogue/product.js';
import { hasDynamicPrice, tierPricesOf } from '../catalogue/product-prices.js';
import { badRequest } from '../http/api-error.js';
import { type Answer, type ApiRequest, wholeCollection } from '../http/api-request.js';
import { pageWindow, sliceOf } from '../http/page-window.js';
import { type JsonObject, numberIn, objectsIn, stringIn, withoutNulls } from '../json.js';
import { nameIn } from './product-core.js';
import { dumpedItem } from './product-dumped.js';
import { type LinkKind, linkedProducts } from './product-links.js';
import { optionMembers } from './product-options.js';
import { productItem } from './product-record.js';
import { readableProduct } from './products.js';
import { reviewRecord, reviewsOf } from './review-records.js';

const PRODUCT_NOT_FOUND = 'Product not found';

/** A reader of one sub-resource: who may ask, and what its members are. */
function subResource(
  type: string,
  productType: Product['type'] | undefined,
  members: (request: ApiRequest, product: Product, item: JsonObject) => JsonObject[],
): (request: ApiRequest) => Answer {
  return (request) => {
    const product = readableProduct(request, PRODUCT_NOT_FOUND);
    if (productType !== undefined && product.type !== productType) {
      throw badRequest(`Product is not a ${productType} product`);
    }
    const { catalogue, store, now } = request;
    const item = productItem({ catalogue, store, now }, product);
    return wholeCollection(
      type,
      members(request, product, item).map((member) => ({ '@type': type, ...member, extensions: [] })),
    );
  };
}

const ROLES = ['image', 'small_image', 'thumbnail'];

export const listMedia = subResource('ProductMedia', undefined, (_request, product, item) =>
  objectsIn(item.mediaGallery).map((picture, n) => {
    const url = stringIn(picture.url) ?? '';
    const file = url.replace(/^.*\/media\/catalog\/product/, '');
    const roles = url === item.imageUrl ? ROLES : [];
    return withoutNulls({
      id: product.id * 10 + n,
      file,
      url,
      label: picture.label,
      position: picture.position,
      disabled: false,
      types: roles,
    });
  }),
);

/** A dump holds no prices of text, file and date options: there they are left out, as for options without one. */
export const listCustomOptions = subResource('ProductCustomOption', undefined, (_request, product, item) => {
  if (dumpedItem(product, '') === undefined) return optionMembers(product);
  return objectsIn(item.customOptions).map((option) => ({ ...option, priceType: 'fixed' }));
});

export const listBundleOptions = subResource('BundleOption', 'bundle', (request, product, item) =>
  objectsIn(item.bundleOptions).map((option) => ({
    ...option,
    selections: objectsIn(option.selections).map((selection) =>
      withoutNulls({
        selectionId: selection.id,
        productId: selection.productId,
        sku: selection.sku,
        name: selection.name,
        // Dynamic bundles store no price of their own (product-sub/bundle-options-445.ld.json).
        price: hasDynamicPrice(product, request.store) ? 0 : selection.price,
        priceType: selection.priceType,
        qty: selection.defaultQty,
        canChangeQty: selection.canChangeQty,
        isDefault: selection.isDefault,
        position: selection.position,
      }),
    ),
  })),
);

export const listConfigurableSetup = subResource(
  'ConfigurableSetup',
  'configurable',
  (_request, product, item) => [
    {
      id: product.id,
      superAttributes: objectsIn(item.configurableOptions).map((option) => option.code ?? ''),
      childProductIds: (product.parts ?? []).map((part) => part.productId),
    },
  ],
);

export const listGrouped = subResource('GroupedProductLink', 'grouped', (_request, product, item) =>
  objectsIn(item.groupedProducts).map((member) =>
    withoutNulls({
      id: `${product.id}_grouped_${member.id}`,
      childProductId: member.id,
      childProductSku: member.sku,
      childProductName: member.name,
      qty: member.defaultQty,
      position: member.position,
    }),
  ),
);

export const listDownloadableLinks = subResource(
  'DownloadableLink',
  'downloadable',
  (_request, _product, item) =>
    objectsIn(item.downloadableLinks).map((link) =>
      withoutNulls({ ...link, isShareable: 2, linkType: 'file' }),
    ),
);

export const listTierPrices = subResource('ProductTierPrice', undefined, (request, product) =>
  tierPricesOf(product, request.store).map((tier, n) => ({
    id: `${product.id}_${n}`,
    customerGroupId: 'all',
    websiteId: request.store.websiteId,
    ...tier,
  })),
);

/** No generated product has a price for a customer group. */
export const listGroupPrices = subResource('ProductGroupPrice', undefined, () => []);

const LINK_FIELDS: Readonly<Record<LinkKind, string>> = {
  related: 'relatedProducts',
  cross_sell: 'crosssellProducts',
  up_sell: 'upsellProducts',
};

function linkKindOf(path: string): LinkKind {
  if (path.endsWith('/cross-sell')) return 'cross_sell';
  return path.endsWith('/up-sell') ? 'up_sell' : 'related';
}

export const listLinks = subResource('ProductLink', undefined, (request, product, item) => {
  const kind = linkKindOf(request.path);
  const linked =
    product.dump === undefined
      ? linkedProducts(request.catalogue, product, kind)
      : objectsIn(item[LINK_FIELDS[kind]]).flatMap(
          (entry) => request.catalogue.products.get(numberIn(entry.id) ?? 0) ?? [],
        );
  return linked.map((target, position) => ({
    id: `${product.id}_${kind}_${target.id}`,
    linkedProductId: target.id,
    linkedProductSku: target.sku,
    linkedProductName: nameIn(target, request.store),
    position,
  }));
});

const REVIEW_PAGES = { standard: 10, max: 100 };

/** `GET /products/{id}/reviews`, newest first. A dump brings none of its reviews' texts. */
export function listProductReviews(request: ApiRequest): Answer {
  const product = readableProduct(request, PRODUCT_NOT_FOUND);
  const reviews = reviewsOf(product);
  const window = pageWindow(request.query, REVIEW_PAGES);
  const name = nameIn(product, request.store);
  const members = sliceOf(reviews, window).map((review) =>
    reviewRecord(review, product, name, request.store),
  );
  return { kind: 'collection', type: 'Review', total: reviews.length, members, window };
}
