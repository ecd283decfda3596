import { cartSchema } from '@maho-storefront/maho-client/shopping';
import type { FilledCartView } from '../../components/cart/cart-view.js';
import { sampleCard } from './sample-products.js';

const CART = {
  id: 6,
  maskedId: '0123456789abcdef0123456789abcdef',
  items: [
    {
      id: 11,
      sku: 'card',
      name: 'Linen shirt',
      qty: 2,
      price: 40,
      priceInclTax: 43.6,
      rowTotal: 80,
      rowTotalInclTax: 87.2,
      productId: 2,
      productType: 'simple',
      thumbnailUrl: 'https://backend.example/media/shirt.jpg',
      options: [{ label: 'Engraving', value: 'Ada & Grace' }],
      stockStatus: 'in_stock',
    },
    {
      id: 12,
      sku: 'gone',
      name: 'A lamp that is gone',
      qty: 0.5,
      price: 10,
      rowTotal: 5,
      productId: 99,
      productType: 'simple',
      stockStatus: 'out_of_stock',
    },
  ],
  prices: {
    subtotal: 85,
    subtotalInclTax: 92.2,
    discountAmount: 8.5,
    shippingAmount: null,
    taxAmount: 6.48,
    giftcardAmount: 25,
    grandTotal: 57.98,
  },
  // As it is after an estimate: nobody lives there yet.
  shippingAddress: {
    firstname: '',
    lastname: '',
    street: [''],
    city: '',
    countryId: 'US',
    region: 'California',
    regionId: 12,
    postcode: '90210',
  },
  availableShippingMethods: [
    { carrierCode: 'flatrate', methodCode: 'flatrate', title: 'Flat Rate', price: 5 },
    { carrierCode: 'free', methodCode: 'free', title: 'Free', price: 0 },
  ],
  appliedCoupon: { code: 'SAVE10', discountAmount: 8.5 },
  appliedGiftcards: [{ code: 'GIFT-25', balance: 25 }],
  currency: 'USD',
  itemsCount: 2,
  itemsQty: 2.5,
};

/** A cart with everything that a cart may have, one of its products known to the catalogue. */
export function sampleCartView(changes: Partial<FilledCartView> = {}): FilledCartView {
  return {
    cart: cartSchema.parse(CART),
    products: new Map([[2, sampleCard()]]),
    countries: [
      { id: 'DE', name: 'Germany', regions: [] },
      { id: 'US', name: 'United States', regions: [{ id: 12, code: 'CA', name: 'California' }] },
    ],
    problem: null,
    ...changes,
  };
}
