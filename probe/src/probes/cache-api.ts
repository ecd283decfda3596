import { ask, nothing, valueAnswer } from '../ask.ts';
import type { Probe, ProbeTools } from '../probe-target.ts';

const ATTEMPTS = 5;
const PAUSE_MS = 1_000;

/** Whether what is put into `caches.default` is found by later requests of the same place. */
export const cacheApi: Probe = {
  name: 'caches.default',
  assumption: 'keeps pages on a custom domain; on workers.dev it does nothing, and pages are served without',
  async measure(tools) {
    const kept: string[] = [];
    let isKeptOnDomain: boolean | null = null;
    for (const origin of tools.target.origins) {
      const isKept = await keeps(tools, origin);
      kept.push(`${origin.host} ${isKept ? 'keeps' : 'does not keep'} it`);
      if (!origin.host.endsWith('.workers.dev')) isKeptOnDomain = isKept;
    }
    return { measured: kept.join(', '), holds: isKeptOnDomain };
  },
};

async function keeps({ target, newKey, sleep }: ProbeTools, origin: URL): Promise<boolean> {
  const key = newKey();
  await ask(target, { method: 'PUT', path: '/cache', query: { key, value: 'kept' }, origin }, nothing);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const question = { method: 'GET', path: '/cache', query: { key }, origin } as const;
    if ((await ask(target, question, valueAnswer)).value === 'kept') return true;
    await sleep(PAUSE_MS);
  }
  return false;
}
