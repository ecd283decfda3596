import type { ProbeRun } from './probe-run.ts';

export interface Environment {
  PROBE_KV: KVNamespace;
  PROBE_RUN: DurableObjectNamespace<ProbeRun>;
  PROBE_SECRET: string;
}
