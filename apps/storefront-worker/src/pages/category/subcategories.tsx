import type { CategoryNode } from '@maho-storefront/kv-schema';
import { formatCount } from '../../formatting/count.js';
import { pageHref } from '../../formatting/page-href.js';
import type { Shop } from '../shop.js';

export interface SubcategoriesProps {
  shop: Shop;
  /** Name of the category they are in. */
  label: string;
  nodes: readonly CategoryNode[];
}

/** The categories one level below, with how many products each shows. */
export function Subcategories({ shop, label, nodes }: SubcategoriesProps) {
  if (nodes.length === 0) return null;
  const { locale } = shop.config;
  return (
    <nav class="subcategories" aria-label={label}>
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
