import { type ProductRecord, parseKey, parseRecord } from '@maho-storefront/kv-schema';
import type { BackendControl } from '../backend/backend-control.ts';
import { STORE } from '../backend/shop-store.ts';
import type { WorkerApi } from '../runtime/worker-api.ts';

/** Fields of a form by their names. */
export type FormFields = Readonly<Record<string, string>>;

/** What the shoppers buy and where it goes, as their forms name it. */
export interface Goods {
  simple: FormFields;
  otherSimple: FormFields;
  configurable: FormFields;
  /** Id of the region in which they live. */
  regionId: string;
}

/** Where they live: tax is due there. */
export const COUNTRY = 'US';
export const REGION = 'CA';

/** Enough for every shopper of a run. */
const STOCK = 1_000_000;

/** Finds something to buy in what a sync put into KV, and has the shop hold enough of it. */
export async function findGoods(api: WorkerApi, backend: BackendControl): Promise<Goods> {
  const simples: ProductRecord[] = [];
  const configurables: ProductRecord[] = [];
  for await (const product of plainProducts(api)) {
    if (product.type === 'simple') simples.push(product);
    if (product.type === 'configurable' && variantOf(product) !== undefined) configurables.push(product);
    if (simples.length > 1 && configurables.length > 0) break;
  }
  const [simple, otherSimple] = simples;
  const [configurable] = configurables;
  if (simple === undefined || otherSimple === undefined || configurable === undefined) {
    throw new Error('The shop has too little to buy: ask for more products.');
  }
  for (const { id } of [simple, otherSimple, variantOf(configurable) ?? configurable]) {
    await backend.edit({ op: 'setStock', id, qty: STOCK });
  }
  return {
    simple: fieldsOf(simple),
    otherSimple: fieldsOf(otherSimple),
    configurable: { ...fieldsOf(configurable), ...variantFields(configurable) },
    regionId: await regionId(api),
  };
}

/** Products that are there and need nothing to be chosen but a variant. */
async function* plainProducts(api: WorkerApi): AsyncGenerator<ProductRecord> {
  for (const name of await api.keyNames(`${STORE}:product:`)) {
    if (parseKey(name)?.type !== 'product') continue;
    const product = parseRecord('product', await api.record(name));
    if (product?.stockStatus === 'in_stock' && product.customOptions.length === 0) yield product;
  }
}

function variantOf({ variants }: ProductRecord): ProductRecord['variants'][number] | undefined {
  return variants.find(({ inStock }) => inStock);
}

function fieldsOf({ id, slug }: ProductRecord): FormFields {
  return { product: String(id), slug, qty: '1' };
}

function variantFields(product: ProductRecord): FormFields {
  const chosen = product.configurableOptions.map(({ id, code }) => [
    `super_attribute[${id}]`,
    String(variantOf(product)?.attributes[code]),
  ]);
  return Object.fromEntries(chosen);
}

async function regionId(api: WorkerApi): Promise<string> {
  const countries = parseRecord('countries', await api.record(`${STORE}:countries`)) ?? [];
  const country = countries.find(({ id }) => id === COUNTRY);
  const region = country?.regions.find(({ code }) => code === REGION);
  if (region === undefined) throw new Error(`The shop knows no region ${REGION} of ${COUNTRY}.`);
  return String(region.id);
}
