import { fingerprint, type StoreDefinition } from '@maho-storefront/kv-schema';

/** What anyone may know of a store; the address of its backend is not part of it. */
export interface PublicStore {
  code: string;
  name: string;
  url: string;
  locale?: string;
  theme?: string;
  /** Tells backends apart without naming them; absent = the deployment's. */
  backend?: string;
}

/** Names its fields one by one: what else a registry holds, secrets above all, never gets through. */
export function publicStore({ code, name, url, apiUrl, locale, theme }: StoreDefinition): PublicStore {
  return {
    code,
    name,
    url,
    ...(locale === undefined ? {} : { locale }),
    ...(theme === undefined ? {} : { theme }),
    ...(apiUrl === undefined ? {} : { backend: backendFingerprint(apiUrl) }),
  };
}

/** Stands for the address of a backend. */
export function backendFingerprint(apiUrl: string): string {
  return fingerprint(apiUrl.replace(/\/+$/, ''));
}
