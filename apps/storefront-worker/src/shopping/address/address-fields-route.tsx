import { CountryFields } from '../../components/form/country-fields.js';
import type { App, RouteHandler } from '../../http/route.js';
import type { ShopPages } from '../../storefront/shop-pages.js';
import { addShopperRoute } from '../visit/shopper-route.js';
import type { Visit } from '../visit/visit.js';
import { addressCountries } from './address-countries.js';
import { type AddressPrefix, emptyDraft } from './address-draft.js';

const PREFIXES: readonly AddressPrefix[] = ['', 'shipping', 'billing'];

/** How long a browser may believe which regions a country has. */
const FIELDS_MAX_AGE_S = 300;

/** `GET /checkout/address-fields?country=US&prefix=shipping`: for the script that improves an address's form. */
export function addAddressFieldsRoute(app: App, pages: ShopPages, beforeFirstSync: RouteHandler): void {
  addShopperRoute(app, pages, beforeFirstSync, '/checkout/address-fields', { GET: answerFields });
}

async function answerFields(visit: Visit): Promise<Response> {
  const { context, reader } = visit;
  const query = new URL(context.req.url).searchParams;
  const prefix = PREFIXES.find((known) => known === query.get('prefix')) ?? '';
  const [countries, config] = await Promise.all([addressCountries(visit), reader.config()]);
  context.header('Cache-Control', `private, max-age=${FIELDS_MAX_AGE_S}`);
  return context.html(
    <CountryFields
      locale={config?.locale ?? ''}
      countries={countries}
      prefix={prefix}
      draft={emptyDraft(query.get('country') ?? '')}
    />,
  );
}
