import { type Answer, KeepAliveConnection, type Server } from './keep-alive-connection.ts';
import type { ProcessTime } from './process-time.ts';
import { median } from './quantile.ts';

/** Requests to send, each connection one at a time. */
export interface Load {
  server: Server;
  /** Asked once on each connection before anything is measured, so that opening it is not. */
  warmUp: string;
  /** Paths with their queries; the load ends with them. */
  targets: Iterator<string>;
  connections: number;
  /** Of the process that answers. */
  processTime: ProcessTime | null;
  /** Says what is wrong with an answer, null for nothing. */
  complaint(answer: Answer): string | null;
}

/** What one stretch of load showed. */
export interface Sample {
  requests: number;
  wallMs: number;
  p50Ms: number;
  /** CPU time of the process that answers, all requests together; null where it cannot be known. */
  cpuMs: number | null;
}

/** @throws Error that names the first target whose answer is not what it should be. */
export async function sendLoad(load: Load): Promise<Sample> {
  const { server, targets, processTime } = load;
  const opening = Array.from({ length: load.connections }, () => KeepAliveConnection.open(server));
  const connections = await Promise.all(opening);
  try {
    for (const connection of connections) await connection.get(load.warmUp);
    const latenciesMs: number[] = [];
    const cpuBefore = processTime?.readMs() ?? 0;
    const begin = performance.now();
    await Promise.all(connections.map((connection) => keepAsking(connection, load, latenciesMs)));
    const wallMs = performance.now() - begin;
    return {
      requests: latenciesMs.length,
      wallMs,
      p50Ms: median(latenciesMs),
      cpuMs: processTime === null ? null : processTime.readMs() - cpuBefore,
    };
  } finally {
    for (const connection of connections) connection.close();
    targets.return?.();
  }
}

async function keepAsking(
  connection: KeepAliveConnection,
  { targets, complaint }: Load,
  latenciesMs: number[],
): Promise<void> {
  for (let next = targets.next(); next.done !== true; next = targets.next()) {
    const begin = performance.now();
    const answer = await connection.get(next.value);
    latenciesMs.push(performance.now() - begin);
    const problem = complaint(answer);
    if (problem !== null) throw new Error(`GET ${next.value}: ${problem}.`);
  }
}
