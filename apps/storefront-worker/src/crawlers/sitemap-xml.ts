const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const LINK_NAMESPACE = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A page as a sitemap names it. */
export interface SitemapEntry {
  /** Absolute URL. */
  location: string;
  /** All translations of the page, itself among them; empty for none. */
  translations: readonly { language: string; href: string }[];
}

/**
 * A sitemap of pages (sitemaps.org protocol 0.9), with their translations as search engines read them
 * (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
 *
 * @param entries at most 50,000.
 */
export function urlSetXml(entries: readonly SitemapEntry[]): string {
  const isTranslated = entries.some(({ translations }) => translations.length > 0);
  const namespaces = isTranslated ? `${NAMESPACE} ${LINK_NAMESPACE}` : NAMESPACE;
  const lines = entries.map(({ location, translations }) => {
    const links = translations.map(({ language, href }) => link(language, href)).join('');
    return `<url><loc>${escaped(location)}</loc>${links}</url>\n`;
  });
  return `${DECLARATION}<urlset ${namespaces}>\n${lines.join('')}</urlset>\n`;
}

/** A list of sitemaps. @param addresses absolute URLs of the sitemaps. */
export function sitemapIndexXml(addresses: readonly string[]): string {
  const lines = addresses.map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>\n`);
  return `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${lines.join('')}</sitemapindex>\n`;
}

function link(language: string, href: string): string {
  return `<xhtml:link rel="alternate" hreflang="${escaped(language)}" href="${escaped(href)}"/>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
