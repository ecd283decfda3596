import type { ProductForm } from './choices/product-form.js';

/** Types of field that no page may fill in, or need not. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['hidden', 'file', 'submit']);
const TICKED: ReadonlySet<string> = new Set(['radio', 'checkbox']);

/**
 * Shows a product's form as it was sent: what was typed, chosen and ticked, whatever the type of the product. Files
 * have to be chosen again; browsers take them from nobody else.
 *
 * @param unfit names of the fields that the problem is about.
 */
export function refillForm(page: Response, form: ProductForm, unfit: readonly string[]): Response {
  let select = '';
  return new HTMLRewriter()
    .on('[data-buy-form] input', { element: (field) => refillInput(field, form, unfit) })
    .on('[data-buy-form] textarea', {
      element(field) {
        const name = nameOf(field);
        if (form.has(name)) field.setInnerContent(form.list(name)[0] ?? '');
        markUnfit(field, unfit);
      },
    })
    .on('[data-buy-form] select', {
      element(field) {
        select = nameOf(field);
        markUnfit(field, unfit);
      },
    })
    .on('[data-buy-form] option', {
      element(option) {
        if (form.has(select)) toggle(option, 'selected', form.list(select).includes(optionValue(option)));
      },
    })
    .transform(page);
}

function refillInput(field: Element, form: ProductForm, unfit: readonly string[]): void {
  const type = field.getAttribute('type') ?? 'text';
  const name = nameOf(field);
  if (type !== 'radio') markUnfit(field, unfit);
  if (LEFT_ALONE.has(type)) return;
  if (TICKED.has(type)) toggle(field, 'checked', form.list(name).includes(optionValue(field)));
  else if (form.has(name)) field.setAttribute('value', attributeText(form.list(name)[0] ?? ''));
}

/** The rewriter itself escapes nothing but quotes: “&lt;3” would come back as “<3”. */
function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function markUnfit(field: Element, unfit: readonly string[]): void {
  const name = nameOf(field);
  if (unfit.includes(name) || unfit.includes(name.replace(/\[\]$/, ''))) {
    field.setAttribute('aria-invalid', 'true');
  }
}

function toggle(element: Element, attribute: string, isOn: boolean): void {
  if (isOn) element.setAttribute(attribute, '');
  else element.removeAttribute(attribute);
}

function nameOf(field: Element): string {
  return field.getAttribute('name') ?? '';
}

function optionValue(field: Element): string {
  return field.getAttribute('value') ?? '';
}
