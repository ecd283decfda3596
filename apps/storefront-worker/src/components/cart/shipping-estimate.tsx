import { formatMoney } from '../../formatting/money.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';
import { likelyCountry, offeredCountries } from '../../shopping/address/address-country.js';
import { SelectField } from '../form/select-field.js';
import { TextField } from '../form/text-field.js';
import type { FilledCartView } from './cart-view.js';

/** What shipping would cost to a place. The shop keeps the place as the cart's address, so it stays shown. */
export function ShippingEstimate({
  shop,
  cart,
  countries,
  problem,
}: { shop: Shop } & Omit<FilledCartView, 'products'>) {
  const { locale } = shop.config;
  const texts = cartTexts(locale);
  const refused = problem?.form === 'estimate' ? problem : null;
  const address = cart.shippingAddress;
  const isAsked = address?.countryId !== undefined && address.countryId !== '';
  const offered = offeredCountries(countries, shop.config);
  return (
    <details id="estimate" class="estimate" open={isAsked || refused !== null}>
      <summary>{texts.estimate}</summary>
      <form class="form" method="post" action="/cart/estimate#estimate">
        <p class="option-hint">{texts.estimateHint}</p>
        <SelectField
          name="country"
          label={texts.country}
          value={refused?.typed.country ?? address?.countryId ?? likelyCountry(offered, locale)}
          placeholder={textsOf(locale).choose}
          choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
          required
          autocomplete="country"
        />
        <div class="field-row">
          <TextField
            name="region"
            label={texts.region}
            value={refused?.typed.region ?? address?.region}
            autocomplete="address-level1"
            problem={refused?.message}
          />
          <TextField
            name="postcode"
            label={texts.postcode}
            value={refused?.typed.postcode ?? address?.postcode}
            autocomplete="postal-code"
          />
        </div>
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
