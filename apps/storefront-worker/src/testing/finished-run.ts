import { call } from './worker-client.js';

/** Asks `GET /sync/runs/{id}` until the sync has ended; alarms run in real time here. */
export async function finishedRun(id: unknown): Promise<Record<string, unknown>> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { json } = await call(`/sync/runs/${String(id)}`);
    if (json.state !== 'queued' && json.state !== 'running') return json;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The sync ${String(id)} did not end within 20 s.`);
}
