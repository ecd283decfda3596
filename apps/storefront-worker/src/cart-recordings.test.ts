import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The folder beside the repository that holds real exchanges. */
const RECORDINGS = join(import.meta.dirname, '../../../../shared/recordings/cart');

const ADD = 'add-to-cart.workerd.test.ts';
const CART = 'cart.workerd.test.ts';
const CHECKOUT = 'checkout.workerd.test.ts';
const GUARDS = 'shopping-guards.workerd.test.ts';
const ITEM = 'shopping/cart/item-request.test.ts';
const LOST = 'lost-cart.workerd.test.ts';
const ORDER = 'place-order.workerd.test.ts';
const PRICES = 'cart-prices.workerd.test.ts';
const CLIENT = '../../../packages/maho-client/src/shopping/recordings.test.ts';
const DEMO = '../../demo-backend/src/shop-api/shop-handler.test.ts';

const ADDED = 'is put into the cart from its page, with two requests to the shop';
const LACKING = 'lacks what was not chosen: its page says so, keeps the rest, and the shop is not asked';
const BUYS = 'buys: what the review says is what the order costs, tax included';
const REFUSED_ON_PAGE = 'since its page was made is refused on that page, and the cart stays';

/**
 * What was recorded of a real cart, by number, and the test in which a shopper meets the same end. The client's and the
 * demo backend's own stand for what no shopper can cause or see; both replay all recordings besides. What Maho takes a
 * configurable by in 18 and 19, and refuses, is never sent: there the test says what is sent instead.
 */
const COUNTERPARTS: Readonly<Record<string, readonly [file: string, promise: string]>> = {
  '01-create': [ADD, ADDED],
  '02-get-empty': [CART, 'is taken out, and the cart is empty then'],
  '03-add-simple': [ADD, ADDED],
  '04-add-simple-again-merges': [
    PRICES,
    'the same thing again adds to its line, another choice is another line',
  ],
  '05-add-unknown-sku': [PRICES, "['deleted', (id: number) =>"],
  '06-add-no-sku': [ADD, 'and one that is gone is said to be'],
  '07-add-too-many': [ADD, 'a quantity of %s is refused on the product’s page'],
  '08-add-out-of-stock': [PRICES, REFUSED_ON_PAGE],
  '09-add-disabled': [PRICES, REFUSED_ON_PAGE],
  '10-add-qty-zero': [ADD, 'a quantity of %s is refused on the product’s page'],
  '11-add-qty-negative': [ADD, 'a quantity of %s is refused on the product’s page'],
  '13-add-other-website': [PRICES, 'what the shop takes though it sells it in another website only'],
  '14-add-special-price': [PRICES, 'a special price is what the cart charges'],
  '15-add-tier-5': [PRICES, 'many of a product cost what the page says they do'],
  '16-add-variant-by-child-sku': [PRICES, 'what a choice adds to a price is shown by the cart'],
  '17-add-configurable-parent-no-options': [ADD, LACKING],
  '18-add-configurable-superAttribute': [ITEM, 'is asked for by the SKU of the child that was chosen'],
  '19-add-configurable-options-super': [ITEM, 'has no child for any other combination'],
  '20-add-bundle-no-options': [ADD, LACKING],
  '21-add-bundle': [ADD, ADDED],
  '22-add-grouped': [ADD, ADDED],
  '23-add-downloadable-no-links': [ADD, LACKING],
  '24-add-downloadable': [ADD, 'a download that is another product’s is refused by the shop'],
  '25-add-virtual': [ADD, ADDED],
  '26-add-custom-options-missing': [ITEM, 'that is required and empty is asked for'],
  '27-add-custom-options': [ITEM, 'keeps to its length, and to what is a date'],
  '28-get-full': [CART, 'shows each line with its picture, its product, its price and what it costs'],
  '29-update-qty': [CART, 'gets another quantity with one request, and its price with it'],
  '30-update-qty-too-many': [CART, 'is not set to “%s”: the message is beside it, and the cart as it was'],
  '31-update-unknown-item': [CART, 'that is not in the cart is said not to be'],
  '32-remove-item': [CART, 'is taken out, and the cart is empty then'],
  '33-totals': [CLIENT, 'are read: %s'],
  '34-payment-methods-before-address': [CLIENT, 'are read: %s'],
  '35-coupon-invalid': [CART, '“%s” is refused beside its field, which keeps it'],
  '36-shipping-methods-post': [CART, 'says what shipping costs to a place, and counts the tax there'],
  '37-shipping-address-empty': [CHECKOUT, 'is shown again as it was typed, with what is wrong at each field'],
  '38-shipping-address': [CHECKOUT, BUYS],
  '39-billing-same': [CHECKOUT, BUYS],
  '40-shipping-method-bad': [CHECKOUT, 'that are not there are refused at their step, and nothing is lost'],
  '41-shipping-method': [CHECKOUT, BUYS],
  '42-payment-methods': [CHECKOUT, 'that need a page nobody has connected are not offered'],
  '43-payment-method': [CHECKOUT, BUYS],
  '44-get-before-order': [CHECKOUT, BUYS],
  '45-place-order': [CHECKOUT, BUYS],
  '46-get-after-order': [LOST, 'is empty, and its cookie is dropped'],
  '47-place-order-twice': [ORDER, 'is placed once, however often it is sent at the same time'],
  '48-get-unknown-cart': [LOST, 'because it %s shows an empty cart without its cookie'],
  '49-get-numeric-cart': [LOST, 'because it is another shopper’s by number shows nothing of it'],
  '50-add-to-unknown-cart': [
    LOST,
    'is opened anew by Maho when something is put in, and the new one is kept',
  ],
  '52-create-bad-store': [CLIENT, 'are named: %s'],
  '53-create-malformed': [CLIENT, 'are named: %s'],
  '54-options-on-cart': [GUARDS, 'knows reading only'],
  '55-idempotent-create-1': [DEMO, 'mean nothing to guests (cart/55 and 56)'],
  '56-idempotent-create-2': [DEMO, 'mean nothing to guests (cart/55 and 56)'],
};

const isThere = existsSync(RECORDINGS);
if (!isThere)
  process.emitWarning(`${RECORDINGS} is not there: nothing says which recordings have a counterpart`);

describe('every exchange recorded of a cart', () => {
  test.skipIf(!isThere)('has a counterpart', () => {
    const recorded = readdirSync(RECORDINGS).map((file) => file.replace(/\.json$/, ''));
    expect(Object.keys(COUNTERPARTS).sort()).toEqual(recorded.sort());
  });

  test.each(Object.entries(COUNTERPARTS))(
    '%s is met in a test that there is',
    (_recorded, [file, promise]) => {
      expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(promise);
    },
  );
});
