import type { Product } from '../../catalogue/product.js';
import { roundMoney } from '../../catalogue/product-prices.js';
import { type JsonObject, numberIn, numbersIn, stringIn } from '../../json.js';
import { buySingle } from './buy-single.js';
import { type BuyContext, type ChosenOption, itemRecord, notAddable, type Purchase } from './purchase.js';

const SHOWN: readonly (readonly [string, string])[] = [
  ['Gift Card Recipient', 'giftcardRecipientName'],
  ['Gift Card Sender', 'giftcardSenderName'],
  ['Gift Card Message', 'giftcardMessage'],
  ['Delivery Date', 'giftcardDeliveryDate'],
];

/** A gift card for an amount that the product offers. No recording shows one: amounts are checked, nothing else. */
export function buyGiftCard(context: BuyContext, product: Product, qty: number, body: JsonObject): Purchase {
  const record = itemRecord(context, product);
  const amount = numberIn(Number(body.giftcardAmount)) ?? 0;
  if (!isOffered(record, amount)) throw notAddable('Please specify gift card amount.');
  const single = buySingle(context, product, qty, body);
  const shown = SHOWN.flatMap(([label, field]): ChosenOption[] => {
    const value = stringIn(body[field]) ?? '';
    return value === '' ? [] : [{ label, value }];
  });
  return {
    ...single,
    key: `${single.key}:${amount}:${JSON.stringify(shown)}`,
    options: () => shown,
    parts: () => [{ unitPrice: roundMoney(amount * context.store.priceFactor), qty: 1, taxable: false }],
    buyRequest: { ...single.buyRequest, giftcard_amount: amount },
    orderOptions: { giftcard_amount: amount },
  };
}

function isOffered(record: JsonObject, amount: number): boolean {
  if (amount <= 0) return false;
  const least = numberIn(record.giftcardMinAmount);
  const most = numberIn(record.giftcardMaxAmount);
  const inRange = least !== undefined && most !== undefined && amount >= least && amount <= most;
  return inRange || numbersIn(record.giftcardAmounts).includes(amount);
}
