import { expect, test } from 'vitest';
import { BackendBusyError } from './backend-busy-error.js';
import type { Admission } from './lookup-desk.js';
import { LookupGate } from './lookup-gate.js';

function scene(admissions: Admission[]) {
  const asked: string[] = [];
  const ended: string[] = [];
  const permits = {
    admitLookup: async (kind: string) => {
      asked.push(kind);
      return admissions.shift() ?? { id: 'more' };
    },
    endLookup: async (id: string) => {
      ended.push(id);
    },
  };
  const clock = { ms: 0 };
  const gate = new LookupGate({ now: () => clock.ms, defer: () => {} });
  return { asked, ended, permits, clock, gate };
}

test('runs what is admitted and gives the admission back, also when it fails', async () => {
  const { gate, permits, ended } = scene([{ id: 'a' }, { id: 'b' }]);
  expect(await gate.run(permits, 'search', async () => 'found')).toBe('found');
  await expect(gate.run(permits, 'search', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(ended).toEqual(['a', 'b']);
});

test('asks nobody while the deployment has said that there is nothing left', async () => {
  const { gate, permits, asked, clock } = scene([{ retryAfterMs: 1_000 }]);
  const run = () => gate.run(permits, 'path', async () => 'found');
  await expect(run()).rejects.toThrow(BackendBusyError);
  clock.ms = 999;
  await expect(run()).rejects.toMatchObject({ code: 'backend_busy', retryAfterS: 1 });
  expect(asked).toEqual(['path']);
  expect(await gate.run(permits, 'search', async () => 'found')).toBe('found');
  clock.ms = 1_000;
  expect(await run()).toBe('found');
});
