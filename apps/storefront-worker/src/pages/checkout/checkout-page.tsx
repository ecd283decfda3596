import type { Cart } from '@maho-storefront/maho-client/shopping';
import { beginCheckoutEvent } from '../../analytics/checkout-events.js';
import { AddressText } from '../../components/address-text.js';
import type { KnownCart } from '../../components/cart/cart-view.js';
import { isVirtualCart } from '../../components/cart/virtual-cart.js';
import { AddressStep } from '../../components/checkout/address-step.js';
import { CheckoutStep, type CheckoutStepProps } from '../../components/checkout/checkout-step.js';
import { PaymentStep } from '../../components/checkout/payment-step.js';
import { Review } from '../../components/checkout/review.js';
import { ShippingStep } from '../../components/checkout/shipping-step.js';
import { DataLayerEvent } from '../../components/data-layer-event.js';
import { ProblemNote } from '../../components/form/problem-note.js';
import { countryNames } from '../../formatting/country-name.js';
import { type CheckoutTexts, checkoutTexts } from '../../formatting/texts/checkout/index.js';
import type { AddressForm } from '../../shopping/checkout/address-form.js';
import type { CheckoutTrouble } from '../../shopping/checkout/answer-checkout.js';
import { isBefore, type CheckoutStep as Step } from '../../shopping/checkout/checkout-steps.js';
import type { OpenCheckout } from '../../shopping/checkout/open-checkout.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

export interface CheckoutView extends Omit<OpenCheckout, 'cart' | 'adapters'> {
  /** Null where the shop does not answer: only what was typed is shown then. */
  cart: Cart | null;
  /** What the catalogue shows of its products, by id. */
  products: KnownCart['products'];
  form: AddressForm;
  /** The shopper has just come to it. */
  isBeginning: boolean;
  trouble: Pick<CheckoutTrouble, 'problem' | 'step' | 'note' | 'chosen'> | null;
}

/** `/checkout`. */
export function checkoutPage(shop: Shop, view: CheckoutView): PageContent {
  const { locale, isGuestCheckoutAllowed } = shop.config;
  const { cart, trouble, isSignedIn, email } = view;
  const texts = checkoutTexts(locale);
  const isOpen = isSignedIn || isGuestCheckoutAllowed;
  // Or what the form shows, and the shop has not, would seem to be what is ordered.
  const isAllSaved = trouble === null || trouble.step === 'review';
  return {
    status: trouble?.problem.status ?? 200,
    title: texts.title,
    canonical: null,
    crumbs: [],
    structuredData: [],
    body: (
      <div class="page-width">
        <div class="page-opening">
          <h1>{texts.title}</h1>
          {isSignedIn && email !== null && <p>{texts.signedInAs(email)}</p>}
          {!isSignedIn && (
            <p>
              {isGuestCheckoutAllowed ? texts.signInHint : texts.mustSignIn}{' '}
              <a class="checkout-link" href="/account/sign-in?to=/checkout" rel="nofollow">
                {texts.signIn}
              </a>
            </p>
          )}
        </div>
        <ProblemNote problem={trouble?.problem ?? null} />
        {cart !== null && view.isBeginning && <DataLayerEvent shop={shop} event={beginCheckoutEvent(cart)} />}
        <div class="cart-columns">
          {isOpen && <Steps locale={locale} texts={texts} view={view} />}
          {cart !== null && (
            <Review
              shop={shop}
              cart={cart}
              products={view.products}
              isReady={isOpen && view.next === 'review' && isAllSaved}
              note={trouble?.note ?? ''}
            />
          )}
        </div>
      </div>
    ),
  };
}

function Steps({ locale, texts, view }: { locale: string; texts: CheckoutTexts; view: CheckoutView }) {
  const { cart, countries, payments, trouble } = view;
  const isVirtual = cart !== null && isVirtualCart(cart);
  const chosenAt = (step: Step) => (trouble?.step === step ? trouble.chosen : undefined);
  const problemAt = (step: Step) => (trouble?.step === step ? trouble.problem.message : undefined);
  const step = (id: Step, title: string, hint: string): Omit<CheckoutStepProps, 'chosen' | 'children'> => ({
    id,
    title,
    hint,
    change: texts.change,
    state: stateOf(id, view),
  });
  return (
    <div class="checkout-steps">
      <CheckoutStep {...step('address', texts.address, '')} chosen={<Addresses view={view} />}>
        <AddressStep
          locale={locale}
          countries={countries}
          form={view.form}
          book={view.book}
          isVirtual={isVirtual}
          asksEmail={!view.isSignedIn}
        />
      </CheckoutStep>
      {cart !== null && !isVirtual && (
        <CheckoutStep
          {...step('shipping', texts.shipping, texts.shippingLater)}
          chosen={cart.selectedShippingMethod?.title}
        >
          <ShippingStep
            locale={locale}
            cart={cart}
            problem={problemAt('shipping')}
            chosen={chosenAt('shipping')}
          />
        </CheckoutStep>
      )}
      {cart !== null && (
        <CheckoutStep
          {...step('payment', texts.payment, texts.paymentLater)}
          chosen={cart.selectedPaymentMethod?.title}
        >
          <PaymentStep
            locale={locale}
            methods={payments}
            selected={chosenAt('payment') ?? cart.selectedPaymentMethod?.code}
            problem={problemAt('payment')}
          />
        </CheckoutStep>
      )}
    </div>
  );
}

/** A step that something is wrong at is open, whether it was done before or not. */
function stateOf(step: Step, { next, trouble }: CheckoutView): CheckoutStepProps['state'] {
  if (step === next || trouble?.step === step) return 'open';
  return isBefore(step, next) ? 'done' : 'later';
}

function Addresses({ view }: { view: CheckoutView }) {
  const { cart, email, countries, form } = view;
  if (cart === null) return null;
  const { shippingAddress, billingAddress } = cart;
  const shown = isVirtualCart(cart) ? [billingAddress] : [shippingAddress, billingAddress];
  const different = form.isBillingSame ? shown.slice(0, 1) : shown;
  return (
    <>
      {email !== null && <p>{email}</p>}
      {different.map(
        (address) =>
          address !== undefined && <AddressText address={address} countryName={countryNames(countries)} />,
      )}
    </>
  );
}
