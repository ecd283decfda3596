/**
 * Exchanges the fields that differ from country to country as soon as another country is chosen. Without this, the
 * answer to the form does.
 */
export function improveAddressForm(address: HTMLElement): void {
  const country = address.querySelector<HTMLSelectElement>('select[autocomplete$="country"]');
  if (country === null) return;
  const show = () => showFieldsOf(country, address);
  country.addEventListener('change', show);
  // A browser that goes back, or fills in what it remembers, may have chosen a country already.
  show();
}

async function showFieldsOf(country: HTMLSelectElement, address: HTMLElement): Promise<void> {
  const asked = country.value;
  const fields = () => address.querySelector<HTMLElement>('[data-country-fields]');
  if (fields()?.dataset.country === asked) return;
  const query = new URLSearchParams({ prefix: address.dataset.address ?? '', country: asked });
  const response = await fetch(`/checkout/address-fields?${query}`);
  const template = document.createElement('template');
  template.innerHTML = response.ok ? await response.text() : '';
  const next = template.content.firstElementChild;
  const present = fields();
  // Another country may have been chosen meanwhile.
  if (next === null || present === null || country.value !== asked) return;
  keepTyped(present, next, 'postal-code');
  keepTyped(present, next, 'address-level1');
  present.replaceWith(next);
}

/** Browsers fill in all fields of an address at once; a region is kept by its name or number. */
function keepTyped(from: Element, into: Element, autocomplete: string): void {
  const [before, after] = [from, into].map((fields) =>
    fields.querySelector<HTMLInputElement | HTMLSelectElement>(`[autocomplete$="${autocomplete}"]`),
  );
  if (!before || !after) return;
  if (after instanceof HTMLInputElement) {
    if (before instanceof HTMLInputElement) after.value = before.value;
    return;
  }
  const typed = before.value.trim().toLowerCase();
  const same = Array.from(after.options).find(
    ({ value, label }) => typed !== '' && [value, label.toLowerCase()].includes(typed),
  );
  if (same !== undefined) after.value = same.value;
}
