import type { PaymentMethod } from '@maho-storefront/maho-client/shopping';
import { checkoutTexts } from '../../formatting/texts/checkout/index.js';
import { RadioChoice } from './radio-choice.js';

export interface PaymentStepProps {
  locale: string;
  methods: readonly PaymentMethod[];
  /** Code of the one that is chosen. */
  selected: string | undefined;
  problem: string | undefined;
}

/** How the order can be paid. */
export function PaymentStep({ locale, methods, selected, problem }: PaymentStepProps) {
  const texts = checkoutTexts(locale);
  if (methods.length === 0) return <p class="field-problem">{texts.paymentNone}</p>;
  const choices = methods.map(({ code, title, isOffline }) => ({
    value: code,
    label: title,
    hint: isOffline === true ? undefined : texts.paymentNext,
    isChosen: methods.length === 1 || code === selected,
  }));
  return (
    <form class="form" method="post" action="/checkout/payment">
      <RadioChoice name="payment" legend={texts.paymentMethods} choices={choices} problem={problem} />
      <button class="btn btn-primary" type="submit">
        {texts.savePayment}
      </button>
    </form>
  );
}
