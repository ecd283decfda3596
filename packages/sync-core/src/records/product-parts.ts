import type {
  BundleOptionRecord,
  CustomOptionRecord,
  DownloadableLinkRecord,
  GalleryImageRecord,
  GroupedProductRecord,
  ProductLinkRecord,
  TierPriceRecord,
  VariantRecord,
} from '@maho-storefront/kv-schema';
import type { ProductCustomOption, ProductItem } from '@maho-storefront/maho-client';
import { compareText } from '../catalog-index/text-order.js';
import { type BackendUrl, optionalUrl } from './backend-url.js';
import { byId, byPosition, bySortOrder } from './list-order.js';

/** Types of custom option whose price and limits only the sub-resource tells. */
const TYPED_OPTION_TYPES: ReadonlySet<string> = new Set([
  'field',
  'area',
  'file',
  'date',
  'date_time',
  'time',
]);

/** Whether `/products/{id}/custom-options` must be read to price the product's options. */
export function needsOptionPrices(item: ProductItem): boolean {
  return item.customOptions.some((option) => TYPED_OPTION_TYPES.has(option.type));
}

export function tierPrices(tiers: ProductItem['tierPrices']): TierPriceRecord[] {
  return tiers
    .map(({ qty, price, savePercent }) => ({ qty, price, savePercent }))
    .sort((a, b) => a.qty - b.qty || a.price - b.price || (a.savePercent ?? 0) - (b.savePercent ?? 0));
}

export function gallery(item: ProductItem, toUrl: BackendUrl): GalleryImageRecord[] {
  return item.mediaGallery
    .map(({ url, label, position }) => ({ url: toUrl(url), label, position: position ?? 0 }))
    .sort(
      (a, b) =>
        a.position - b.position || compareText(a.url, b.url) || compareText(a.label ?? '', b.label ?? ''),
    );
}

export function variants(item: ProductItem, toUrl: BackendUrl): VariantRecord[] {
  return item.variants
    .map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      inStock: variant.inStock,
      stockQty: variant.stockQty,
      attributes: sortedByName(variant.attributes),
      imageUrl: optionalUrl(toUrl, variant.imageUrl),
      barcode: variant.barcode,
    }))
    .sort(byId);
}

/** @param priced the product's `/custom-options`, empty when it was not read. */
export function customOptions(
  item: ProductItem,
  priced: readonly ProductCustomOption[],
): CustomOptionRecord[] {
  const pricedById = new Map(priced.map((option) => [option.id, option]));
  return item.customOptions
    .map((option) => {
      const limits = TYPED_OPTION_TYPES.has(option.type) ? pricedById.get(option.id) : undefined;
      return {
        id: option.id,
        title: option.title ?? '',
        type: option.type,
        required: option.required,
        sortOrder: option.sortOrder ?? 0,
        price: limits?.price,
        priceType: limits?.priceType,
        maxCharacters: limits?.maxCharacters,
        fileExtensions: limits?.fileExtensions,
        imageSizeX: limits?.imageSizeX,
        imageSizeY: limits?.imageSizeY,
        values: option.values
          .map((value) => ({
            id: value.id,
            title: value.title ?? '',
            price: value.price ?? 0,
            priceType: value.priceType ?? 'fixed',
            sortOrder: value.sortOrder ?? 0,
          }))
          .sort(bySortOrder),
      };
    })
    .sort(bySortOrder);
}

export function groupedProducts(item: ProductItem, toUrl: BackendUrl): GroupedProductRecord[] {
  return item.groupedProducts
    .map((child) => ({
      id: child.id,
      sku: child.sku,
      name: child.name,
      price: child.price,
      finalPrice: child.finalPrice,
      imageUrl: optionalUrl(toUrl, child.imageUrl),
      inStock: child.inStock,
      stockQty: child.stockQty,
      defaultQty: child.defaultQty ?? 0,
      position: child.position ?? 0,
    }))
    .sort(byPosition);
}

export function bundleOptions(item: ProductItem): BundleOptionRecord[] {
  return item.bundleOptions
    .map((option) => ({
      id: option.id,
      title: option.title ?? '',
      type: option.type,
      required: option.required,
      position: option.position ?? 0,
      selections: option.selections
        .map((selection) => ({
          id: selection.id,
          productId: selection.productId,
          sku: selection.sku,
          name: selection.name,
          price: selection.price,
          priceType: selection.priceType,
          inStock: selection.inStock,
          isDefault: selection.isDefault ?? false,
          canChangeQty: selection.canChangeQty ?? true,
          defaultQty: selection.defaultQty ?? 1,
          position: selection.position ?? 0,
          tierPrices: tierPrices(selection.tierPrices),
        }))
        .sort(byPosition),
    }))
    .sort(byPosition);
}

export function downloadableLinks(item: ProductItem): DownloadableLinkRecord[] {
  return item.downloadableLinks
    .map((link) => ({
      id: link.id,
      title: link.title ?? '',
      price: link.price ?? 0,
      sortOrder: link.sortOrder ?? 0,
      numberOfDownloads: link.numberOfDownloads,
      sampleUrl: link.sampleUrl,
    }))
    .sort(bySortOrder);
}

/** Maho gives linked products in no order of its own, so they are kept by id. */
export function productLinks(
  links: ProductItem['relatedProducts'],
  slugOf: (id: number) => string | undefined,
): ProductLinkRecord[] {
  return links
    .flatMap(({ id, urlKey }) => {
      const slug = slugOf(id) ?? urlKey;
      return slug ? [{ id, slug }] : [];
    })
    .sort(byId);
}

function sortedByName(attributes: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}
