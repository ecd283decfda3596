import { UsageError } from '../usage-error.js';

/** What a fill is done with. */
export interface FillSettings {
  mahoApiUrl: string;
  basicAuth: string | undefined;
  workerAuth: string | undefined;
  accountId: string;
  namespaceId: string;
  apiToken: string;
  /** Of Cloudflare's API; its own where absent. */
  apiUrl: string | undefined;
}

/**
 * Reads the settings from the environment. The names of the backend's are the Worker's, those of Cloudflare's are
 * wrangler's.
 *
 * @throws UsageError that names all that is missing.
 */
export function fillSettings(environment: Readonly<Record<string, string | undefined>>): FillSettings {
  const missing: string[] = [];
  const optional = (name: string) => environment[name]?.trim() || undefined;
  const required = (name: string) => {
    const value = optional(name);
    if (value === undefined) missing.push(name);
    return value ?? '';
  };
  const settings = {
    mahoApiUrl: required('MAHO_API_URL'),
    basicAuth: optional('MAHO_API_BASIC_AUTH'),
    workerAuth: optional('WORKER_AUTH'),
    accountId: required('CLOUDFLARE_ACCOUNT_ID'),
    namespaceId: required('CLOUDFLARE_KV_NAMESPACE_ID'),
    apiToken: required('CLOUDFLARE_API_TOKEN'),
    apiUrl: optional('CLOUDFLARE_API_BASE_URL'),
  };
  if (missing.length === 0) return settings;
  throw new UsageError(`"fill" needs ${missing.join(', ')} in the environment.`);
}
