import type { Probe } from './probe-target.ts';
import { cacheApi } from './probes/cache-api.ts';
import { deployMidRun } from './probes/deploy-mid-run.ts';
import { cachedMisses, kvLag } from './probes/kv-lag.ts';
import { operationLimit } from './probes/operation-limit.ts';
import { writeRate } from './probes/write-rate.ts';

/** The quick ones first. */
export const allProbes: readonly Probe[] = [
  operationLimit,
  writeRate,
  cacheApi,
  deployMidRun,
  cachedMisses,
  kvLag,
];
