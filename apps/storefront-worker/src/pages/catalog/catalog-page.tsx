import type { CategoryNode } from '@maho-storefront/kv-schema';
import { formatCount } from '../../formatting/count.js';
import { pageHref } from '../../formatting/page-href.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { PageContent } from '../page-content.js';
import type { Shop } from '../shop.js';
import { CATALOG_PATH } from './catalog-href.js';

/** Every category of the shop, those that the menu leaves out as well: nothing is without a link to it. */
export function catalogPage(shop: Shop, { tree }: { tree: readonly CategoryNode[] }): PageContent {
  const title = textsOf(shop.config.locale).allCategories;
  return {
    status: 200,
    title,
    canonical: pageHref(CATALOG_PATH),
    subject: { kind: 'catalog' },
    crumbs: [{ name: title, path: CATALOG_PATH }],
    structuredData: [],
    body: (
      <div class="page-width">
        <header class="page-opening">
          <h1>{title}</h1>
        </header>
        <ul class="catalog-tree">
          {tree.map((node) => (
            <li>
              <h2>
                <CategoryLink shop={shop} node={node} />
              </h2>
              <Branches shop={shop} nodes={node.children} />
            </li>
          ))}
        </ul>
      </div>
    ),
  };
}

function Branches({ shop, nodes }: { shop: Shop; nodes: readonly CategoryNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul>
      {nodes.map((node) => (
        <li>
          <CategoryLink shop={shop} node={node} />
          <Branches shop={shop} nodes={node.children} />
        </li>
      ))}
    </ul>
  );
}

function CategoryLink({ shop, node }: { shop: Shop; node: CategoryNode }) {
  const { locale } = shop.config;
  const { productCount } = node;
  const count = textsOf(locale).productCount(formatCount(productCount, locale), productCount === 1);
  return (
    <a href={pageHref(node.path)}>
      {node.name} {productCount > 0 && <span class="catalog-count">{count}</span>}
    </a>
  );
}
