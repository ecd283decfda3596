import type { ProductCard } from '@maho-storefront/kv-schema';
import type { WishlistItem } from '@maho-storefront/maho-client/shopping';
import { EmptyState } from '../../components/empty-state.js';
import { Picture } from '../../components/picture.js';
import { PriceTag } from '../../components/price-tag.js';
import { pageHref } from '../../formatting/page-href.js';
import { priceOf } from '../../formatting/price.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { accountPage } from './account-page.js';

export interface WishlistView {
  items: readonly WishlistItem[];
  /** What the store sells of it, by product id. */
  cards: ReadonlyMap<number, ProductCard>;
  notice?: string | undefined;
  problem?: Problem | null;
}

/** `/account/wishlist`. */
export function wishlistPage(shop: Shop, { items, cards, notice, problem }: WishlistView): PageContent {
  const texts = accountTexts(shop.config.locale);
  return accountPage(shop, {
    part: 'wishlist',
    title: texts.wishlist,
    notice,
    problem,
    body:
      items.length === 0 ? (
        <EmptyState icon="heart" title={texts.wishlistEmpty} hint={texts.wishlistEmptyHint}>
          <a class="btn btn-primary" href="/">
            {texts.toShop}
          </a>
        </EmptyState>
      ) : (
        <ul class="rows">
          {items.map((item) => (
            <WishlistRow shop={shop} item={item} card={cards.get(item.productId)} />
          ))}
        </ul>
      ),
  });
}

function WishlistRow({
  shop,
  item,
  card,
}: {
  shop: Shop;
  item: WishlistItem;
  card: ProductCard | undefined;
}) {
  const { locale } = shop.config;
  const texts = accountTexts(locale);
  const name = item.productName ?? item.productSku ?? '';
  const price = card && priceOf(card, shop);
  return (
    <li class="row">
      <Picture
        shop={shop}
        url={item.productImageUrl}
        alt=""
        width={96}
        height={96}
        sizes="6rem"
        priority="early"
        class="row-picture"
      />
      <div class="row-text">
        <p class="row-name">{card === undefined ? name : <a href={pageHref(card.slug)}>{name}</a>}</p>
        {price && <PriceTag shop={shop} price={price} class="price" />}
        {item.inStock === false && <p class="option-hint">{texts.soldOut}</p>}
      </div>
      <div class="button-row">
        {item.inStock !== false && (
          <form method="post" action="/account/wishlist/move">
            <input type="hidden" name="item" value={item.id} />
            <input type="hidden" name="sku" value={item.productSku} />
            <input type="hidden" name="qty" value={item.qty} />
            <button type="submit" class="btn btn-sm btn-primary" aria-label={texts.moveOf(name)}>
              {texts.moveToCart}
            </button>
          </form>
        )}
        <form method="post" action="/account/wishlist/remove">
          <input type="hidden" name="item" value={item.id} />
          <button type="submit" class="btn btn-sm" aria-label={texts.removeOf(name)}>
            {texts.remove}
          </button>
        </form>
      </div>
    </li>
  );
}
