import { pageHref } from '../../formatting/page-href.js';
import { accountTexts } from '../../formatting/texts/account/index.js';
import { textsOf } from '../../formatting/texts/index.js';
import { CATALOG_PATH } from '../../pages/catalog/catalog-href.js';
import type { Shop } from '../../pages/shop.js';
import { brandName } from './brand.js';
import { NewsletterForm } from './newsletter-form.js';
import type { StoreLink } from './store-links.js';

/** CMS pages that serve the system, and are no reading for shoppers. */
const SYSTEM_PAGES: ReadonlySet<string> = new Set([
  'home',
  'no-route',
  'enable-cookies',
  'service-unavailable',
]);
/** A footer is no site map. */
const MAX_PAGES = 12;

/** What the shop is, its newsletter, its categories, its pages and its other stores. */
export function SiteFooter({ shop, links }: { shop: Shop; links: readonly StoreLink[] }) {
  const { config } = shop;
  const texts = textsOf(config.locale);
  const pages = (shop.cmsPages ?? []).filter(
    ({ identifier }) => !SYSTEM_PAGES.has(identifier) && identifier !== config.cmsHomePage,
  );
  return (
    <footer class="site-footer">
      <div class="page-width site-footer-columns">
        <div>
          <p class="brand">{brandName(shop)}</p>
          {config.defaultDescription !== undefined && (
            <p class="site-footer-note">{config.defaultDescription}</p>
          )}
          {config.newsletterEnabled && <NewsletterForm shop={shop} />}
        </div>
        <FooterLinks
          title={texts.categories}
          links={[
            ...shop.menu.map(({ name, path }) => ({ name, href: pageHref(path) })),
            { name: texts.allCategories, href: pageHref(CATALOG_PATH) },
          ]}
        />
        <FooterLinks
          title={texts.footer}
          links={[
            ...pages
              .slice(0, MAX_PAGES)
              .map(({ title, identifier }) => ({ name: title, href: pageHref(identifier) })),
            ...(shop.hasBlog ? [{ name: texts.blog, href: '/blog' }] : []),
            ...(hasOwnContact(pages)
              ? []
              : [{ name: accountTexts(config.locale).contact, href: '/contact/form' }]),
          ]}
        />
        {links.length > 1 && <FooterLinks title={texts.storeSwitcher} links={links} />}
      </div>
      <div class="page-width">
        <p class="site-footer-end">© {brandName(shop)}</p>
      </div>
    </footer>
  );
}

interface FooterLink {
  name: string;
  href: string;
  rel?: 'nofollow' | undefined;
  isCurrent?: boolean;
}

/** A contact page that the merchant wrote is linked like any other. */
function hasOwnContact(pages: readonly { identifier: string }[]): boolean {
  return pages.some(({ identifier }) => identifier === 'contact');
}

function FooterLinks({ title, links }: { title: string; links: readonly FooterLink[] }) {
  if (links.length === 0) return null;
  return (
    <nav aria-label={title}>
      <p class="site-footer-title">{title}</p>
      <ul>
        {links.map(({ name, href, rel, isCurrent }) => (
          <li>
            <a href={href} rel={rel} aria-current={isCurrent ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
