import { localeTag } from '../../formatting/locale-tag.js';
import { plainText } from '../../formatting/plain-text.js';
import { safeUrl } from '../../formatting/safe-url.js';
import type { PageContent } from '../../pages/page-content.js';
import type { Shop } from '../../pages/shop.js';
import type { PublicStore } from '../../registry/public-store.js';
import { translationsOf } from '../../store-views/translations.js';
import { brandName } from './brand.js';

/** Longer descriptions are cut by every search engine. */
const MAX_DESCRIPTION = 300;

/** Everything a browser, a search engine and a link preview read before the page itself. */
export function DocumentHead({ shop, content }: { shop: Shop; content: PageContent }) {
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
      {content.subject?.kind === 'home' && <LanguageLinks shop={shop} />}
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

/**
 * The home pages of other languages, which are where the registry says. Where another store view has anything else, no
 * key of this one tells: the sitemap names that.
 */
function LanguageLinks({ shop }: { shop: Shop }) {
  const languageOf = ({ code, locale }: PublicStore) => {
    const known = code === shop.store.code ? shop.config.locale : locale;
    return known === undefined ? undefined : localeTag(known);
  };
  return (
    <>
      {translationsOf(shop.store, shop.stores, languageOf).map(({ language, origin }) => (
        <link rel="alternate" hreflang={language} href={`${origin}/`} />
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
