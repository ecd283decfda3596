import type { ProductCard } from '@maho-storefront/kv-schema';
import type { CartItem } from '@maho-storefront/maho-client/shopping';
import type { Child } from 'hono/jsx';
import { formatCount } from '../../formatting/count.js';
import { formatMoney } from '../../formatting/money.js';
import { pageHref } from '../../formatting/page-href.js';
import { cartTexts } from '../../formatting/texts/cart/index.js';
import type { Shop } from '../../pages/shop.js';
import { Picture } from '../picture.js';

export interface CartLineProps {
  shop: Shop;
  item: CartItem;
  currency: string;
  /** Undefined for one that the catalogue no longer shows. */
  product: ProductCard | undefined;
  withTax: boolean;
  /** Of the element. */
  id?: string;
  /** What one does with the line; it says how many by itself without. */
  children?: Child;
}

/** One line of a cart: what it is, what was chosen of it and what it costs. */
export function CartLine({ shop, item, currency, product, withTax, id, children }: CartLineProps) {
  const { locale } = shop.config;
  const texts = cartTexts(locale);
  const price = (withTax ? item.priceInclTax : undefined) ?? item.price;
  const rowTotal = (withTax ? item.rowTotalInclTax : undefined) ?? item.rowTotal;
  const isSoldOut = isLineSoldOut(item, product);
  return (
    <li class="cart-line" id={id}>
      <div class="cart-line-picture">
        <Picture
          shop={shop}
          url={item.thumbnailUrl ?? product?.imageUrl}
          alt=""
          width={96}
          height={96}
          sizes="6rem"
          priority="early"
        />
      </div>
      <div class="cart-line-what">
        <p class="cart-line-name">
          {product === undefined ? item.name : <a href={pageHref(product.slug)}>{item.name}</a>}
        </p>
        {item.options.map(({ label, value }) => (
          <p class="option-hint">
            {label}: {value}
          </p>
        ))}
        <p class="option-hint">
          {children === undefined && `${formatCount(item.qty, locale)} × `}
          {children === undefined
            ? formatMoney(price, currency, locale)
            : texts.each(formatMoney(price, currency, locale))}
        </p>
        {isSoldOut && <p class="stock stock-out">{texts.soldOut}</p>}
      </div>
      {children}
      <p class="cart-line-total">
        <span class="sr-only">{texts.rowTotal}: </span>
        {formatMoney(rowTotal, currency, locale)}
      </p>
    </li>
  );
}

/** Whether a line can no longer be bought. The cart's own word is the latest; a child's is not in it. */
export function isLineSoldOut({ stockStatus }: CartItem, product: ProductCard | undefined): boolean {
  return stockStatus === 'out_of_stock' || product?.stockStatus === 'out_of_stock';
}
