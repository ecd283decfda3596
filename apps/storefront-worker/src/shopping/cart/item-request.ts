import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { CartItemRequest } from '@maho-storefront/maho-client/shopping';
import { leastQuantity } from '../../components/product/quantity-field.js';
import { textsOf } from '../../formatting/texts/index.js';
import { chosenBundle } from './choices/bundle-choice.js';
import { Choice } from './choices/choice.js';
import { chosenOptions } from './choices/custom-options.js';
import { giftCardWishes } from './choices/gift-card-wishes.js';
import { chosenMembers } from './choices/grouped-choice.js';
import type { ProductForm } from './choices/product-form.js';
import { quantityOf } from './choices/quantity.js';
import { chosenVariantSku } from './choices/variant-choice.js';

type ItemChoices = Omit<CartItemRequest, 'sku' | 'qty'> & { sku?: string | undefined };

/**
 * What a product's form asks to put into the cart. What the record says goes before what a form claims: the SKU, which
 * options there are, and their bounds.
 *
 * @throws FormRefusal for choices that are missing or do not fit.
 */
export function itemRequest(form: ProductForm, product: ProductRecord, locale: string): CartItemRequest {
  const choice = new Choice(product, form, locale);
  const { sku = product.sku, ...choices } = { ...byType(choice), ...chosenOptions(choice) };
  choice.complete();
  return { sku, qty: quantityIn(choice), ...choices };
}

function byType(choice: Choice): ItemChoices {
  switch (choice.product.type) {
    case 'configurable':
      return { sku: chosenVariantSku(choice) };
    case 'grouped':
      return { grouped: chosenMembers(choice) };
    case 'bundle':
      return chosenBundle(choice);
    case 'downloadable':
      return { links: chosenLinks(choice) };
    case 'giftcard':
      return { giftCard: giftCardWishes(choice) };
    default:
      return {};
  }
}

/** Without links to pick from, all of them belong to the product. */
function chosenLinks(choice: Choice): number[] | undefined {
  const { product, form, locale } = choice;
  if (product.linksPurchasedSeparately !== true) return undefined;
  const links = form.ids('links');
  if (links.length === 0) choice.miss('links[]', product.linksTitle ?? textsOf(locale).downloads);
  return links;
}

/** A form without a quantity, as a tile's, asks for the fewest that the shop sells. */
function quantityIn({ product, form, locale }: Choice): number {
  if (product.type === 'grouped') return 1;
  if (!form.has('qty')) return leastQuantity(product);
  return quantityOf(form.text('qty'), 'qty', product, locale);
}
