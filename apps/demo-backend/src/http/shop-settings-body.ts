import { EditError } from '../catalogue/edits/edit-error.js';
import { isJsonObject, type JsonObject, type JsonValue, numberIn, objectsIn, stringIn } from '../json.js';
import type { GiftCardStatus, ShopSettings } from '../shop/shop-settings.js';

type Readers = {
  readonly [Name in keyof ShopSettings]: (value: JsonValue) => ShopSettings[Name] | undefined;
};

const STATUSES: readonly GiftCardStatus[] = ['active', 'pending', 'used', 'expired'];

const flagIn = (value: JsonValue | undefined) => (typeof value === 'boolean' ? value : undefined);

/** The entries of a list, each of which must be readable. */
function listIn<T>(value: JsonValue, read: (entry: JsonObject) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = objectsIn(value).map(read);
  const readable = entries.filter((entry) => entry !== undefined);
  return readable.length === value.length ? readable : undefined;
}

/** Fields that are there; what is absent is left out. */
function present<T extends object>(fields: { readonly [Name in keyof T]: T[Name] | undefined }): Partial<T> {
  const kept: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined) kept[name] = fields[name];
  return kept;
}

const READERS: Readers = {
  tokenSeconds: numberIn,
  rateLimits: flagIn,
  guestSubscriptions: flagIn,
  confirmsEmail: flagIn,
  contactEnabled: flagIn,
  captchaProvider: stringIn,
  contactAddress: stringIn,
  websiteName: stringIn,
  freeShippingFrom: numberIn,
  flatRate: (value) => {
    const price = isJsonObject(value) ? numberIn(value.price) : undefined;
    const isPerItem = isJsonObject(value) && value.per === 'item';
    return price === undefined ? undefined : { price, per: isPerItem ? 'item' : 'order' };
  },
  paymentMethods: (value) =>
    listIn(value, ({ code, title, isOffline }) => {
      const [named, shown] = [stringIn(code), stringIn(title)];
      if (named === undefined || shown === undefined) return undefined;
      return { code: named, title: shown, ...present({ isOffline: flagIn(isOffline) }) };
    }),
  taxRates: (value) =>
    listIn(value, (entry) => {
      const [country, percent] = [stringIn(entry.country), numberIn(entry.percent)];
      if (country === undefined || percent === undefined) return undefined;
      return { country, percent, ...present({ region: stringIn(entry.region) }) };
    }),
  coupons: (value) =>
    listIn(value, (entry) => {
      const code = stringIn(entry.code);
      if (code === undefined) return undefined;
      const figures = {
        percent: numberIn(entry.percent),
        amount: numberIn(entry.amount),
        minimumSubtotal: numberIn(entry.minimumSubtotal),
        freeShipping: flagIn(entry.freeShipping),
        expired: flagIn(entry.expired),
      };
      return { code, ...present(figures) };
    }),
  giftCards: (value) =>
    listIn(value, (entry) => {
      const [code, balance] = [stringIn(entry.code), numberIn(entry.balance)];
      if (code === undefined || balance === undefined) return undefined;
      return { code, balance, status: STATUSES.find((known) => known === entry.status) ?? 'active' };
    }),
  surcharges: (value) => {
    if (!isJsonObject(value)) return undefined;
    const entries = Object.entries(value).flatMap(([key, amount]): [string, number][] =>
      typeof amount === 'number' ? [[key, amount]] : [],
    );
    return Object.fromEntries(entries);
  },
};

/** What `null` switches off. */
const SWITCHES: readonly string[] = ['flatRate', 'freeShippingFrom'];

function isSetting(name: string): name is keyof ShopSettings {
  return Object.hasOwn(READERS, name);
}

/** Parser of changed settings. Throws EditError that names what cannot be used. */
export function settingsFrom(body: JsonValue): Partial<ShopSettings> {
  if (!isJsonObject(body)) throw new EditError('Settings are an object.');
  const read = Object.entries(body).map(([name, value]): [string, unknown] => {
    if (!isSetting(name))
      throw new EditError(`Settings are ${Object.keys(READERS).join(', ')}; not "${name}".`);
    if (value === null && SWITCHES.includes(name)) return [name, undefined];
    const setting = READERS[name](value);
    if (setting === undefined) throw new EditError(`The setting "${name}" cannot be read.`);
    return [name, setting];
  });
  return Object.fromEntries(read);
}
