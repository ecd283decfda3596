import { MahoNotFoundError } from '@maho-storefront/maho-client';
import { MahoRefusal, type PostalAddress } from '@maho-storefront/maho-client/shopping';
import { countryNames } from '../../formatting/country-name.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { addressListPage } from '../../pages/account/address-list-page.js';
import { type AddressView, addressPage } from '../../pages/account/address-page.js';
import { addressCountries } from '../address/address-countries.js';
import { likelyCountry } from '../address/address-country.js';
import { draftOf, emptyDraft, readAddress } from '../address/address-draft.js';
import { bookAddress, checkAddress, refusedFields } from '../address/check-address.js';
import { NotThereError } from '../visit/not-there-error.js';
import { personalPage, seeOther } from '../visit/personal-page.js';
import { problemOf } from '../visit/problem.js';
import { readForm } from '../visit/read-form.js';
import { customerOf } from '../visit/signed-in.js';
import { incompleteProblem } from '../visit/submit-form.js';
import type { Visit } from '../visit/visit.js';
import { idInPath } from './id-in-path.js';
import { noticeOf, noticePath } from './notices.js';

const PATH = '/account/addresses';

/** `GET /account/addresses`. */
export async function showAddresses(visit: Visit): Promise<Response> {
  const [{ items }, shop, countries] = await Promise.all([
    visit.maho.addresses.list(customerOf(visit)),
    visit.shop(),
    visit.reader.countries(),
  ]);
  const notice = noticeOf(visit, accountTexts(shop.config.locale));
  const view = { addresses: items, countryName: countryNames(countries), notice };
  return personalPage(visit, addressListPage(shop, view));
}

/** `GET /account/address`. */
export async function showNewAddress(visit: Visit): Promise<Response> {
  customerOf(visit);
  const [countries, shop] = await Promise.all([addressCountries(visit), visit.shop()]);
  const draft = emptyDraft(likelyCountry(countries, shop.config.locale));
  const view = { id: null, draft, isDefaultBilling: false, isDefaultShipping: false };
  return personalPage(visit, addressPage(shop, { ...view, countries }));
}

/** `GET /account/addresses/{id}`. */
export async function showAddress(visit: Visit): Promise<Response> {
  const address = await ownAddress(visit, idInPath(visit, 'address'));
  const { id = null, isDefaultBilling = false, isDefaultShipping = false } = address;
  const [countries, shop] = await Promise.all([addressCountries(visit), visit.shop()]);
  const view = { id, draft: draftOf(address), isDefaultBilling, isDefaultShipping, countries };
  return personalPage(visit, addressPage(shop, view));
}

/** `POST /account/address`. */
export const addAddress = (visit: Visit) => saveAddress(visit, null);

/** `POST /account/addresses/{id}`. */
export const changeAddress = (visit: Visit) => saveAddress(visit, idInPath(visit, 'address'));

/** `POST /account/addresses/{id}/remove`. What is gone already is removed. */
export async function removeAddress(visit: Visit): Promise<Response> {
  try {
    await visit.maho.addresses.remove(idInPath(visit, 'address'), customerOf(visit));
  } catch (error) {
    if (!(error instanceof MahoNotFoundError)) throw error;
  }
  return seeOther(visit, noticePath(PATH, 'address-removed'));
}

async function saveAddress(visit: Visit, id: number | null): Promise<Response> {
  const customer = customerOf(visit);
  const form = await readForm(visit);
  const draft = readAddress(form, '');
  const [countries, shop] = await Promise.all([addressCountries(visit), visit.shop()]);
  const { locale } = shop.config;
  const uses = {
    isDefaultBilling: form.has('isDefaultBilling'),
    isDefaultShipping: form.has('isDefaultShipping'),
  };
  const again = (wrong: Pick<AddressView, 'problem' | 'problems'>) =>
    personalPage(visit, addressPage(shop, { id, draft, countries, ...uses, ...wrong }));
  const { address, problems } = checkAddress(draft, countries);
  if (address === undefined) {
    return again({ problems, problem: incompleteProblem([...problems.keys()], locale) });
  }
  try {
    const { addresses } = visit.maho;
    const kept = { ...bookAddress(address), ...uses };
    await (id === null ? addresses.add(kept, customer) : addresses.change(id, kept, customer));
  } catch (error) {
    if (error instanceof MahoNotFoundError) throw new NotThereError('address');
    const fields = error instanceof MahoRefusal ? error.fields : [];
    return again({ problem: problemOf(error, locale), problems: refusedFields(fields) });
  }
  return seeOther(visit, noticePath(PATH, 'address'));
}

/** Maho answers the whole book only as a list. */
async function ownAddress(visit: Visit, id: number): Promise<PostalAddress> {
  const { items } = await visit.maho.addresses.list(customerOf(visit));
  const address = items.find((candidate) => candidate.id === id);
  if (address === undefined) throw new NotThereError('address');
  return address;
}
