import * as z from 'zod';
import { absentOr } from './absent-or.js';
import { extensions } from './extensions.js';
import { listOf } from './list-of.js';
import { flag } from './scalars.js';

/** `GET /store-config`: locale, currencies and switches of one store view. */
export const storeConfigSchema = z.object({
  /** The store-view code, the same as `storeCode`. */
  id: z.string(),
  storeCode: z.string(),
  storeName: z.string(),
  baseCurrencyCode: z.string(),
  defaultDisplayCurrencyCode: z.string(),
  locale: z.string(),
  timezone: z.string(),
  weightUnit: z.string(),
  /** Scheme of whichever request filled Maho's 24 h cache: normalise before comparing. */
  baseUrl: z.string(),
  baseMediaUrl: z.string(),
  /** ISO 3166 alpha-2 codes. */
  allowedCountries: listOf(z.string()),
  isGuestCheckoutAllowed: flag,
  newsletterEnabled: flag,
  wishlistEnabled: flag,
  reviewsEnabled: flag,
  /** Put together from configuration: the file may not exist. */
  logoUrl: absentOr(z.string()),
  logoAlt: absentOr(z.string()),
  defaultTitle: absentOr(z.string()),
  defaultDescription: absentOr(z.string()),
  /** CMS identifier, possibly `identifier|id`. */
  cmsHomePage: absentOr(z.string()),
  extensions,
});

export type StoreConfig = z.infer<typeof storeConfigSchema>;
