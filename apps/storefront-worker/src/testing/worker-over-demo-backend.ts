import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { PAYMENT_PAGE_PATH, PAYMENT_PAGE_SECRET } from './payment-page.js';
import { TEST_SYNC_SECRET } from './test-secret.js';

/** Runs tests in workerd, with the Worker's bindings over the demo backend that the global set-up has started. */
export function workerOverDemoBackend() {
  return cloudflareTest(({ inject }) => ({
    wrangler: { configPath: './wrangler.jsonc' },
    miniflare: {
      cf: false,
      bindings: {
        MAHO_API_URL: inject('backendUrl'),
        SYNC_SECRET: TEST_SYNC_SECRET,
        HOSTED_PAYMENT_URL: inject('backendUrl') + PAYMENT_PAGE_PATH,
        HOSTED_PAYMENT_SECRET: PAYMENT_PAGE_SECRET,
        HOSTED_PAYMENT_METHODS: 'hostedcard',
      },
    },
  }));
}
