import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import type { Child } from 'hono/jsx';
import { countryNames } from '../../formatting/country-name.js';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import type { Shop } from '../../pages/shop.js';
import type { AddressCountry } from '../../shopping/address/address-country.js';
import type { PlacedOrder } from '../../shopping/checkout/place-order/placed-order.js';

import { AddressText } from '../address-text.js';
import { OrderLines } from './order-lines.js';
import { OrderTotals } from './order-totals.js';

export interface PlacedOrderDetailsProps {
  shop: Shop;
  order: PlacedOrder;
  countries: readonly AddressCountry[];
}

/** What was ordered, for how much, where it goes, and what happens next. */
export function PlacedOrderDetails({ shop, order, countries }: PlacedOrderDetailsProps) {
  const { locale } = shop.config;
  const texts = checkoutTexts(locale);
  const { currency, prices, isVirtual, withTax, shippingAddress, billingAddress } = order;
  const address = (known: PostalAddress) => (
    <AddressText address={known} countryName={countryNames(countries)} />
  );
  return (
    <div class="order-details">
      <section class="checkout-next" aria-labelledby="next-title">
        <h2 id="next-title" class="checkout-step-title">
          {texts.whatNext}
        </h2>
        <p>{isVirtual ? texts.nextVirtual : texts.nextShipped}</p>
      </section>
      <section aria-labelledby="ordered-title">
        <h2 id="ordered-title" class="checkout-step-title">
          {texts.ordered}
        </h2>
        <OrderLines
          lines={order.lines}
          currency={currency}
          locale={locale}
          label={texts.ordered}
          withTax={withTax}
        />
        <OrderTotals
          prices={prices}
          isVirtual={isVirtual}
          withTax={withTax}
          currency={currency}
          locale={locale}
        />
      </section>
      <dl class="order-facts">
        {shippingAddress !== undefined && <Fact name={texts.sentTo}>{address(shippingAddress)}</Fact>}
        {billingAddress !== undefined && <Fact name={texts.billedTo}>{address(billingAddress)}</Fact>}
        {order.shippingTitle !== undefined && <Fact name={texts.sentBy}>{order.shippingTitle}</Fact>}
        {order.paymentTitle !== undefined && <Fact name={texts.paidBy}>{order.paymentTitle}</Fact>}
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
