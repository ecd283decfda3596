import { inject } from 'vitest';

/** A shop that misbehaves, or is changed, over the demo backend's own control addresses. */
export const backendControl = {
  fail: (faults: readonly object[]) => control('PUT', '/faults', faults),
  heal: () => control('DELETE', '/faults'),
  edit: (edit: object) => control('POST', '/edit', edit),
  delay: (ms: number) => control('PUT', '/latency', { ms }),
  forgetRequests: () => control('POST', '/stats/reset'),
  stats: () => control('GET', '/stats'),
};

async function control(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${inject('backendUrl')}/_control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: Record<string, unknown> = await response.json();
  if (!response.ok) throw new Error(`The demo backend refused ${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}
