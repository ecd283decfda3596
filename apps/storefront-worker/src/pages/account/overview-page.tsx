import type { Customer, Order, PostalAddress } from '@maho-storefront/maho-client/shopping';
import { OrderTable } from '../../components/account/order-table.js';
import { AddressText } from '../../components/address-text.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';

export interface OverviewView {
  customer: Customer;
  /** The latest few. */
  orders: readonly Order[];
  countryName: (code: string) => string;
  notice?: string | undefined;
  problem?: Problem | null;
}

/** `/account`. */
export function overviewPage(shop: Shop, view: OverviewView): PageContent {
  const texts = accountTexts(shop.config.locale);
  const { customer, orders, countryName, notice, problem } = view;
  const { defaultBillingAddress, defaultShippingAddress } = customer;
  return accountPage(shop, {
    part: 'overview',
    title: texts.greeting(customer.firstname ?? customer.email),
    notice,
    problem,
    body: (
      <>
        <section class="panel" aria-labelledby="latest-orders">
          <h2 id="latest-orders" class="section-title">
            {texts.latestOrders}
          </h2>
          {orders.length === 0 ? (
            <p>{texts.noOrdersHint}</p>
          ) : (
            <>
              <OrderTable shop={shop} orders={orders} />
              <a class="text-link" href="/account/orders">
                {texts.allOrders}
              </a>
            </>
          )}
        </section>
        <div class="field-row">
          <AddressPanel
            id="delivery"
            title={texts.defaultShipping}
            address={defaultShippingAddress}
            {...{ shop, countryName }}
          />
          <AddressPanel
            id="billing"
            title={texts.defaultBilling}
            address={defaultBillingAddress}
            {...{ shop, countryName }}
          />
          <section class="panel" aria-labelledby="details">
            <h2 id="details" class="section-title">
              {texts.yourDetails}
            </h2>
            <p>
              {customer.firstname} {customer.lastname}
              <br />
              {customer.email}
            </p>
            <a class="text-link" href="/account/profile">
              {texts.edit}
            </a>
          </section>
          <NewsletterPanel shop={shop} isSubscribed={customer.isSubscribed === true} />
        </div>
      </>
    ),
  });
}

interface AddressPanelProps {
  shop: Shop;
  id: string;
  title: string;
  address: PostalAddress | undefined;
  countryName: (code: string) => string;
}

function AddressPanel({ shop, id, title, address, countryName }: AddressPanelProps) {
  const texts = accountTexts(shop.config.locale);
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id} class="section-title">
        {title}
      </h2>
      {address === undefined ? (
        <p>{texts.noAddressesHint}</p>
      ) : (
        <AddressText address={address} countryName={countryName} />
      )}
      <a class="text-link" href="/account/addresses">
        {address === undefined ? texts.addAddress : texts.edit}
      </a>
    </section>
  );
}

function NewsletterPanel({ shop, isSubscribed }: { shop: Shop; isSubscribed: boolean }) {
  const texts = accountTexts(shop.config.locale);
  return (
    <section class="panel" aria-labelledby="newsletter">
      <h2 id="newsletter" class="section-title">
        {texts.newsletter}
      </h2>
      <p>{isSubscribed ? texts.newsletterOn : texts.newsletterHint}</p>
      <form method="post" action="/account/newsletter">
        <button type="submit" class="btn btn-sm" name="subscribe" value={isSubscribed ? '0' : '1'}>
          {isSubscribed ? texts.unsubscribe : texts.subscribeNow}
        </button>
      </form>
    </section>
  );
}
