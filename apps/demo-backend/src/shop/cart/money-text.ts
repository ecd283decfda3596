import type { StoreView } from '../../catalogue/store-view.js';

/** An amount as the store's shoppers read it: `$425.00`. */
export function moneyText(amount: number, store: StoreView): string {
  const format = new Intl.NumberFormat(store.locale.replace('_', '-'), {
    style: 'currency',
    currency: store.defaultCurrency,
  });
  return format.format(amount);
}
