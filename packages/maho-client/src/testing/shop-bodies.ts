/** A cart with one line, as Maho sends it: zero amounts null, empty maps as lists. */
export function cartBody(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    '@context': '/api/contexts/Cart',
    '@type': 'Cart',
    id: 6,
    maskedId: '0123456789abcdef0123456789abcdef',
    storeId: 1,
    isActive: true,
    cartRecreated: false,
    items: [
      {
        '@type': 'CartItem',
        id: 17,
        sku: 'lamp-1',
        name: 'Lamp 1',
        qty: 2,
        price: 10.25,
        rowTotal: 20.5,
        rowTotalInclTax: 22.340000000000003,
        productId: 906,
        productType: 'simple',
        options: [],
        stockStatus: 'in_stock',
        extensions: [],
      },
    ],
    prices: { subtotal: 20.5, discountAmount: null, shippingAmount: null, taxAmount: 0, grandTotal: 20.5 },
    availableShippingMethods: [],
    availablePaymentMethods: [{ code: 'checkmo', title: 'Check', sortOrder: 0, isOffline: true }],
    appliedGiftcards: [],
    currency: 'USD',
    itemsCount: 1,
    itemsQty: 2,
    extensions: [],
    ...more,
  };
}

/** An order of the same. */
export function orderBody(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    '@context': '/api/contexts/Order',
    '@type': 'Order',
    id: 2,
    incrementId: '100000002',
    status: 'pending',
    items: [],
    prices: { subtotal: 20.5, grandTotal: 25.5, shippingAmount: 5, discountAmount: null },
    currency: 'USD',
    appliedRuleIds: [],
    statusHistory: [{ note: null, status: 'pending' }],
    extensions: [],
    ...more,
  };
}
