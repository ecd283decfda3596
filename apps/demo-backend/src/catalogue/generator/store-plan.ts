import type { JsonObject } from '../../json.js';
import { COUNTRY_CODES } from '../country-codes.js';
import { HOST_PLACEHOLDER, type Language, type StoreView } from '../store-view.js';

interface Preset {
  readonly code: string;
  readonly name: string;
  readonly website: number;
  readonly root: number;
  readonly locale: string;
  readonly language: Language;
  readonly timezone: string;
  readonly currency: string;
  readonly symbol: string;
  readonly factor: number;
}

/** Websites: `de` and `at` share one; `uk` is the only store with a root category of its own. */
const PRESETS: readonly Preset[] = [
  preset('en', 'English', 1, 2, 'en_US', 'America/New_York', 'USD $', 1),
  preset('de', 'Deutsch', 2, 2, 'de_DE', 'Europe/Berlin', 'EUR €', 0.9),
  preset('uk', 'United Kingdom', 3, 3, 'en_GB', 'Europe/London', 'GBP £', 0.8),
  preset('at', 'Österreich', 2, 2, 'de_AT', 'Europe/Vienna', 'EUR €', 0.92),
  preset('au', 'Australia', 4, 2, 'en_AU', 'Australia/Sydney', 'AUD A$', 1.5),
  preset('ch', 'Schweiz', 5, 2, 'de_CH', 'Europe/Zurich', 'CHF CHF', 0.88),
];

function preset(
  code: string,
  name: string,
  website: number,
  root: number,
  locale: string,
  timezone: string,
  money: string,
  factor: number,
): Preset {
  const [currency = 'USD', symbol = '$'] = money.split(' ');
  const language = locale.startsWith('de') ? 'de' : 'en';
  return { code, name, website, root, locale, language, timezone, currency, symbol, factor };
}

/** The first `count` store views; beyond the presets they are English ones on websites of their own. */
export function planStores(count: number): StoreView[] {
  return Array.from({ length: count }, (_, n) => {
    const known = PRESETS[n];
    return storeView(
      n + 1,
      known ?? preset(`s${n + 1}`, `Store ${n + 1}`, n + 1, 2, 'en_US', 'UTC', 'USD $', 1),
    );
  });
}

function storeView(id: number, from: Preset): StoreView {
  return {
    id,
    code: from.code,
    name: from.name,
    websiteId: from.website,
    groupId: from.website,
    groupName: from.website === 1 ? 'Main Store' : `${from.name} Store`,
    rootCategoryId: from.root,
    isActive: true,
    locale: from.locale,
    language: from.language,
    timezone: from.timezone,
    baseCurrency: from.currency,
    defaultCurrency: from.currency,
    currencies: currenciesOf(from),
    priceFactor: from.factor,
    config: configOf(from),
  };
}

function currenciesOf(from: Preset) {
  const own = { code: from.currency, symbol: from.symbol, exchangeRate: 1 };
  return from.currency === 'USD' ? [own, { code: 'EUR', symbol: '€', exchangeRate: 0.9 }] : [own];
}

function configOf(from: Preset): JsonObject {
  return {
    id: from.code,
    storeCode: from.code,
    storeName: from.language === 'de' ? 'Maho Musterladen' : 'Maho Demo Shop',
    baseCurrencyCode: from.currency,
    defaultDisplayCurrencyCode: from.currency,
    locale: from.locale,
    timezone: from.timezone,
    weightUnit: from.locale === 'en_US' ? 'lbs' : 'kgs',
    baseUrl: `${HOST_PLACEHOLDER}/`,
    baseMediaUrl: `${HOST_PLACEHOLDER}/media/`,
    allowedCountries: COUNTRY_CODES.map((country) => country.iso2),
    isGuestCheckoutAllowed: true,
    newsletterEnabled: true,
    wishlistEnabled: true,
    reviewsEnabled: true,
    logoUrl: `${HOST_PLACEHOLDER}/media/logo/logo.svg`,
    logoAlt: 'Maho Demo Shop',
    defaultTitle: from.language === 'de' ? 'Maho Musterladen' : 'Maho Demo Shop',
    defaultDescription:
      from.language === 'de' ? 'Schöne Dinge für jeden Tag' : 'Well-made things for every day',
    cmsHomePage: 'home',
  };
}
