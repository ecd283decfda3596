import type { GiftCardWishes } from '@maho-storefront/maho-client/shopping';
import { formatMoney } from '../../../formatting/money.js';
import { textsOf } from '../../../formatting/texts/index.js';
import { FormRefusal } from '../../visit/form-refusal.js';
import type { Choice } from './choice.js';
import { typedNumber } from './quantity.js';

/** Loose on purpose: the shop itself knows which addresses it takes. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;

const OWN_AMOUNT = 'giftcard_custom_amount';

/** What a gift card is made out for. @throws FormRefusal for an amount or address that does not fit. */
export function giftCardWishes(choice: Choice): GiftCardWishes {
  const { form, locale } = choice;
  const texts = textsOf(locale);
  const amount = chosenAmount(choice);
  const named = (field: string, label: string) => {
    const text = form.text(field);
    if (text === '') choice.miss(field, label);
    return text;
  };
  const wishes = {
    amount,
    recipientName: named('giftcard_recipient_name', texts.giftRecipientName),
    recipientEmail: named('giftcard_recipient_email', texts.giftRecipientEmail),
    senderName: named('giftcard_sender_name', texts.giftSenderName),
    senderEmail: named('giftcard_sender_email', texts.giftSenderEmail),
    message: form.text('giftcard_message') || undefined,
  };
  choice.complete();
  checkEmails(choice, ['giftcard_recipient_email', 'giftcard_sender_email']);
  return wishes;
}

/** An own amount beats one of the merchant's: who typed one meant it. */
function chosenAmount({ product, form, texts, locale }: Choice): number {
  const { giftcardAmounts, giftcardMinAmount: least = 0.01, giftcardMaxAmount: most } = product;
  const own = form.text(OWN_AMOUNT);
  const amount = typedNumber(own || form.text('giftcard_amount'));
  if (!Number.isFinite(amount) || amount <= 0) {
    throw new FormRefusal('option_required', texts.amountMissing, [OWN_AMOUNT]);
  }
  const isInRange = amount >= least && amount <= (most ?? Number.POSITIVE_INFINITY);
  const takesOwn = product.giftcardType !== 'fixed' || giftcardAmounts.length === 0;
  if (giftcardAmounts.includes(amount) || (takesOwn && isInRange)) return amount;
  const currency = product.giftcardAmountCurrency ?? product.currency;
  const message =
    takesOwn && most !== undefined
      ? texts.amountBetween(formatMoney(least, currency, locale), formatMoney(most, currency, locale))
      : texts.amountMissing;
  throw new FormRefusal('amount_invalid', message, [OWN_AMOUNT]);
}

function checkEmails({ form, texts }: Choice, fields: readonly string[]): void {
  const unfit = fields.filter((field) => !EMAIL.test(form.text(field)));
  if (unfit.length > 0) throw new FormRefusal('invalid_email', texts.emailUnfit, unfit);
}
