import type { ShopEvent } from '../analytics/shop-event.js';
import type { Shop } from '../pages/shop.js';
import { scriptSafeJson } from '../seo/structured-data.js';

/** What opening a page stands for: data for `src/scripts/data-layer.ts`, only where the shop measures. */
export function DataLayerEvent({ shop, event }: { shop: Shop; event: ShopEvent }) {
  if (!shop.hasDataLayer) return null;
  return (
    <script
      type="application/json"
      data-layer-event
      dangerouslySetInnerHTML={{ __html: scriptSafeJson(event) }}
    />
  );
}
