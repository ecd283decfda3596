import type { RenderedPage } from '@maho-storefront/edge-cache';
import { MahoApiError } from '@maho-storefront/maho-client';
import { BackendBusyError } from '../deployment/backend-busy-error.js';
import { logError } from '../log.js';
import type { Shop } from '../pages/shop.js';
import type { BackendLookup } from './catalog-search.js';
import { searchSuggestions } from './search-suggestions.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** The suggestions for what is typed, as JSON; errors too, without a word of where the backend is. */
export async function suggestionsPage(
  backend: BackendLookup,
  shop: Shop,
  parameters: URLSearchParams,
): Promise<RenderedPage> {
  try {
    const suggestions = await searchSuggestions(backend, shop, parameters);
    return { ...json({ suggestions }), askedBackend: true };
  } catch (error) {
    if (error instanceof BackendBusyError) {
      const answer = json(
        { error: error.code, message: error.message },
        { 'Retry-After': `${error.retryAfterS}` },
      );
      return { ...answer, status: 503 };
    }
    if (!(error instanceof MahoApiError)) throw error;
    logError('suggestions_failed', { store: shop.store.code, reason: String(error) });
    const answer = json({
      error: 'backend_failed',
      message: 'The search does not answer. Try again shortly.',
    });
    return { ...answer, status: 502 };
  }
}

function json(value: object, headers: Readonly<Record<string, string>> = {}): RenderedPage {
  return {
    headers: Object.entries({ 'Content-Type': 'application/json', ...SECURITY_HEADERS, ...headers }),
    body: JSON.stringify(value),
  };
}
