import { formatMoney } from '../../formatting/money.js';
import { addressTexts } from '../../formatting/texts/address/index.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import { likelyCountry } from '../../shopping/address/address-country.js';
import {
  ADDRESS_FIELDS,
  type AddressDraft,
  draftOf,
  emptyDraft,
} from '../../shopping/address/address-draft.js';
import type { AddressProblems } from '../../shopping/address/check-address.js';
import { CountryFields } from '../form/country-fields.js';
import { ProblemNote } from '../form/problem-note.js';
import { SelectField } from '../form/select-field.js';
import type { CartFormProblem, FilledCartView } from './cart-view.js';

/** What shipping would cost to a place. The shop keeps the place as the cart's address, so it stays shown. */
export function ShippingEstimate({
  shop,
  cart,
  countries,
  problem,
}: { shop: Shop } & Omit<FilledCartView, 'products'>) {
  const { locale } = shop.config;
  const texts = cartTexts(locale);
  const { country: label, chooseCountry } = addressTexts(locale);
  const refused = problem?.form === 'estimate' ? problem : null;
  const address = cart.shippingAddress;
  const isAsked = address?.countryId !== undefined && address.countryId !== '';
  const known = isAsked ? draftOf(address) : emptyDraft(likelyCountry(countries, locale));
  const draft: AddressDraft = refused === null ? known : { ...known, ...refused.typed };
  const problems = placeProblems(refused);
  return (
    <details id="estimate" class="estimate" open={isAsked || refused !== null}>
      <summary>{texts.estimate}</summary>
      <form class="form" method="post" action="/cart/estimate#estimate" data-address="">
        <p class="option-hint">{texts.estimateHint}</p>
        <ProblemNote problem={problems.size === 0 ? refused : null} />
        <SelectField
          name="country"
          label={label}
          value={draft.country}
          placeholder={chooseCountry}
          choices={countries.map(({ id, name }) => ({ value: id, label: name }))}
          required
          autocomplete="country"
          problem={problems.has('country') ? refused?.message : undefined}
        />
        <CountryFields locale={locale} countries={countries} prefix="" draft={draft} problems={problems} />
        <button type="submit" class="btn">
          {texts.showRates}
        </button>
      </form>
      {isAsked && refused === null && (
        <div role="status">
          {cart.availableShippingMethods.length === 0 && <p>{texts.estimateNone}</p>}
          <dl class="totals">
            {cart.availableShippingMethods.map(({ title, price }) => (
              <div>
                <dt>{title}</dt>
                <dd>{price === 0 ? texts.free : formatMoney(price, cart.currency, locale)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </details>
  );
}

const PLACE_FAULTS = ['country_unknown', 'region_unknown', 'too_long'] as const;

/** What is wrong with the place, field by field; nothing where it is about something else. */
function placeProblems(refused: CartFormProblem | null): AddressProblems {
  const fault = PLACE_FAULTS.find((known) => known === refused?.code);
  if (refused === null || fault === undefined) return new Map();
  return new Map(
    ADDRESS_FIELDS.filter((field) => refused.fields.includes(field)).map((field) => [field, fault]),
  );
}
