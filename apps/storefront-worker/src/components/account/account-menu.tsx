import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Shop } from '../../pages/shop.js';

export type AccountPart = 'overview' | 'orders' | 'addresses' | 'wishlist' | 'reviews' | 'profile';

/** The parts of an account and where they are. */
const PARTS: readonly (readonly [AccountPart, href: string])[] = [
  ['overview', '/account'],
  ['orders', '/account/orders'],
  ['addresses', '/account/addresses'],
  ['wishlist', '/account/wishlist'],
  ['reviews', '/account/reviews'],
  ['profile', '/account/profile'],
];

/** Leads through an account, and out of it. */
export function AccountMenu({ shop, part }: { shop: Shop; part: AccountPart }) {
  const texts = accountTexts(shop.config.locale);
  return (
    <nav class="account-menu" aria-label={texts.accountMenu}>
      <ul>
        {PARTS.map(([name, href]) => (
          <li>
            <a href={href} aria-current={name === part ? 'page' : undefined}>
              {texts[name]}
            </a>
          </li>
        ))}
        <li>
          <form method="post" action="/account/sign-out">
            <button type="submit" class="link-button">
              {texts.signOut}
            </button>
          </form>
        </li>
      </ul>
    </nav>
  );
}
