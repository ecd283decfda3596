import { describe, expect, test } from 'vitest';
import { HostedPage } from './hosted-page.js';
import { PaymentError } from './payment-error.js';

const settings = { url: 'https://pay.example/v1', secret: 'only-we-know', methods: ['card'] };

const intent = {
  reference: 'r-1',
  amount: 26.8,
  currency: 'EUR',
  email: undefined,
  returnUrl: 'https://shop.example/checkout/payment/return?payment=r-1',
};

/** A service that answers everything alike, and what it was asked. */
function serviceOf(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const page = new HostedPage(settings, async (url, init) => {
    asked.push({ url, init });
    return answer();
  });
  return { page, asked };
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });

test('a payment is begun with what is to be paid, and with our secret', async () => {
  const { page, asked } = serviceOf(json({ id: 'p/1', page: 'https://pay.example/p/1' }));
  expect(await page.begin(intent)).toEqual({ id: 'p/1', page: 'https://pay.example/p/1' });
  const [request] = asked;
  expect([request?.url, request?.init.method]).toEqual(['https://pay.example/v1/payments', 'POST']);
  expect(new Headers(request?.init.headers).get('authorization')).toBe('Bearer only-we-know');
  expect(JSON.parse(String(request?.init.body))).toEqual(JSON.parse(JSON.stringify(intent)));
});

test('an id of the service cannot lead to another of its addresses', async () => {
  const { page, asked } = serviceOf(json({ state: 'open' }));
  await page.state('../accounts');
  await page.cancel('a/../b');
  expect(asked.map(({ url }) => url)).toEqual([
    'https://pay.example/v1/payments/..%2Faccounts',
    'https://pay.example/v1/payments/a%2F..%2Fb/cancel',
  ]);
});

describe('what is no promised answer is an error that names the call, and never the secret', () => {
  test.each<[string, () => Response | Promise<Response>]>([
    ['an error', json({ error: 'down' }, 503)],
    ['a page', () => new Response('<h1>Hello</h1>')],
    ['another state', json({ state: 'paid' })],
    ['money without an amount', json({ state: 'authorised', currency: 'EUR' })],
    ['an amount that is a text', json({ state: 'authorised', amount: '26.8', currency: 'EUR' })],
    ['nothing', () => Promise.reject(new TypeError('fetch failed'))],
  ])('%s', async (_what, answer) => {
    const failure: unknown = await serviceOf(answer)
      .page.state('p-1')
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PaymentError);
    expect(String(failure)).toContain('GET https://pay.example/v1/payments/p-1');
    expect(String(failure)).not.toContain('only-we-know');
  });

  test.each(['javascript:alert(1)', '/p/1', ''])('the page %j', async (address) => {
    const { page } = serviceOf(json({ id: 'p-1', page: address }));
    await expect(page.begin(intent)).rejects.toThrow(PaymentError);
  });
});
