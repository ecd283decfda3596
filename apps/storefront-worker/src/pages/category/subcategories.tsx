import type { CategoryNode } from '@maho-storefront/kv-schema';
import { formatCount } from '../../formatting/count.js';
import { pageHref } from '../../formatting/page-href.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../shop.js';

/** The categories one level below, with how many products each shows. */
export function Subcategories({ shop, nodes }: { shop: Shop; nodes: readonly CategoryNode[] }) {
  if (nodes.length === 0) return null;
  const { locale } = shop.config;
  return (
    <nav class="subcategories" aria-label={textsOf(locale).categories}>
      <ul>
        {nodes.map((node) => (
          <li>
            <a href={pageHref(node.path)}>
              {node.name} <span>{formatCount(node.productCount, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
