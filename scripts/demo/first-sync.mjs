import { setTimeout as sleep } from 'node:timers/promises';
import { ProgressDisplay } from './progress-display.mjs';

const POLL_MS = 250;

/**
 * Syncs everything and shows how far it is.
 *
 * @param {{ workerUrl: string, backendUrl: string, secret: string, out: NodeJS.WriteStream }} demo
 * @returns the sync's answer
 */
export async function firstSync({ workerUrl, backendUrl, secret, out }) {
  const headers = { Authorization: `Bearer ${secret}` };
  const accepted = await askJson(`${workerUrl}/sync`, {
    method: 'POST',
    headers: { ...headers, Prefer: 'respond-async' },
  });
  const display = new ProgressDisplay(out, await listedProducts(backendUrl));
  for (;;) {
    const report = await askJson(`${workerUrl}/sync/runs/${accepted.run}`, { headers });
    display.show(report);
    if (['succeeded', 'failed', 'cancelled'].includes(report.state)) {
      display.end();
      return report;
    }
    await sleep(POLL_MS);
  }
}

async function listedProducts(backendUrl) {
  const { stores } = await askJson(`${backendUrl}/_control/catalogue/summary`, {});
  return stores.reduce((sum, { listedProducts }) => sum + listedProducts, 0);
}

async function askJson(url, init) {
  const response = await fetch(url, init);
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(`${init.method ?? 'GET'} ${url} was answered ${response.status}: ${answer.message}`);
}
