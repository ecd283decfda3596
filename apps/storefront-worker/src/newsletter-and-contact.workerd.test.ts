import { beforeAll, describe, expect, test } from 'vitest';
import { backendControl } from './testing/backend-control.js';
import { newCustomer } from './testing/test-customer.js';
import { TestShopper } from './testing/test-shopper.js';
import { textOf } from './testing/text-of.js';
import { post } from './testing/worker-client.js';

beforeAll(async () => {
  expect((await post('/sync?store=en')).json).toMatchObject({ success: true });
});

/** Of a form that goes where it should. */
const landed = ({ status, headers }: { status: number; headers: Headers }) => [
  status,
  headers.get('location'),
];

describe('the newsletter', () => {
  test('is joined from the foot of a page, and joined and left from the account', async () => {
    expect((await new TestShopper().visit('/')).text).toContain('action="/newsletter"');
    const guest = await new TestShopper().submitAndFollow('/newsletter', { email: 'guest@example.com' });
    expect(textOf(guest.text)).toContain('a mail is on its way');
    const wrong = await new TestShopper().submit('/newsletter', { email: 'not-an-address' });
    expect([wrong.status, wrong.text.includes('value="not-an-address"')]).toEqual([422, true]);
    const { shopper } = await newCustomer();
    const joined = await shopper.submitAndFollow('/account/newsletter', { subscribe: '1' });
    expect(textOf(joined.text)).toContain('You get our newsletter.');
    const left = await shopper.submitAndFollow('/account/newsletter', { subscribe: '0' });
    expect(textOf(left.text)).toContain('no newsletter from us any more');
  });
});

describe('a newsletter for customers only', () => {
  test('leads guests to sign in, and customers, who stay signed in, to their account', async () => {
    await backendControl.shopSettings({ guestSubscriptions: false });
    const guest = await new TestShopper().submitAndFollow('/newsletter', { email: 'guest@example.com' });
    expect(landed(guest)).toEqual([303, '/account/sign-in?to=%2Faccount']);
    const { shopper } = await newCustomer();
    const sent = await shopper.submit('/newsletter', { email: 'mary@example.com' });
    expect(landed(sent)).toEqual([303, '/account']);
    expect((await shopper.visit('/account')).status).toBe(200);
    await backendControl.shopSettings({ guestSubscriptions: true });
  });
});

describe('the contact form', () => {
  const message = { name: 'Mary', email: 'mary@example.com', comment: 'Do you ship to Mars?' };
  const received = async () => (await backendControl.mails()).filter(({ kind }) => kind === 'contact').length;

  test.each([
    ['does not answer', { kind: 'status', status: 503 }, 503, 'The shop does not answer at the moment.'],
    ['breaks off', { kind: 'reset' }, 503, 'The shop does not answer at the moment.'],
    [
      'rejects it for a reason of its own',
      { kind: 'status', status: 400 },
      422,
      'The shop did not accept this.',
    ],
  ])('keeps what was typed when the shop %s', async (_what, fault, status, said) => {
    await backendControl.fail([{ match: 'v2/contact$', ...fault, times: 1 }]);
    const answer = await new TestShopper().submit('/contact/form', message);
    expect([answer.status, textOf(answer.text).includes(said)]).toEqual([status, true]);
    expect(answer.text).toContain('Do you ship to Mars?');
    expect(answer.text).not.toContain('127.0.0.1');
  });

  test('sends a message once', async () => {
    const before = await received();
    expect(landed(await new TestShopper().visit('/contact'))).toEqual([302, '/contact/form']);
    const sent = await new TestShopper().submitAndFollow('/contact/form', message);
    expect(textOf(sent.text)).toContain('Thank you for your message.');
    expect(await received()).toBe(before + 1);
  });

  test('thanks a robot and sends nothing', async () => {
    const before = await received();
    const sent = await new TestShopper().submit('/contact/form', {
      ...message,
      homepage: 'http://spam.example',
    });
    expect([sent.status, await received()]).toEqual([303, before]);
  });

  test('keeps what was typed when something is missing or wrong', async () => {
    const answer = await new TestShopper().submit('/contact/form', { ...message, email: 'mary' });
    expect([answer.status, answer.text.includes('Do you ship to Mars?')]).toEqual([422, true]);
    const empty = await new TestShopper().submit('/contact/form', { ...message, comment: ' ' });
    expect([empty.status, empty.text.includes('id="comment-problem"')]).toEqual([422, true]);
  });

  test.each([[{ captchaProvider: 'turnstile' }], [{ contactEnabled: false }]])(
    'is closed where the shop takes no message from here: %j',
    async (settings) => {
      const before = await received();
      await backendControl.shopSettings(settings);
      const closed = await new TestShopper().visit('/contact/form');
      const sent = await new TestShopper().submit('/contact/form', message);
      for (const { status, text } of [closed, sent]) {
        expect([status, textOf(text).includes('The contact form is closed')]).toEqual([503, true]);
        expect(text).not.toContain('name="comment"');
      }
      expect(await received()).toBe(before);
      await backendControl.shopSettings({ captchaProvider: 'none', contactEnabled: true });
    },
  );
});
