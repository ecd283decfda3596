import { afterEach, expect, test, vi } from 'vitest';
import { logSyncFault } from './log-sync-fault.js';

afterEach(() => vi.restoreAllMocks());

function logged(error: unknown): Record<string, unknown> {
  const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => {});
  logSyncFault({ store: 'en', run: 'r1', stage: 'cms-pages', error }, ['maho:hunter22', null]);
  expect(console).toHaveBeenCalledOnce();
  return JSON.parse(String(console.mock.calls[0]?.[0]));
}

test('logs where it happened, with the stack', () => {
  expect(logged(new TypeError('row is undefined'))).toEqual({
    event: 'sync_fault',
    store: 'en',
    run: 'r1',
    stage: 'cms-pages',
    reason: 'TypeError: row is undefined',
    stack: expect.stringContaining('log-sync-fault.test.ts'),
  });
});

test('never logs what the sync signs in with', () => {
  const { reason, stack } = logged(new Error('cannot read https://maho:hunter22@shop.example'));
  expect(reason).toBe('Error: cannot read https://***@shop.example');
  expect(stack).not.toContain('hunter22');
});

test('logs what was thrown and is no error', () => {
  expect(logged('a text')).toMatchObject({ reason: 'a text', stack: null });
});
