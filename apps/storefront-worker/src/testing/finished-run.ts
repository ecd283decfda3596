import { call } from './worker-client.js';

const INTERVAL_MS = 100;

/** Asks `GET /sync/runs/{id}` until the sync has ended; alarms run in real time here. */
export async function finishedRun(id: unknown, patienceMs = 20_000): Promise<Record<string, unknown>> {
  for (let waited = 0; waited < patienceMs; waited += INTERVAL_MS) {
    const { json } = await call(`/sync/runs/${String(id)}`);
    if (json.state !== 'queued' && json.state !== 'running') return json;
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
  throw new Error(`The sync ${String(id)} did not end within ${patienceMs / 1_000} s.`);
}
