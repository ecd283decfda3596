import type { ProductRecord } from '@maho-storefront/kv-schema';
import { type ChoicesTexts, choicesTexts } from '../../../formatting/texts/choices/index.js';
import { FormRefusal } from '../../visit/form-refusal.js';
import type { ProductForm } from './product-form.js';

/** A product, what was filled in of it, and what of that is still missing. */
export class Choice {
  readonly texts: ChoicesTexts;
  readonly #missing = new Map<string, string>();

  constructor(
    readonly product: ProductRecord,
    readonly form: ProductForm,
    readonly locale: string,
  ) {
    this.texts = choicesTexts(locale);
  }

  /** Takes down a choice that has to be made yet: the shopper is told of all of them at once. */
  miss(field: string, title: string): void {
    this.#missing.set(field, title);
  }

  /** @throws FormRefusal `option_required` if something was missed. */
  complete(): void {
    if (this.#missing.size === 0) return;
    const titles = [...this.#missing.values()].join(', ');
    throw new FormRefusal('option_required', this.texts.missing(titles), [...this.#missing.keys()]);
  }
}
