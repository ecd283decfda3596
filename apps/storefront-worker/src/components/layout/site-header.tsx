import { cartTexts } from '../../formatting/texts/cart/index.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';
import { Icon } from '../icon.js';
import { Brand } from './brand.js';
import { MainMenu } from './main-menu.js';
import { SearchForm } from './search-form.js';
import type { StoreLink } from './store-links.js';
import { StoreSwitcher } from './store-switcher.js';

/** Brand, search, stores, account, cart and menu, for everybody the same. The cart's counter is empty until a script knows the shopper. */
export function SiteHeader({
  shop,
  links,
  query,
}: {
  shop: Shop;
  links: readonly StoreLink[];
  query: string | undefined;
}) {
  const texts = textsOf(shop.config.locale);
  return (
    <header class="site-header">
      <div class="site-header-row page-width">
        <input type="checkbox" id="menu-switch" class="menu-switch sr-only" aria-controls="menu" />
        <label for="menu-switch" class="menu-button">
          <Icon name="menu" class="size-6" />
          <span class="sr-only">{texts.menu}</span>
        </label>
        <Brand shop={shop} />
        <SearchForm
          shop={shop}
          id="search"
          label={texts.search}
          {...(query === undefined ? {} : { query })}
        />
        <div class="site-header-tools">
          <StoreSwitcher shop={shop} links={links} />
          <a class="cart-link" href="/account" rel="nofollow">
            <Icon name="person" class="size-6" />
            <span class="cart-link-text">{texts.account}</span>
          </a>
          <a
            class="cart-link"
            href="/cart"
            rel="nofollow"
            data-failed={cartTexts(shop.config.locale).problem}
          >
            <Icon name="cart" class="size-6" />
            <span class="cart-link-text">{texts.cart}</span>
            <span class="cart-count" data-cart-count hidden />
          </a>
        </div>
      </div>
      <div id="menu">
        <MainMenu shop={shop} />
      </div>
    </header>
  );
}
