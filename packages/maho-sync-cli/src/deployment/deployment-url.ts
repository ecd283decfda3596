import { UsageError } from '../usage-error.js';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The address of the deployment.
 *
 * @throws UsageError for none, for what is no http address, and for plain http to another machine, over which the
 * secret would be sent for all to read.
 */
export function deploymentUrl(text: string, isInsecure: boolean): URL {
  if (text === '') throw new UsageError('Which deployment? Name it with --url, or set MAHO_STOREFRONT_URL.');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`"${text}" is no address such as https://shop.example.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('The address must hold no user or password.');
  }
  if (url.protocol === 'https:' || isInsecure || LOOPBACK.test(url.hostname)) return url;
  throw new UsageError(
    `Over ${url.origin} the secret would be readable on its way. Use https, or --insecure if you know better.`,
  );
}
