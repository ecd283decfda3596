import { MahoShopClient } from '@maho-storefront/maho-client/shopping';
import { RequestError } from '../../http/request-error.js';
import { storeBackend } from '../../registry/store-backend.js';
import type { Settings } from '../../settings.js';

/**
 * The shop behind a store view. What a shopper does is never repeated and waits for no sync: a purchase comes first.
 *
 * @throws RequestError 503 while the deployment does not know where its shop is.
 */
export function mahoShop(settings: Settings, storeCode: string): MahoShopClient {
  const backend = storeBackend(settings, storeCode);
  if (backend === null) {
    throw new RequestError(503, 'misconfigured', 'MAHO_API_URL is not set, so there is no shop to buy from.');
  }
  return new MahoShopClient({
    baseUrl: backend.baseUrl,
    storeCode,
    workerAuth: backend.workerAuth ?? undefined,
    placeOrderTimeoutMs: settings.placeOrderTimeoutMs,
  });
}
