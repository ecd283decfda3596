declare global {
  interface Window {
    /** GA4's queue, which the shop's own tag reads. */
    dataLayer?: unknown[];
    /** Set by the shop's own consent banner: nothing is told unless it is `granted`. */
    shopConsent?: unknown;
  }
}

/** An event and what it is about; see `src/analytics/shop-event.ts`. */
export interface LayerEvent {
  event: string;
  ecommerce: object;
}

/** What happened on this page before the shopper was asked, or answered. */
let waiting: LayerEvent[] = [];

/**
 * Tells the shop's own measuring what the shopper did. It is held back until `window.shopConsent` is `granted`: a
 * banner that changes it says so by the event `consent-changed` on `window`. Refused, or left, it is forgotten.
 */
export function pushEvent(event: LayerEvent): void {
  waiting.push(event);
  tellWaiting();
}

/** Tells what opening the page stands for, and from then on listens to the banner. */
export function tellPageEvents(): void {
  window.addEventListener('consent-changed', tellWaiting);
  for (const { textContent } of document.querySelectorAll('[data-layer-event]')) {
    const event = parseLayerEvent(textContent);
    if (event !== null) pushEvent(event);
  }
}

/** An event from JSON; null for what is none. */
export function parseLayerEvent(json: string): LayerEvent | null {
  return layerEvent(JSON.parse(json));
}

/** The same, of what was parsed already. */
export function layerEvent(value: unknown): LayerEvent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { event, ecommerce }: { event?: unknown; ecommerce?: unknown } = value;
  if (typeof event !== 'string' || typeof ecommerce !== 'object' || ecommerce === null) return null;
  return { event, ecommerce };
}

function tellWaiting(): void {
  if (window.shopConsent === undefined) return;
  const told = window.shopConsent === 'granted' ? waiting : [];
  waiting = [];
  for (const event of told) {
    window.dataLayer ??= [];
    // GA4 merges what it is told: without the null, items of the last event would be in this one.
    window.dataLayer.push({ ecommerce: null }, event);
  }
}
