import { createDemoBackend, type DemoBackend, type DemoBackendOptions } from '../backend.js';
import { generateCatalogue } from '../catalogue/generate-catalogue.js';
import type { Product, ProductType } from '../catalogue/product.js';
import { isJsonObject, type JsonObject, type JsonValue, objectsIn, parseJson } from '../json.js';

/** A moment all tests agree on, in milliseconds. */
export const TEST_TIME_MS = Date.parse('2026-11-23T09:00:00Z');

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonObject;
  readonly members: readonly JsonObject[];
  readonly ids: readonly unknown[];
}

export interface SmallShop extends DemoBackend {
  /** Moves the clock. */
  pass(seconds: number): void;
  /** GET below the API prefix. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** Any call below the API prefix, with a JSON body. */
  send(
    method: string,
    path: string,
    body?: JsonValue,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered>;
  /** A call below the controls' prefix. */
  control(method: string, path: string, body?: JsonValue): Promise<Answered>;
  /** The first listed product of a type that holds. */
  find(type: ProductType, holds?: (product: Product) => boolean): Product;
}

/** A backend of 160 products in two stores, on a clock that stands still. */
export function smallShop(options: Partial<DemoBackendOptions> = {}): SmallShop {
  let now = TEST_TIME_MS;
  const catalogue =
    options.catalogue ?? generateCatalogue({ products: 160, categories: 40, stores: 2, seed: 3 });
  const backend = createDemoBackend({ now: () => now, random: () => 0.5, ...options, catalogue });
  return {
    ...backend,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    get: async (path, headers = {}) =>
      answered(await backend.fetch(`https://shop.test/api/rest/v2${path}`, { headers })),
    send: (method, path, body, headers) =>
      call(backend, `/api/rest/v2${path}`, method, body, { 'Content-Type': 'application/json', ...headers }),
    control: (method, path, body) => call(backend, `/_control${path}`, method, body, {}),
    find: (type, holds = () => true) => {
      const listed = catalogue.index.listed(catalogue.defaultStore);
      const found = listed.find((product) => product.type === type && holds(product));
      if (found === undefined) throw new Error(`The small shop has no such ${type} product.`);
      return found;
    },
  };
}

async function call(
  backend: DemoBackend,
  path: string,
  method: string,
  body: JsonValue | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Answered> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return answered(await backend.fetch(`https://shop.test${path}`, { method, headers, ...sent }));
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const value = text === '' ? {} : parseJson(text);
  const body = isJsonObject(value) ? value : { array: value };
  const members = objectsIn(body.member);
  return { status: response.status, headers: response.headers, body, members, ids: members.map((m) => m.id) };
}
