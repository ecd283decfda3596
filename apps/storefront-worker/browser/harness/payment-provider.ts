import { serve } from '@maho-storefront/demo-backend';
import { PAYMENT_PAGE_PATH, PAYMENT_PAGE_SECRET, paymentPage } from '../../src/testing/payment-page.js';

/** Code of the method that is paid on the provider's page. */
export const HOSTED_METHOD = 'hostedcard';

/** Starts the stand-in for a payment provider, with a page of its own. */
export async function startPaymentProvider(): Promise<{
  url: string;
  /** Of a Worker that lets its shoppers pay there. */
  variables: Record<string, string>;
  stop: () => Promise<void>;
}> {
  const handle = paymentPage();
  const server = await serve(
    async (request) => (await handle(request)) ?? new Response('Not found', { status: 404 }),
    0,
    (error) => process.stderr.write(`payment provider: ${String(error)}\n`),
  );
  return {
    url: server.url,
    variables: {
      HOSTED_PAYMENT_URL: server.url + PAYMENT_PAGE_PATH,
      HOSTED_PAYMENT_SECRET: PAYMENT_PAGE_SECRET,
      HOSTED_PAYMENT_METHODS: HOSTED_METHOD,
    },
    stop: () => server.close(),
  };
}
