import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 250;

/**
 * Syncs everything and follows it to its end.
 *
 * @param {{ workerUrl: string, secret: string, onProgress?: (report: any) => void }} sync
 * @returns {Promise<any>} the sync's answer, successful or not
 */
export async function runSync({ workerUrl, secret, onProgress = () => {} }) {
  const headers = { Authorization: `Bearer ${secret}` };
  const accepted = await askJson(`${workerUrl}/sync`, {
    method: 'POST',
    headers: { ...headers, Prefer: 'respond-async' },
  });
  for (;;) {
    const report = await askJson(`${workerUrl}/sync/runs/${accepted.run}`, { headers });
    onProgress(report);
    if (['succeeded', 'failed', 'cancelled'].includes(report.state)) return report;
    await sleep(POLL_MS);
  }
}

/** @throws Error that tells what was asked and what the answer says. */
export async function askJson(url, init = {}) {
  const response = await fetch(url, init);
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error(`${init.method ?? 'GET'} ${url} was answered ${response.status}: ${answer.message}`);
}
