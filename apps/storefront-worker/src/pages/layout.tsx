import { Breadcrumbs } from '../components/breadcrumbs.js';
import { DocumentHead } from '../components/layout/document-head.js';
import { SiteFooter } from '../components/layout/site-footer.js';
import { SiteHeader } from '../components/layout/site-header.js';
import { storeLinks } from '../components/layout/store-links.js';
import { localeTag } from '../formatting/locale-tag.js';
import { textsOf } from '../formatting/texts/index.js';
import { breadcrumbData } from '../seo/breadcrumb-data.js';
import { StructuredData } from '../seo/structured-data.js';
import { documentText } from './document-text.js';
import type { PageContent } from './page-content.js';
import type { Shop } from './shop.js';

/** A whole HTML document: head, header, breadcrumbs, the page and footer. */
export function renderDocument(shop: Shop, content: PageContent): string {
  return documentText(<Layout shop={shop} content={content} />);
}

function Layout({ shop, content }: { shop: Shop; content: PageContent }) {
  const { locale } = shop.config;
  const links = storeLinks(shop, content.subject);
  const trail = breadcrumbData(shop, content.crumbs);
  return (
    <html lang={localeTag(locale)}>
      <DocumentHead shop={shop} content={content} />
      <body>
        <a class="skip-link" href="#content">
          {textsOf(locale).skipToContent}
        </a>
        <SiteHeader shop={shop} links={links} query={content.searchQuery} />
        <Breadcrumbs shop={shop} crumbs={content.crumbs} />
        <main id="content">{content.body}</main>
        <SiteFooter shop={shop} links={links} />
        {[...content.structuredData, ...(trail === null ? [] : [trail])].map((data) => (
          <StructuredData data={data} />
        ))}
      </body>
    </html>
  );
}
