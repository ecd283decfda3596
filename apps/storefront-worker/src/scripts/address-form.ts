/**
 * Exchanges the fields that differ from country to country as soon as another country is chosen. Without this, the
 * answer to the form does.
 */
export function improveAddressForm(address: HTMLElement): void {
  const country = address.querySelector<HTMLSelectElement>('select[autocomplete$="country"]');
  country?.addEventListener('change', async () => {
    const prefix = address.dataset.address ?? '';
    const query = new URLSearchParams({ prefix, country: country.value });
    const response = await fetch(`/checkout/address-fields?${query}`);
    const present = address.querySelector<HTMLElement>('[data-country-fields]');
    if (!response.ok || present === null) return;
    const template = document.createElement('template');
    template.innerHTML = await response.text();
    const next = template.content.firstElementChild;
    const [before, after] = [present, next].map((fields) =>
      fields?.querySelector<HTMLInputElement>('input[autocomplete$="postal-code"]'),
    );
    if (before && after) after.value = before.value;
    if (next !== null) present.replaceWith(next);
  });
}
