import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';
import { Icon } from '../icon.js';
import type { StoreLink } from './store-links.js';

/** The other stores of the deployment; nothing where there is only one. */
export function StoreSwitcher({ shop, links }: { shop: Shop; links: readonly StoreLink[] }) {
  if (links.length < 2) return null;
  const texts = textsOf(shop.config.locale);
  return (
    <details class="store-switcher" data-closes>
      <summary>
        <Icon name="globe" />
        <span class="sr-only">{texts.storeSwitcher}: </span>
        <span class="store-switcher-name">{shop.store.name}</span>
      </summary>
      <ul>
        {links.map((link) => (
          <li>
            <a
              href={link.href}
              hreflang={link.language}
              rel={link.rel}
              aria-current={link.isCurrent ? 'true' : undefined}
            >
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
