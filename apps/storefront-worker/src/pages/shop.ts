import type { CmsPageIndexRecord, MenuRecord, StoreConfigRecord } from '@maho-storefront/kv-schema';
import type { PublicStore } from '../registry/public-store.js';

/** Addresses of the built files a page links. */
export interface PageAssets {
  /** Stylesheet of a theme; the default theme's for one that does not exist. */
  stylesheet(theme: string | undefined): string;
  script: string;
}

/**
 * Everything a page must know of the store view and the request it is rendered for. Handed down explicitly:
 * two requests of two stores may be rendered in one isolate at the same time.
 */
export interface Shop {
  store: PublicStore;
  /** All stores of the deployment, for the switcher and for the home pages' hreflang. */
  stores: readonly PublicStore[];
  config: StoreConfigRecord;
  menu: MenuRecord;
  /** Pages that the footer links; those that belong to the system are left out by the layout. */
  cmsPages?: CmsPageIndexRecord | undefined;
  /** Whether header and footer link the blog. */
  hasBlog?: boolean | undefined;
  /** Scheme and host the shopper sees, without a slash at the end. */
  origin: string;
  /** Path below the origin, with its leading slash, decoded and normalised. */
  path: string;
  /** Epoch ms; special prices and “new” badges count by it. */
  now: number;
  assets: PageAssets;
  /** Whether pictures may be asked for in other sizes through `/cdn-cgi/image/`. */
  hasImageResizing: boolean;
  /** Whether pages tell the shop's own measuring what shoppers do. */
  hasDataLayer: boolean;
}
