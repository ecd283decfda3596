import { expect, test } from 'vitest';
import { probePlan } from './probe-plan.ts';

const account = { CLOUDFLARE_API_TOKEN: 'token', CLOUDFLARE_ACCOUNT_ID: 'account' };

test('skips itself without an account, and says what to set', () => {
  expect(probePlan([], {})).toEqual({
    kind: 'skipped',
    reason: expect.stringMatching(
      /^Skipped: CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID are not set\..*PROBE_DOMAIN/,
    ),
  });
  expect(probePlan([], { ...account, CLOUDFLARE_API_TOKEN: ' ' })).toMatchObject({
    reason: expect.stringContaining('CLOUDFLARE_API_TOKEN is not set'),
  });
});

test('probes an account, on a domain of its own where there is one', () => {
  expect(probePlan([], account)).toEqual({ kind: 'deployed', domain: null, isKept: false });
  expect(probePlan(['--keep'], { ...account, PROBE_DOMAIN: 'probe.shop.example' })).toEqual({
    kind: 'deployed',
    domain: 'probe.shop.example',
    isKept: true,
  });
});

test('needs no account for the local runtime, and knows no other flags', () => {
  expect(probePlan(['--local'], {})).toEqual({ kind: 'local' });
  expect(() => probePlan(['--fast'], {})).toThrow(/--fast/);
});
