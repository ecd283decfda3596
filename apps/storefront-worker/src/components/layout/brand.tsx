import { safeUrl } from '../../formatting/safe-url.js';
import type { Shop } from '../../pages/shop.js';

/**
 * The shop's name, which leads home. The backend assembles `logoUrl` from its configuration without looking
 * whether the file is there, so the name is what always works; the logo goes to search engines only.
 */
export function Brand({ shop }: { shop: Shop }) {
  return (
    <a class="brand" href="/">
      {brandName(shop)}
    </a>
  );
}

export function brandName(shop: Shop): string {
  return shop.config.storeName.trim() || shop.store.name;
}

/** The logo's address, or undefined for none that a browser could load. */
export function logoUrl(shop: Shop): string | undefined {
  return safeUrl(shop.config.logoUrl);
}
