import type { ProductAttributeRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** The attributes a merchant shows on product pages; nothing where there are none. */
export function AttributeTable({
  shop,
  attributes,
}: {
  shop: Shop;
  attributes: readonly ProductAttributeRecord[];
}) {
  if (attributes.length === 0) return null;
  return (
    <section aria-labelledby="details">
      <h2 id="details" class="section-title">
        {textsOf(shop.config.locale).details}
      </h2>
      <table class="attribute-table">
        <tbody>
          {attributes.map(({ label, value }) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
