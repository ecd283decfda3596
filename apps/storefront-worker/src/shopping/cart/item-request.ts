import type { CartItemRequest } from '@maho-storefront/maho-client/shopping';

/** What a product's form asks to put into the cart. */
export function itemRequest(form: URLSearchParams): CartItemRequest {
  return { sku: form.get('sku') ?? '', qty: Number(form.get('qty') ?? 1) };
}
