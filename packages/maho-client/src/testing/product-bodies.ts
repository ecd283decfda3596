/** A product as a listing sends it: detail keys present and empty. */
export function listedProduct(id: number): Record<string, unknown> {
  return {
    '@type': 'Product',
    id,
    sku: `lamp-${id} `,
    type: 'simple',
    name: `Lamp ${id}`,
    status: 'enabled',
    visibility: 'catalog_search',
    urlKey: `lamp-${id}`,
    price: 30,
    finalPrice: 27.5,
    currency: 'EUR',
    stockStatus: 'in_stock',
    stockQty: 4,
    hasRequiredOptions: false,
    categoryIds: [3, 7],
    reviewCount: 0,
    createdAt: '2026-02-01 10:00:00',
    updatedAt: '2026-02-03 10:00:00',
    variants: [],
    mediaGallery: [],
    extensions: [],
  };
}

/** The same product as its item, with one of everything that PHP encodes in more than one way. */
export function productItemBody(id: number): Record<string, unknown> {
  return {
    ...listedProduct(id),
    '@context': '/api/contexts/Product',
    type: 'configurable',
    configurableOptions: [{ id: 96, code: 'size', label: 'Size', values: [{ id: 5, label: 8 }] }],
    variants: [
      { id: id + 1, sku: 'a', price: 0, finalPrice: 0, stockQty: 1, inStock: true, attributes: { size: 5 } },
      { id: id + 2, sku: 'b', price: 0, finalPrice: 0, stockQty: 0, inStock: false, attributes: [] },
    ],
    mediaGallery: {
      '31': { url: 'https://shop.example/media/a.webp', label: null, position: 1 },
      '32': { url: 'https://shop.example/media/b.webp', label: 'Side', position: 2 },
    },
    relatedProducts: [
      { id: 9, sku: 'r', name: 'Shade', urlKey: 'shade', price: 5, specialPrice: null, finalPrice: 5 },
    ],
    stockItem: { qty: '7.0000', is_in_stock: '1', min_sale_qty: 1 },
    extensions: { warranty: { years: 3 } },
    aFieldNobodyKnows: true,
  };
}
