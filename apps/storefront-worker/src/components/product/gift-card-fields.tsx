import type { ProductRecord } from '@maho-storefront/kv-schema';
import { formatMoney } from '../../formatting/money.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** Amount, giver and recipient of a gift card. */
export function GiftCardFields({ shop, product }: { shop: Shop; product: ProductRecord }) {
  if (product.type !== 'giftcard') return null;
  const texts = textsOf(shop.config.locale);
  return (
    <div class="gift-card">
      <AmountChoice shop={shop} product={product} />
      <TextField
        id="gift-recipient-name"
        name="giftcard_recipient_name"
        label={texts.giftRecipientName}
        type="text"
      />
      <TextField
        id="gift-recipient-email"
        name="giftcard_recipient_email"
        label={texts.giftRecipientEmail}
        type="email"
      />
      <TextField id="gift-sender-name" name="giftcard_sender_name" label={texts.giftSenderName} type="text" />
      <TextField
        id="gift-sender-email"
        name="giftcard_sender_email"
        label={texts.giftSenderEmail}
        type="email"
      />
      {product.giftcardIsMessageAllowed && (
        <div class="option">
          <label for="gift-message">
            {texts.giftMessage} <span class="option-hint">({texts.optional})</span>
          </label>
          <textarea id="gift-message" class="textarea" name="giftcard_message" rows={3} />
        </div>
      )}
    </div>
  );
}

function AmountChoice({ shop, product }: { shop: Shop; product: ProductRecord }) {
  const { locale, baseCurrencyCode } = shop.config;
  const texts = textsOf(locale);
  const currency = product.giftcardAmountCurrency ?? baseCurrencyCode;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const amounts = [...product.giftcardAmounts].sort((a, b) => a - b);
  const { giftcardMinAmount: least, giftcardMaxAmount: most } = product;
  const takesOwnAmount = product.giftcardType !== 'fixed' || amounts.length === 0;
  return (
    <>
      {amounts.length > 0 && (
        <fieldset class="option">
          <legend>{texts.giftAmount}</legend>
          <div class="value-buttons">
            {amounts.map((amount) => (
              <label class="value-button">
                <input
                  type="radio"
                  name="giftcard_amount"
                  value={amount}
                  data-amount={amount}
                  required={!takesOwnAmount}
                />
                <span>{money(amount)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {takesOwnAmount && (
        <div class="option">
          <label for="gift-amount">{amounts.length > 0 ? texts.giftOwnAmount : texts.giftAmount}</label>
          <input
            id="gift-amount"
            class="input"
            type="number"
            inputmode="decimal"
            step="0.01"
            name="giftcard_custom_amount"
            min={least ?? 0.01}
            max={most}
            required={amounts.length === 0}
            data-is-amount
          />
          {least !== undefined && most !== undefined && (
            <p class="option-hint">{texts.giftAmountRange(money(least), money(most))}</p>
          )}
        </div>
      )}
    </>
  );
}

function TextField({ id, name, label, type }: { id: string; name: string; label: string; type: string }) {
  return (
    <div class="option">
      <label for={id}>{label}</label>
      <input id={id} class="input" type={type} name={name} required autocomplete="off" />
    </div>
  );
}
