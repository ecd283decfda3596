import { type Pick, parseTiers, totalPrice } from './price-total.js';

const TICKED: ReadonlySet<string> = new Set(['radio', 'checkbox']);

/** Keeps “your price” of a buy form up to date; it says nothing while that would be what the page says. */
export function keepTotal(form: HTMLFormElement): void {
  const line = form.querySelector<HTMLElement>('[data-total]');
  const output = form.querySelector('[data-total-amount]');
  const { base = '0', tiers = '', currency = '', locale = 'en' } = form.dataset;
  if (!line || !output || !/^[a-z]{3}$/i.test(currency)) return;
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const update = () => {
    const quantity = Number(new FormData(form).get('qty') ?? 1) || 1;
    const total = totalPrice(Number(base), parseTiers(tiers), picksOf(form), quantity);
    const isWorthSaying = total > 0 && total !== Number(base);
    line.hidden = !isWorthSaying && !('kept' in line.dataset);
    output.textContent = isWorthSaying ? money.format(total) : '';
  };
  form.addEventListener('input', update);
  update();
}

/** What is picked in a form at the moment. */
function picksOf(form: HTMLFormElement): Pick[] {
  return [...form.querySelectorAll<HTMLElement>('[data-amount],[data-is-amount]')].flatMap((element) => {
    const amount = Number(element.dataset.amount ?? 0);
    const qty = element instanceof HTMLOptionElement ? optionQty(form, element) : fieldQty(form, element);
    if (element instanceof HTMLInputElement && 'isAmount' in element.dataset) {
      return [{ amount: Number(element.value) || 0, qty: 1 }];
    }
    return qty > 0 ? [{ amount, qty }] : [];
  });
}

function optionQty(form: HTMLFormElement, option: HTMLOptionElement): number {
  if (!option.selected || option.value === '') return 0;
  return partQty(form, option, option.closest('select')?.name ?? '');
}

/** How many of a chosen part: what is typed beside it, unless its number is fixed. */
function partQty(form: HTMLFormElement, part: HTMLElement, name: string): number {
  const typed =
    'fixed' in part.dataset
      ? null
      : form.querySelector<HTMLInputElement>(`[data-qty-of="${CSS.escape(name)}"]`);
  return Number(typed?.value ?? part.dataset.qty ?? 1) || 0;
}

function fieldQty(form: HTMLFormElement, field: HTMLElement): number {
  if (field instanceof HTMLTextAreaElement) return field.value === '' ? 0 : 1;
  if (!(field instanceof HTMLInputElement)) return 0;
  if (TICKED.has(field.type)) return field.checked ? partQty(form, field, field.name) : 0;
  if (field.type === 'number') return Number(field.value) || 0;
  return field.value === '' ? 0 : 1;
}
