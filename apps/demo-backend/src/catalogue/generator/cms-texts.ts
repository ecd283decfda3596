import { LANDING_BLOCK_ID } from './generate-categories.js';

interface Text {
  readonly title: string;
  readonly content: string;
}

/** A CMS page or block in both languages; `{host}` stands for the backend's own host. */
export interface LocalText {
  /** Fixed where a category refers to it. */
  readonly id?: number;
  readonly identifier: string;
  readonly en: Text;
  readonly de: Text;
  readonly heading?: { readonly en: string; readonly de: string };
  readonly disabled?: boolean;
  readonly isPage?: boolean;
}

function text(
  identifier: string,
  en: readonly [string, string],
  de: readonly [string, string],
  more: Partial<LocalText> = {},
): LocalText {
  return {
    identifier,
    en: { title: en[0], content: en[1] },
    de: { title: de[0], content: de[1] },
    ...more,
  };
}

export const CMS_PAGES: readonly LocalText[] = [
  text(
    'no-route',
    [
      '404 Not Found',
      '<p>The page you asked for is not here.</p><p><a href="{host}/">Back to the shop</a></p>',
    ],
    [
      '404 Nicht gefunden',
      '<p>Diese Seite gibt es hier nicht.</p><p><a href="{host}/">Zurück zum Laden</a></p>',
    ],
  ),
  text(
    'home',
    [
      'Well-made things for every day',
      '<div class="hero"><h2>The new season is quiet, warm and made to last</h2>' +
        '<p>Small batches from makers we know by name. <a href="{host}/women.html">See what is new</a></p>' +
        '<img src="{host}/media/wysiwyg/hero.svg" alt="A table set for breakfast" /></div>' +
        '<p>Free delivery from $80, thirty days to think it over, repairs for two years.</p>',
    ],
    [
      'Schöne Dinge für jeden Tag',
      '<div class="hero"><h2>Die neue Saison ist ruhig, warm und bleibt lange</h2>' +
        '<p>Kleine Serien von Werkstätten, die wir kennen. <a href="{host}/women.html">Zum Neuen</a></p>' +
        '<img src="{host}/media/wysiwyg/hero.svg" alt="Ein gedeckter Frühstückstisch" /></div>' +
        '<p>Versandfrei ab 80 €, dreißig Tage Bedenkzeit, zwei Jahre Reparatur.</p>',
    ],
  ),
  text(
    'about',
    [
      'About us',
      '<p>We started with one table at a market. Today forty workshops send us what they make best, and we still ' +
        'unpack every box ourselves.</p><p>Questions? <a href="{host}/customer-service/">Write to us.</a></p>',
    ],
    [
      'Über uns',
      '<p>Angefangen haben wir mit einem Tisch auf dem Markt. Heute schicken uns vierzig Werkstätten, was sie am ' +
        'besten können, und jede Kiste packen wir noch selbst aus.</p>',
    ],
    { heading: { en: 'Who we are', de: 'Wer wir sind' } },
  ),
  text(
    'customer-service',
    [
      'Customer service',
      '<h3>Delivery</h3><p>Two to four working days.</p><h3>Returns</h3>' +
        '<p>See <a href="{host}/customer-service/returns">how to return something</a>.</p>',
    ],
    [
      'Kundenservice',
      '<h3>Lieferung</h3><p>Zwei bis vier Werktage.</p><h3>Rückgabe</h3>' +
        '<p>Siehe <a href="{host}/customer-service/returns">wie die Rückgabe geht</a>.</p>',
    ],
    { heading: { en: 'How can we help?', de: 'Wie können wir helfen?' } },
  ),
  text(
    'customer-service/returns',
    [
      'Returns',
      '<p>Thirty days, no questions. Put the slip into the parcel and hand it to any post office.</p>',
    ],
    ['Rückgabe', '<p>Dreißig Tage, ohne Fragen. Zettel ins Paket legen und bei der Post abgeben.</p>'],
  ),
  text(
    'privacy-policy',
    [
      'Privacy policy',
      '<p>We keep what an order needs, for as long as the law asks, and sell nothing to anyone.</p>',
    ],
    ['Datenschutz', '<p>Wir speichern, was eine Bestellung braucht, so lange das Gesetz es verlangt.</p>'],
  ),
  text(
    'enable-cookies',
    ['Enable cookies', '<p>The cart needs a cookie to remember you.</p>'],
    ['Cookies einschalten', '<p>Der Warenkorb braucht ein Cookie, um Sie wiederzuerkennen.</p>'],
  ),
  text(
    'service-unavailable',
    ['503 Service Unavailable', '<p>We will be back in a few minutes.</p>'],
    ['503 Nicht erreichbar', '<p>Wir sind in wenigen Minuten zurück.</p>'],
  ),
  text('spring-sale', ['Spring sale', '<p>Not yet.</p>'], ['Frühlingsangebote', '<p>Noch nicht.</p>'], {
    disabled: true,
  }),
];

export const CMS_BLOCKS: readonly LocalText[] = [
  text(
    'category-landing',
    [
      'Category landing',
      '<div class="landing"><h2>Made for the way you live</h2><img src="{host}/media/wysiwyg/landing.svg" alt="" />' +
        '<p>Our buyers’ choice of the month.</p></div>',
    ],
    [
      'Kategorieseite',
      '<div class="landing"><h2>Für Ihr Leben gemacht</h2><img src="{host}/media/wysiwyg/landing.svg" alt="" />' +
        '<p>Die Auswahl des Monats.</p></div>',
    ],
    { id: LANDING_BLOCK_ID },
  ),
  // Two identifiers of which one contains the other: `?identifier=` finds both.
  text(
    'footer_links',
    [
      'Footer links',
      '<ul><li><a href="{host}/about">About us</a></li><li><a href="{host}/customer-service">Help</a></li></ul>',
    ],
    [
      'Fußzeile',
      '<ul><li><a href="{host}/about">Über uns</a></li><li><a href="{host}/customer-service">Hilfe</a></li></ul>',
    ],
  ),
  text(
    'footer_links_company',
    ['Footer links: company', '<ul><li><a href="{host}/privacy-policy">Privacy</a></li></ul>'],
    ['Fußzeile: Firma', '<ul><li><a href="{host}/privacy-policy">Datenschutz</a></li></ul>'],
  ),
  text(
    'usp-bar',
    ['Promises', '<p>Free delivery from $80 &middot; 30 days returns &middot; Repairs for two years</p>'],
    ['Versprechen', '<p>Versandfrei ab 80 € &middot; 30 Tage Rückgabe &middot; Zwei Jahre Reparatur</p>'],
  ),
  text('winter-banner', ['Winter banner', '<p>Over.</p>'], ['Winterbanner', '<p>Vorbei.</p>'], {
    disabled: true,
  }),
];
