import {
  type CartAddress,
  type CartRef,
  MahoRefusal,
  type PostalAddress,
} from '@maho-storefront/maho-client/shopping';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { addressCountries } from '../address/address-countries.js';
import { type AddressDraft, draftOf } from '../address/address-draft.js';
import { checkAddress, refusedFields } from '../address/check-address.js';
import { isGone } from '../cart/is-gone.js';
import { seeOther } from '../visit/personal-page.js';
import { readForm } from '../visit/read-form.js';
import type { Visit } from '../visit/visit.js';
import { type AddressForm, isVirtualForm, typedAddressForm } from './address-form.js';
import { answerCheckout, answerLostCart, isSignedOut, signIn, stepProblem } from './answer-checkout.js';
import { isEmail, keepEmail } from './guest-email.js';
import { addressBook } from './open-checkout.js';

/** `POST /checkout/address`: two requests, and a third to look an address up in the customer's book. */
export async function answerAddress(visit: Visit): Promise<Response> {
  const sent = await readForm(visit);
  const { cookies } = visit;
  if (cookies.cart === null) return seeOther(visit, '/cart');
  const typed = typedAddressForm(sent);
  try {
    const isVirtual = isVirtualForm(sent);
    const form = await withBook(visit, typed);
    const checked = await checkForm(visit, form, isVirtual);
    if ('problems' in checked) return await refuse(visit, { ...form, problems: checked.problems });
    if (visit.shopper.token === undefined) keepEmail(visit, form.email);
    return await saveAddresses(visit, cookies.cart, checked, form);
  } catch (error) {
    if (isGone(error)) return answerLostCart(visit, visit.cookies.cart);
    if (isSignedOut(error)) return signIn(visit);
    const problem = await stepProblem(visit, error);
    return answerCheckout(visit, { problem, step: 'address', form: typed });
  }
}

interface CheckedForm {
  /** Undefined where there is nothing to ship. */
  readonly shipping: CartAddress | undefined;
  readonly billing: CartAddress;
}

async function checkForm(
  visit: Visit,
  form: AddressForm,
  isVirtual: boolean,
): Promise<CheckedForm | Pick<AddressForm, 'problems'>> {
  const [countries, { config }] = await Promise.all([addressCountries(visit), visit.shop()]);
  const email = visit.shopper.token === undefined ? emailProblem(form.email, config.locale) : undefined;
  const shipping = isVirtual ? undefined : checkAddress(form.shipping, countries);
  const billing =
    shipping !== undefined && form.isBillingSame ? shipping : checkAddress(form.billing, countries);
  if (email === undefined && shipping?.problems === undefined && billing.address !== undefined) {
    return { shipping: shipping?.address, billing: billing.address };
  }
  const ownBilling = billing === shipping ? undefined : billing.problems;
  return { problems: { email, shipping: shipping?.problems, billing: ownBilling } };
}

async function saveAddresses(
  visit: Visit,
  cart: CartRef,
  { shipping, billing }: CheckedForm,
  form: AddressForm,
): Promise<Response> {
  const { maho, shopper } = visit;
  if (shipping !== undefined) {
    try {
      await maho.checkout.setShippingAddress(cart, shipping, shopper);
    } catch (error) {
      if (!isIncomplete(error)) throw error;
      return refuse(visit, { ...form, problems: { shipping: refusedFields(error.fields) } });
    }
  }
  try {
    await maho.checkout.setBillingAddress(cart, billing, shopper);
  } catch (error) {
    if (!isIncomplete(error)) throw error;
    return refuse(visit, { ...form, problems: { billing: refusedFields(error.fields) } });
  }
  return seeOther(visit, shipping === undefined ? '/checkout#payment' : '/checkout#shipping');
}

async function refuse(visit: Visit, form: AddressForm): Promise<Response> {
  const { config } = await visit.shop();
  const { addressIncomplete: message } = checkoutTexts(config.locale);
  const problem = { message, status: 422, code: 'incomplete_address', fields: [] } as const;
  return answerCheckout(visit, { problem, step: 'address', form });
}

function isIncomplete(error: unknown): error is MahoRefusal {
  return error instanceof MahoRefusal && error.reason === 'incomplete_address';
}

function emailProblem(email: string, locale: string): string | undefined {
  if (isEmail(email)) return undefined;
  const { emailMissing, emailInvalid } = checkoutTexts(locale);
  return email === '' ? emailMissing : emailInvalid;
}

/** The form with what was chosen from the address book in place of what was typed. */
async function withBook(visit: Visit, form: AddressForm): Promise<AddressForm> {
  const { shipping, billing } = form.chosen;
  if (shipping === '' && billing === '') return form;
  const book = await addressBook(visit);
  return {
    ...form,
    shipping: draftFrom(book, shipping) ?? form.shipping,
    billing: draftFrom(book, billing) ?? form.billing,
  };
}

/** Undefined for an id that is none of the customer's. */
function draftFrom(book: readonly PostalAddress[], id: string): AddressDraft | undefined {
  const address = book.find((candidate) => String(candidate.id) === id);
  return address && draftOf(address);
}
