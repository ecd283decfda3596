import { expect, test } from 'vitest';
import { runAfter, runBefore } from './sync-job.js';

const runs = ['de', 'en', 'fr'].map((store) => ({ store, runId: `run-${store}` }));
const job = { id: 'job', type: 'full', createdAt: 0, runs };

test('knows which run comes before and after that of a store', () => {
  expect([runBefore(job, 'de'), runAfter(job, 'de')?.store]).toEqual([null, 'en']);
  expect([runBefore(job, 'en')?.store, runAfter(job, 'en')?.store]).toEqual(['de', 'fr']);
  expect([runBefore(job, 'fr')?.store, runAfter(job, 'fr')]).toEqual(['en', null]);
});

test('knows none of a store that the sync is not about', () => {
  expect([runBefore(job, 'it'), runAfter(job, 'it')]).toEqual([null, null]);
});
