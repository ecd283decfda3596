import type { CatalogReader } from '@maho-storefront/kv-schema';
import type { MahoShopClient, Shopper } from '@maho-storefront/maho-client/shopping';
import type { RouteContext } from '../../http/route.js';
import type { Shop } from '../../pages/shop.js';
import { requireSameBackend } from '../../registry/store-backend.js';
import { type Settings, settingsOf } from '../../settings.js';
import type { PageRequest } from '../../storefront/serve-page.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { mahoShop } from './maho-shop.js';
import { ShopperCookies } from './shopper-cookies.js';

/** One request of a shopper for something of their own: cart, checkout, account. Never answered from a cache. */
export interface Visit {
  readonly context: RouteContext;
  readonly settings: Settings;
  readonly asked: PageRequest;
  readonly cookies: ShopperCookies;
  /** Reads the store's catalogue from KV. */
  readonly reader: CatalogReader;
  readonly maho: MahoShopClient;
  /** On whose behalf the shop is asked. */
  readonly shopper: Shopper;
  /** What a page around it needs. @throws NotSyncedError before the store's first sync. */
  shop(): Promise<Shop>;
}

/** @throws RequestError 503 while the deployment does not know where the store's shop is. */
export async function openVisit(context: RouteContext, asked: PageRequest, pages: ShopPages): Promise<Visit> {
  const settings = settingsOf(context.env);
  requireSameBackend(asked.store, settings);
  const cookies = new ShopperCookies(context);
  const reader = await pages.reader(asked, context.env);
  let shop: Promise<Shop> | null = null;
  return {
    context,
    settings,
    asked,
    cookies,
    reader,
    maho: mahoShop(settings, asked.store.code),
    shopper: {
      address: context.req.header('cf-connecting-ip'),
      token: cookies.customerToken ?? undefined,
      signal: context.req.raw.signal,
    },
    shop() {
      shop ??= pages.shop(asked, context.env, reader);
      return shop;
    },
  };
}
