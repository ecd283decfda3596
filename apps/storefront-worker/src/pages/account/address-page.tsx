import { AddressFields } from '../../components/form/address-fields.js';
import { PostForm } from '../../components/form/post-form.js';
import { TickField } from '../../components/form/tick-field.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { AddressCountry } from '../../shopping/address/address-country.js';
import type { AddressDraft } from '../../shopping/address/address-draft.js';
import type { AddressProblems } from '../../shopping/address/check-address.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';

export interface AddressView {
  /** Null for one that is new. */
  id: number | null;
  draft: AddressDraft;
  countries: readonly AddressCountry[];
  isDefaultBilling: boolean;
  isDefaultShipping: boolean;
  problem?: Problem | null;
  problems?: AddressProblems | undefined;
}

/** `/account/address` and `/account/addresses/{id}`. */
export function addressPage(shop: Shop, view: AddressView): PageContent {
  const { id, draft, countries, problem, problems, isDefaultBilling, isDefaultShipping } = view;
  const { locale } = shop.config;
  const texts = accountTexts(locale);
  return accountPage(shop, {
    part: 'addresses',
    title: id === null ? texts.addAddress : texts.editAddress,
    problem,
    body: (
      <PostForm
        action={id === null ? '/account/address' : `/account/addresses/${id}`}
        send={texts.saveAddress}
      >
        <AddressFields locale={locale} countries={countries} prefix="" draft={draft} problems={problems} />
        <div>
          <TickField name="isDefaultShipping" label={texts.useForShipping} checked={isDefaultShipping} />
          <TickField name="isDefaultBilling" label={texts.useForBilling} checked={isDefaultBilling} />
        </div>
      </PostForm>
    ),
  });
}
