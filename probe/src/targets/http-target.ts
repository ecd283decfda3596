import type { ProbeTarget } from '../probe-target.ts';

/** How a Worker is asked over HTTP. */
export const overHttp: ProbeTarget['fetch'] = (url, init) => fetch(url, init);
