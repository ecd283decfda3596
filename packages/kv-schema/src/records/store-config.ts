import * as z from 'zod';
import { extensionsSchema } from './extensions.js';

/** `{store}:config`: what every page of a store view needs to know of it. */
export const storeConfigRecordSchema = z.object({
  storeCode: z.string(),
  /** Maho's own number of the store view: a cart without it is one of the default view. */
  storeId: z.int().optional(),
  storeName: z.string(),
  baseCurrencyCode: z.string(),
  defaultDisplayCurrencyCode: z.string(),
  /** Maho's form, e.g. `en_US`. */
  locale: z.string(),
  /** IANA name; special prices and blog dates open and close in it. */
  timezone: z.string(),
  weightUnit: z.string().optional(),
  baseUrl: z.string(),
  baseMediaUrl: z.string(),
  /** ISO 3166-1 alpha-2, ascending. */
  allowedCountries: z.array(z.string()),
  isGuestCheckoutAllowed: z.boolean(),
  newsletterEnabled: z.boolean(),
  wishlistEnabled: z.boolean(),
  reviewsEnabled: z.boolean(),
  logoUrl: z.string().optional(),
  logoAlt: z.string().optional(),
  defaultTitle: z.string().optional(),
  defaultDescription: z.string().optional(),
  /** Identifier of the CMS page shown at `/`, without the `|id` Maho may append. */
  cmsHomePage: z.string().optional(),
  extensions: extensionsSchema,
});
export type StoreConfigRecord = z.infer<typeof storeConfigRecordSchema>;
