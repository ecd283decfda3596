import { availableParallelism, loadavg, totalmem } from 'node:os';

const BYTES_PER_GIB = 2 ** 30;

/** Where and when something was measured. */
export interface Machine {
  date: string;
  node: string;
  cores: number;
  memoryGiB: number;
  /** Above 0 before anything has begun: others use the machine, and wall times say less. */
  loadBefore: number;
}

export function thisMachine(): Machine {
  return {
    date: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / BYTES_PER_GIB),
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** @example "2026-11-23T10:00:00.000Z  Node v22.23.3, 2 cores, 24 GiB, load 0.1 before" */
export function machineLine({ date, node, cores, memoryGiB, loadBefore }: Machine): string {
  return `${date}  Node ${node}, ${cores} cores, ${memoryGiB} GiB, load ${loadBefore.toFixed(1)} before`;
}
