import type { CmsPageRecord } from '@maho-storefront/kv-schema';
import { RichText } from '../../components/rich-text.js';
import { pageHref } from '../../formatting/page-href.js';
import { plainText } from '../../formatting/plain-text.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';

/** A page the merchant wrote in the CMS. */
export function cmsPage(_shop: Shop, { page }: { page: CmsPageRecord }): PageContent {
  return {
    status: 200,
    title: page.title,
    description: page.metaDescription ?? plainText(page.content, 200),
    robots: page.metaRobots,
    canonical: pageHref(page.identifier),
    subject: { kind: 'cms', identifier: page.identifier },
    crumbs: [{ name: page.title, path: page.identifier }],
    structuredData: [],
    body: (
      <article class="page-width reading">
        <h1>{page.contentHeading?.trim() || page.title}</h1>
        <RichText html={page.content} />
      </article>
    ),
  };
}
