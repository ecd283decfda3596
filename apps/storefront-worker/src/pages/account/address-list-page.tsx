import type { PostalAddress } from '@maho-storefront/maho-client/shopping';
import { AddressText } from '../../components/address-text.js';
import { EmptyState } from '../../components/empty-state.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';

export interface AddressListView {
  addresses: readonly PostalAddress[];
  countryName: (code: string) => string;
  notice?: string | undefined;
}

/** `/account/addresses`. */
export function addressListPage(shop: Shop, view: AddressListView): PageContent {
  const { addresses, countryName, notice } = view;
  const texts = accountTexts(shop.config.locale);
  const add = (
    <a class="btn btn-primary self-start" href="/account/address">
      {texts.addAddress}
    </a>
  );
  return accountPage(shop, {
    part: 'addresses',
    title: texts.addresses,
    notice,
    body:
      addresses.length === 0 ? (
        <EmptyState icon="box" title={texts.noAddresses} hint={texts.noAddressesHint}>
          {add}
        </EmptyState>
      ) : (
        <>
          <ul class="field-row">
            {addresses.map((address) => (
              <AddressItem shop={shop} address={address} countryName={countryName} />
            ))}
          </ul>
          {add}
        </>
      ),
  });
}

interface AddressItemProps {
  shop: Shop;
  address: PostalAddress;
  countryName: (code: string) => string;
}

function AddressItem({ shop, address, countryName }: AddressItemProps) {
  const texts = accountTexts(shop.config.locale);
  const path = `/account/addresses/${address.id}`;
  const uses = [
    address.isDefaultShipping === true && texts.defaultShipping,
    address.isDefaultBilling === true && texts.defaultBilling,
  ].filter((use) => use !== false);
  const line = [address.street[0], address.city].join(', ');
  return (
    <li class="panel">
      {uses.length > 0 && <p class="row-name">{uses.join(' · ')}</p>}
      <AddressText address={address} countryName={countryName} />
      <div class="button-row">
        <a class="text-link" href={path} aria-label={texts.editAddressOf(line)}>
          {texts.edit}
        </a>
        <form method="post" action={`${path}/remove`}>
          <button type="submit" class="text-link" aria-label={texts.removeAddressOf(line)}>
            {texts.remove}
          </button>
        </form>
      </div>
    </li>
  );
}
