import type { ProductRecord } from '@maho-storefront/kv-schema';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';

/** Every variant with its availability, for those who want to see them at once. */
export function VariantTable({ shop, product }: { shop: Shop; product: ProductRecord }) {
  if (product.variants.length === 0) return null;
  const texts = textsOf(shop.config.locale);
  const options = product.configurableOptions.map(({ code, label, values }) => ({
    code,
    label,
    labels: new Map(values.map((value) => [value.id, value.label])),
  }));
  return (
    <details class="variant-table">
      <summary>{texts.allVariants}</summary>
      <table class="table table-sm">
        <thead>
          <tr>
            {options.map(({ label }) => (
              <th scope="col">{label}</th>
            ))}
            <th scope="col">{texts.availability}</th>
          </tr>
        </thead>
        <tbody>
          {product.variants.map(({ attributes, inStock }) => (
            <tr>
              {options.map(({ code, labels }) => (
                <td>{labels.get(attributes[code] ?? -1) ?? '–'}</td>
              ))}
              <td class={inStock ? 'stock-in' : 'stock-out'}>{inStock ? texts.inStock : texts.soldOut}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
