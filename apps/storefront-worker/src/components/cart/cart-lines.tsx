import type { Cart, CartItem } from '@maho-storefront/maho-client/shopping';
import { formatCount } from '../../formatting/count.js';
import { formatMoney } from '../../formatting/money.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import { Picture } from '../picture.js';

/** What is in a cart, line by line. */
export function CartLines({ shop, cart }: { shop: Shop; cart: Cart }) {
  const texts = cartTexts(shop.config.locale);
  return (
    <ul class="cart-lines" aria-label={texts.lines}>
      {cart.items.map((item) => (
        <CartLine shop={shop} item={item} currency={cart.currency} />
      ))}
    </ul>
  );
}

function CartLine({ shop, item, currency }: { shop: Shop; item: CartItem; currency: string }) {
  const { locale } = shop.config;
  return (
    <li class="cart-line">
      <Picture
        shop={shop}
        url={item.thumbnailUrl}
        alt=""
        width={96}
        height={96}
        sizes="6rem"
        priority="early"
        class="cart-line-picture"
      />
      <p class="cart-line-name">{item.name}</p>
      <p>
        {formatCount(item.qty, locale)} × {formatMoney(item.priceInclTax ?? item.price, currency, locale)}
      </p>
      <p class="cart-line-total">{formatMoney(item.rowTotalInclTax ?? item.rowTotal, currency, locale)}</p>
    </li>
  );
}
