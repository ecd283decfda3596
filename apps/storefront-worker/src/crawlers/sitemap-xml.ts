const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A sitemap of addresses (sitemaps.org protocol 0.9). @param addresses absolute URLs, at most 50,000. */
export function urlSetXml(addresses: Iterable<string>): string {
  return `${DECLARATION}<urlset xmlns="${NAMESPACE}">\n${lines('url', addresses)}</urlset>\n`;
}

/** A list of sitemaps. @param addresses absolute URLs of the sitemaps. */
export function sitemapIndexXml(addresses: Iterable<string>): string {
  return `${DECLARATION}<sitemapindex xmlns="${NAMESPACE}">\n${lines('sitemap', addresses)}</sitemapindex>\n`;
}

function lines(element: string, addresses: Iterable<string>): string {
  return Array.from(addresses, (address) => `<${element}><loc>${escaped(address)}</loc></${element}>\n`).join(
    '',
  );
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
