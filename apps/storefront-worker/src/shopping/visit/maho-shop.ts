import { MahoShopClient } from '@maho-storefront/maho-client/shopping';
import { RequestError } from '../../http/request-error.js';
import type { Settings } from '../../settings.js';

/**
 * The shop behind a store view. What a shopper does is never repeated and waits for no sync: a purchase comes first.
 *
 * @throws RequestError 503 while the deployment does not know where its shop is.
 */
export function mahoShop(
  { mahoApiUrl, workerAuth, placeOrderTimeoutMs }: Settings,
  storeCode: string,
): MahoShopClient {
  if (mahoApiUrl === null) {
    throw new RequestError(503, 'misconfigured', 'MAHO_API_URL is not set, so there is no shop to buy from.');
  }
  return new MahoShopClient({
    baseUrl: mahoApiUrl,
    storeCode,
    workerAuth: workerAuth ?? undefined,
    placeOrderTimeoutMs,
  });
}
