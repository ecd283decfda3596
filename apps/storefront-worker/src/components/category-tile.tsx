import type { CategoryNode } from '@maho-storefront/kv-schema';
import { pageHref } from '../formatting/page-href.js';
import type { Shop } from '../pages/shop.js';
import { Picture } from './picture.js';

/** A category with its picture, or with its first letter where it has none. */
export function CategoryTile({ shop, node }: { shop: Shop; node: CategoryNode }) {
  return (
    <div class="category-tile">
      <div class="category-tile-picture">
        {node.image ? (
          <Picture
            shop={shop}
            url={node.image}
            alt=""
            width={480}
            height={360}
            sizes="(min-width: 64rem) 24rem, 50vw"
            priority="early"
          />
        ) : (
          <span class="category-tile-letter" aria-hidden="true">
            {[...node.name.trim()][0]}
          </span>
        )}
      </div>
      <h3 class="category-tile-name">
        <a href={pageHref(node.path)}>{node.name}</a>
      </h3>
    </div>
  );
}
