import * as z from 'zod';

export const tierPriceSchema = z.object({
  qty: z.number(),
  price: z.number(),
  savePercent: z.number().optional(),
});
export type TierPriceRecord = z.infer<typeof tierPriceSchema>;

export const galleryImageSchema = z.object({
  url: z.string(),
  label: z.string().optional(),
  position: z.int(),
});
export type GalleryImageRecord = z.infer<typeof galleryImageSchema>;

export const configurableOptionSchema = z.object({
  id: z.int(),
  code: z.string(),
  label: z.string(),
  values: z.array(z.object({ id: z.int(), label: z.string() })),
});
export type ConfigurableOptionRecord = z.infer<typeof configurableOptionSchema>;

/** A child of a configurable. It has no price of its own: Maho's API answers 0 for it. */
export const variantSchema = z.object({
  id: z.int(),
  sku: z.string(),
  inStock: z.boolean(),
  stockQty: z.number().optional(),
  /** Attribute code → option id. */
  attributes: z.record(z.string(), z.int()),
  imageUrl: z.string().optional(),
  barcode: z.string().optional(),
});
export type VariantRecord = z.infer<typeof variantSchema>;

export const customOptionValueSchema = z.object({
  id: z.int(),
  title: z.string(),
  price: z.number(),
  /** `fixed` or `percent`. */
  priceType: z.string(),
  sortOrder: z.int(),
});

/** `price`, `priceType` and the limits are set for text, file and date options only. */
export const customOptionSchema = z.object({
  id: z.int(),
  title: z.string(),
  type: z.string(),
  required: z.boolean(),
  sortOrder: z.int(),
  price: z.number().optional(),
  priceType: z.string().optional(),
  maxCharacters: z.int().optional(),
  fileExtensions: z.string().optional(),
  imageSizeX: z.int().optional(),
  imageSizeY: z.int().optional(),
  values: z.array(customOptionValueSchema),
});
export type CustomOptionRecord = z.infer<typeof customOptionSchema>;

export const groupedProductSchema = z.object({
  id: z.int(),
  sku: z.string(),
  name: z.string(),
  price: z.number().optional(),
  finalPrice: z.number().optional(),
  imageUrl: z.string().optional(),
  inStock: z.boolean(),
  stockQty: z.number().optional(),
  defaultQty: z.number(),
  position: z.int(),
});
export type GroupedProductRecord = z.infer<typeof groupedProductSchema>;

export const bundleSelectionSchema = z.object({
  id: z.int(),
  productId: z.int(),
  sku: z.string(),
  name: z.string(),
  price: z.number().optional(),
  priceType: z.string().optional(),
  inStock: z.boolean(),
  isDefault: z.boolean(),
  canChangeQty: z.boolean(),
  defaultQty: z.number(),
  position: z.int(),
  tierPrices: z.array(tierPriceSchema),
});

export const bundleOptionSchema = z.object({
  id: z.int(),
  title: z.string(),
  type: z.string(),
  required: z.boolean(),
  position: z.int(),
  selections: z.array(bundleSelectionSchema),
});
export type BundleOptionRecord = z.infer<typeof bundleOptionSchema>;

/** Never holds the file's own address: Maho publishes paid download URLs in a sub-resource. */
export const downloadableLinkSchema = z.object({
  id: z.int(),
  title: z.string(),
  price: z.number(),
  sortOrder: z.int(),
  numberOfDownloads: z.int().optional(),
  sampleUrl: z.string().optional(),
});
export type DownloadableLinkRecord = z.infer<typeof downloadableLinkSchema>;

export const productAttributeSchema = z.object({ code: z.string(), label: z.string(), value: z.string() });
export type ProductAttributeRecord = z.infer<typeof productAttributeSchema>;

/** A related product by id and present slug; joined with its record when a page is rendered. */
export const productLinkSchema = z.object({ id: z.int(), slug: z.string() });
export type ProductLinkRecord = z.infer<typeof productLinkSchema>;
