import { ProgressDisplay } from './progress-display.mjs';
import { askJson, runSync } from './sync-run.mjs';

/**
 * Syncs everything and shows how far it is.
 *
 * @param {{ workerUrl: string, backendUrl: string, secret: string, out: NodeJS.WriteStream }} demo
 * @returns the sync's answer
 */
export async function firstSync({ workerUrl, backendUrl, secret, out }) {
  const display = new ProgressDisplay(out, await listedProducts(backendUrl));
  const answer = await runSync({ workerUrl, secret, onProgress: (report) => display.show(report) });
  display.end();
  return answer;
}

async function listedProducts(backendUrl) {
  const { stores } = await askJson(`${backendUrl}/_control/catalogue/summary`);
  return stores.reduce((sum, { listedProducts }) => sum + listedProducts, 0);
}
