import { localeTag } from '../../formatting/locale-tag.js';
import { plainText } from '../../formatting/plain-text.js';
import { safeUrl } from '../../formatting/safe-url.js';
import type { PageContent } from '../../pages/page-content.js';
import type { Shop } from '../../pages/shop.js';
import { brandName } from './brand.js';
import type { StoreLink } from './store-links.js';

/** Longer descriptions are cut by every search engine. */
const MAX_DESCRIPTION = 300;

/** Everything a browser, a search engine and a link preview read before the page itself. */
export function DocumentHead({
  shop,
  content,
  links,
}: {
  shop: Shop;
  content: PageContent;
  links: readonly StoreLink[];
}) {
  const description = plainText(content.description ?? '', MAX_DESCRIPTION);
  const absolute = (path: string | undefined) => (path === undefined ? undefined : shop.origin + path);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{documentTitle(shop, content)}</title>
      {description !== '' && <meta name="description" content={description} />}
      {content.robots !== undefined && <meta name="robots" content={content.robots} />}
      <link rel="stylesheet" href={shop.assets.stylesheet(shop.store.theme)} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {content.canonical !== null && <link rel="canonical" href={absolute(content.canonical)} />}
      {content.previous !== undefined && <link rel="prev" href={absolute(content.previous)} />}
      {content.next !== undefined && <link rel="next" href={absolute(content.next)} />}
      {content.status === 200 && <LanguageLinks links={links} />}
      <OpenGraph shop={shop} content={content} description={description} />
      <script type="module" src={shop.assets.script} />
    </head>
  );
}

/** The page's title with the shop's name behind it, once. */
export function documentTitle(shop: Shop, content: PageContent): string {
  const name = brandName(shop);
  const title = content.title.trim();
  if (title === '' || title === name) return name;
  return title.includes(name) ? title : `${title} – ${name}`;
}

/** Only stores whose page shows the same content: anything else would name a wrong translation. */
function LanguageLinks({ links }: { links: readonly StoreLink[] }) {
  const same = links.filter((link) => link.isSamePage && link.language !== undefined);
  if (same.length < 2) return null;
  return (
    <>
      {same.map((link) => (
        <link rel="alternate" hreflang={link.language} href={link.href} />
      ))}
    </>
  );
}

function OpenGraph({
  shop,
  content,
  description,
}: {
  shop: Shop;
  content: PageContent;
  description: string;
}) {
  const image = safeUrl(content.ogImage);
  return (
    <>
      <meta property="og:title" content={content.title.trim() || brandName(shop)} />
      <meta property="og:type" content={content.ogType ?? 'website'} />
      <meta property="og:site_name" content={brandName(shop)} />
      <meta property="og:locale" content={localeTag(shop.config.locale).replaceAll('-', '_')} />
      {description !== '' && <meta property="og:description" content={description} />}
      {content.canonical !== null && <meta property="og:url" content={shop.origin + content.canonical} />}
      {image !== undefined && (
        <meta property="og:image" content={image.startsWith('/') ? shop.origin + image : image} />
      )}
    </>
  );
}
