import type { Cart, CartItem } from '@maho-storefront/maho-client/shopping';

/**
 * A cart as scripts get it. Left out: what names it (its id opens it), whose it is and where it goes, and codes of gift
 * cards, which are money.
 */
export function publicCart(cart: Cart | null): object {
  if (cart === null) return { items: [], itemsCount: 0, itemsQty: 0, prices: null, coupon: null };
  const { items, itemsCount, itemsQty, prices, currency, appliedCoupon } = cart;
  return {
    items: items.map(publicItem),
    itemsCount,
    itemsQty,
    prices,
    currency,
    coupon: appliedCoupon?.code ?? null,
  };
}

function publicItem(item: CartItem): object {
  const { id, sku, name, qty, price, priceInclTax, rowTotal, rowTotalInclTax } = item;
  const { productId, productType, thumbnailUrl, options, stockStatus } = item;
  return {
    ...{ id, sku, name, qty, price, priceInclTax, rowTotal, rowTotalInclTax },
    ...{ productId, productType, thumbnailUrl, options, stockStatus },
  };
}
