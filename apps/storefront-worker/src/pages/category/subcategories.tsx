import type { MenuNode } from '@maho-storefront/kv-schema';
import { pageHref } from '../../formatting/page-href.js';

export interface SubcategoriesProps {
  /** Name of the category they are in. */
  label: string;
  nodes: readonly Pick<MenuNode, 'name' | 'path'>[];
}

/** Links to the categories one level below, or to the top ones where a page has nothing else to offer. */
export function Subcategories({ label, nodes }: SubcategoriesProps) {
  if (nodes.length === 0) return null;
  return (
    <nav class="subcategories" aria-label={label}>
      <ul>
        {nodes.map((node) => (
          <li>
            <a href={pageHref(node.path)}>{node.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
