import type { ProductRecord } from '@maho-storefront/kv-schema';
import type { Locator, Page } from 'playwright-core';
import { chooseVariant, valuesInStock } from './configurable-choice.js';

/** What may stand in a field that the browser does not let pass empty. */
const TYPED: Readonly<Record<string, string>> = {
  email: 'grace@example.com',
  date: '2027-01-02',
  'datetime-local': '2027-01-02T10:15',
  time: '10:15',
  number: '25',
};

/**
 * Fills in the form of a product's page as a shopper does who chooses no more than has to be chosen, and the first of
 * that; of a grouped product one of its first part.
 */
export async function fillBuyForm(page: Page, product: ProductRecord): Promise<void> {
  const form = page.locator('[data-buy-form]');
  const parts = form.locator('input[name^="super_group["]:enabled');
  if ((await parts.count()) > 0) await parts.first().fill('1');
  if (product.type === 'configurable') await chooseVariant(page, valuesInStock(product));
  await chooseValues(form);
  await tickOneOf(form);
  for (const list of await form.locator('select:required').all()) await chooseFirst(list);
  for (const field of await form.locator('input:required, textarea:required').all()) await fill(field);
}

async function chooseValues(form: Locator): Promise<void> {
  const names = await form
    .locator('input[type=radio]:required')
    .evaluateAll((fields) => [...new Set(fields.map((field) => field.getAttribute('name') ?? ''))]);
  for (const name of names) {
    const values = form.locator(`input[name="${name}"]`);
    if ((await values.and(form.locator(':checked')).count()) > 0) continue;
    await values.and(form.locator(':enabled')).first().check({ force: true });
  }
}

/** Boxes of which one has to be ticked, which HTML has no word for. */
async function tickOneOf(form: Locator): Promise<void> {
  for (const boxes of await form.locator('[data-one-of]').all()) {
    if ((await boxes.locator('input:checked').count()) === 0)
      await boxes.locator('input:enabled').first().check();
  }
}

async function chooseFirst(list: Locator): Promise<void> {
  if ((await list.inputValue()) !== '') return;
  const value = await list.locator('option:enabled:not([value=""])').first().getAttribute('value');
  await list.selectOption(value);
}

async function fill(field: Locator): Promise<void> {
  const type = (await field.getAttribute('type')) ?? 'text';
  if (['radio', 'checkbox'].includes(type) || (await field.inputValue()) !== '') return;
  if (type === 'file') {
    await field.setInputFiles({ name: 'drawing.png', mimeType: 'image/png', buffer: Buffer.from('drawing') });
  } else await field.fill(TYPED[type] ?? 'Grace');
}
