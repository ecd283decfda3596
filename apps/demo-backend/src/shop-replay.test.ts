import { beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, type JsonValue, stringIn } from './json.js';
import { type RecordedShop, recordedShop } from './testing/recorded-shop.js';
import { type Exchange, exchangeNames, hasSharedFolder, readExchange } from './testing/recordings.js';

const CART = '418ac90040180838e7c904df7ca7139b';

/** What happened between two recordings without being kept; the ids of later ones tell. */
const UNRECORDED: Readonly<Record<string, readonly [string, JsonValue]>> = {
  'cart/13-add-other-website.json': [`/guest-carts/${CART}/items`, { sku: 'rec-simple-021', qty: 1.5 }],
  'cart/52-create-bad-store.json': ['/guest-carts', {}],
};

const HEADERS = ['Content-Type', 'Vary', 'Cache-Control', 'WWW-Authenticate', 'Location', 'Link'];

const BASE = 'https://maho.example/api/rest/v2';

/** Ids, keys and tokens that are drawn by chance. */
const DRAWN = new Set(['maskedId', 'accessToken']);

/** A body in which whatever chance has drawn is only said to be there. */
function comparable(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(comparable);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, entry]): [string, JsonValue] => {
    const isDrawn = DRAWN.has(key) || (key === '@id' && String(entry).includes('/genid/'));
    const isSecondSave = key === 'updatedAt' && isOrder(value);
    return [
      key,
      isDrawn || isSecondSave ? `drawn ${typeof entry} of ${String(entry).length}` : comparable(entry),
    ];
  });
  return Object.fromEntries(entries);
}

/** When an exchange took place, as far as its answer tells: an order was saved once more a second after it was made. */
function timeOf({ body, method }: Exchange): number | undefined {
  if (!isJsonObject(body) || method === 'GET') return undefined;
  const moment = stringIn(isOrder(body) ? body.createdAt : body.updatedAt);
  return moment === undefined ? undefined : Date.parse(`${moment.replace(' ', 'T')}Z`);
}

function isOrder(body: JsonValue): boolean {
  return isJsonObject(body) && body.incrementId !== undefined;
}

const available = hasSharedFolder();

describe.skipIf(!available)('a dumped shop sells as the real backend did', () => {
  const names = available ? exchangeNames(['cart']).sort() : [];
  const answers = new Map<string, { response: Response; body: JsonValue }>();

  async function play(shop: RecordedShop, exchange: Exchange, ids: Map<string, string>): Promise<void> {
    const { method, requestBody, headers } = exchange;
    const url = [...ids].reduce((text, [theirs, ours]) => text.replace(theirs, ours), exchange.url);
    const withBody = requestBody === undefined || method === 'GET' ? {} : { body: requestBody };
    const response = await shop.fetch(url, { method, headers, ...withBody });
    const text = await response.text();
    const body: JsonValue = text === '' ? null : JSON.parse(text);
    answers.set(exchange.name, { response, body });
    if (!isJsonObject(body) || !isJsonObject(exchange.body)) return;
    const [theirs, ours] = [stringIn(exchange.body.maskedId), stringIn(body.maskedId)];
    if (theirs !== undefined && ours !== undefined) ids.set(theirs, ours);
  }

  beforeAll(async () => {
    const shop = await recordedShop();
    const ids = new Map<string, string>();
    for (const name of names) {
      const exchange = readExchange(name);
      const missing = UNRECORDED[name];
      if (missing !== undefined) {
        const [path, sent] = missing;
        const url = `${BASE}${path.replace(CART, ids.get(CART) ?? CART)}`;
        const headers = { 'Content-Type': 'application/json' };
        const done = await shop.fetch(url, { method: 'POST', headers, body: JSON.stringify(sent) });
        expect(done.ok, `what came before ${name}`).toBe(true);
      }
      shop.setTime(timeOf(exchange) ?? shop.shop.now());
      await play(shop, exchange, ids);
    }
  });

  it('compares all that was recorded of carts', () => {
    expect(names.length).toBeGreaterThan(50);
  });

  it.each(names)('%s: same status, headers and body', (name) => {
    const recorded = readExchange(name);
    const answer = answers.get(name);
    expect(answer?.response.status).toBe(recorded.status);
    expect(comparable(answer?.body ?? null)).toEqual(comparable(recorded.body));
    for (const header of HEADERS) {
      expect(answer?.response.headers.get(header) ?? undefined, header).toBe(
        recorded.responseHeaders[header],
      );
    }
  });
});
