import type { ConfigurableOptionRecord, ProductRecord } from '@maho-storefront/kv-schema';
import { safeUrl } from '../../formatting/safe-url.js';
import { textsOf } from '../../formatting/texts/index.js';
import type { Shop } from '../../pages/shop.js';
import { scriptSafeJson } from '../../seo/structured-data.js';
import { VariantTable } from './variant-table.js';

/** More values than this are easier to find in a list that opens than side by side. */
const MAX_BUTTONS = 12;

/** The options of a configurable product; a value none of whose variants is in stock cannot be chosen. */
export function VariantChoice({ shop, product }: { shop: Shop; product: ProductRecord }) {
  if (product.configurableOptions.length === 0) return null;
  const texts = textsOf(shop.config.locale);
  return (
    <div class="variant-choice" data-variant-choice>
      {product.configurableOptions.map((option) =>
        option.values.length > MAX_BUTTONS ? (
          <ValueList shop={shop} product={product} option={option} />
        ) : (
          <ValueButtons shop={shop} product={product} option={option} />
        ),
      )}
      <p class="variant-note" role="status" data-variant-note data-sold-out={texts.combinationSoldOut} />
      <VariantTable shop={shop} product={product} />
      <script
        type="application/json"
        data-variants
        dangerouslySetInnerHTML={{ __html: scriptSafeJson(variantData(product)) }}
      />
    </div>
  );
}

interface OptionProps {
  shop: Shop;
  product: ProductRecord;
  option: ConfigurableOptionRecord;
}

function ValueButtons({ shop, product, option }: OptionProps) {
  const texts = textsOf(shop.config.locale);
  return (
    <fieldset class="option">
      <legend>{option.label}</legend>
      <div class="value-buttons">
        {option.values.map((value) => {
          const isSellable = isAnyInStock(product, option.code, value.id);
          return (
            <label class="value-button">
              <input
                type="radio"
                name={`super_attribute[${option.id}]`}
                value={value.id}
                data-code={option.code}
                disabled={!isSellable}
                required
              />
              <span>
                {value.label}
                {!isSellable && <span class="sr-only"> ({texts.soldOut})</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function ValueList({ shop, product, option }: OptionProps) {
  const texts = textsOf(shop.config.locale);
  const id = `option-${option.id}`;
  return (
    <div class="option">
      <label for={id}>{option.label}</label>
      <select id={id} class="select" name={`super_attribute[${option.id}]`} data-code={option.code} required>
        <option value="">{texts.choose}</option>
        {option.values.map((value) => {
          const isSellable = isAnyInStock(product, option.code, value.id);
          return (
            <option value={value.id} disabled={!isSellable}>
              {isSellable ? value.label : `${value.label} (${texts.soldOut})`}
            </option>
          );
        })}
      </select>
    </div>
  );
}

function isAnyInStock({ variants }: ProductRecord, code: string, valueId: number): boolean {
  return variants.some((variant) => variant.inStock && variant.attributes[code] === valueId);
}

/** What the script needs of each variant; see `src/scripts/variant-availability.ts`. */
function variantData({ variants }: ProductRecord): object[] {
  return variants.map(({ attributes, inStock, imageUrl }) => {
    const image = safeUrl(imageUrl);
    return { a: attributes, s: inStock ? 1 : 0, ...(image === undefined ? {} : { i: image }) };
  });
}
