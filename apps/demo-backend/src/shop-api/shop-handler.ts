import { HOST_PLACEHOLDER } from '../catalogue/store-view.js';
import { authenticationRequired } from '../http/api-error.js';
import { bearerOf } from '../http/authorization.js';
import { negotiate } from '../http/negotiation.js';
import type { Query } from '../http/query.js';
import { bodyFields } from '../http/request-body.js';
import { storeOf } from '../http/store-context.js';
import type { Customer } from '../shop/customer/customer.js';
import type { Shop } from '../shop/shop.js';
import { shopResponse } from './shop-response.js';
import type { ShopMatch } from './shop-routes.js';

/** Whose token came with a request. Throws ApiError 401 for one that is no good, on public routes too. */
export function customerOf(shop: Shop, authorization: string | null): Customer | undefined {
  const token = bearerOf(authorization);
  return token === undefined ? undefined : shop.customers.byId(shop.tokens.read(token).customerId);
}

/** Where the shopper is: the first of the forwarded addresses. */
function addressOf(headers: Headers): string {
  return headers.get('X-Forwarded-For')?.split(',')[0]?.trim() || 'unknown';
}

/** Answers a request that a shopping route takes, checked in Maho's order: store, token, access, format, body. */
export async function answerShop(
  shop: Shop,
  request: Request,
  url: URL,
  query: Query,
  { route, captures }: ShopMatch,
): Promise<Response> {
  const { headers } = request;
  const store = storeOf(shop.catalogue, query, headers.get('X-Store-Code'));
  const customer = customerOf(shop, headers.get('Authorization'));
  if (route.isPrivate && customer === undefined) throw authenticationRequired();
  const format = negotiate(headers.get('Accept'));
  const isRead = route.method === 'GET';
  const body = isRead ? {} : await bodyFields(request);
  const answer = async () => {
    const answered = route.handle({
      shop,
      store,
      customer,
      token: bearerOf(headers.get('Authorization')),
      captures,
      body,
      query,
      headers,
      address: addressOf(headers),
      path: url.pathname,
    });
    const context = { url, query, format, isSignedIn: customer !== undefined, now: shop.now() };
    return shopResponse(answered, request, context, (text) => text.replaceAll(HOST_PLACEHOLDER, url.origin));
  };
  const key = headers.get('X-Idempotency-Key');
  if (key === null || customer === undefined || isRead || url.pathname.includes('/auth/')) return answer();
  return shop.answers.answer(key, `${customer.id} ${request.method} ${url.pathname}`, answer);
}
