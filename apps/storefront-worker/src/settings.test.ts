import { expect, test } from 'vitest';
import { readSettings } from './settings.js';

test('takes empty variables for ones that are not set, and guards itself as in production', () => {
  expect(readSettings({ MAHO_API_URL: '', STORES: '', SYNC_SECRET: '', ENVIRONMENT: '' })).toEqual({
    mahoApiUrl: null,
    syncSecret: '',
    stores: null,
    environment: 'production',
    plan: 'paid',
    basicAuth: null,
    workerAuth: null,
    pulseOnEverySync: false,
    syncWaitMs: 90_000,
    changesCron: '',
    pulseMemoMs: 2_000,
    pageMemoryBytes: 16 * 1024 * 1024,
    hasImageResizing: false,
    hasDataLayer: false,
    placeOrderTimeoutMs: 30_000,
    hostedPayment: null,
  });
});

test.each([
  ['text', '[{"code":"en"}]'],
  ['an array', [{ code: 'en' }]],
])('reads STORES as %s, and fills in the name', (_form, STORES) => {
  expect(readSettings({ STORES }).stores).toEqual([{ code: 'en', name: 'en', url: '' }]);
});

test('prefers STORES to its former name', () => {
  const variables = { STORES: '[{"code":"new"}]', DEMO_STORES: '[{"code":"old"}]' };
  expect(readSettings(variables).stores).toMatchObject([{ code: 'new' }]);
  expect(readSettings({ ...variables, STORES: '' }).stores).toMatchObject([{ code: 'old' }]);
});

test('keeps no secret that a store in STORES may have been given', () => {
  const { stores } = readSettings({ STORES: '[{"code":"en","secret":"hidden"}]' });
  expect(JSON.stringify(stores)).not.toContain('hidden');
});

test.each([
  ['MAHO_API_URL', 'ftp://shop.example'],
  ['STORES', 'not json: topsecret'],
  ['STORES', '[{"name":"no code topsecret"}]'],
  ['PLAN', 'topsecret'],
  ['SYNC_WAIT_S', '600'],
  ['PULSE_ON_EVERY_SYNC', 'perhaps'],
])('names %s when it is wrong, without its value', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(new RegExp(name));
  expect(() => readSettings({ [name]: value })).toThrow(/^((?!topsecret).)*$/s);
});
