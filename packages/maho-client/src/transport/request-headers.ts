/** What decides the headers of every request of a client. */
export interface HeaderOptions {
  readonly storeCode?: string | undefined;
  /** `user:password` of the web server in front of the shop; the API itself ignores basic auth. */
  readonly basicAuth?: string | undefined;
  /** Sent as `X-Worker-Auth`, for a firewall rule of the shop's operator. */
  readonly workerAuth?: string | undefined;
  readonly userAgent?: string | undefined;
}

/**
 * The headers of a GET.
 *
 * The store goes into a header, never into `?store=`, which would turn public resources private. `no-cache`
 * because categories, countries and configuration are sent with `max-age=3600`: a cache in between would serve
 * them an hour old.
 */
export function requestHeaders(options: HeaderOptions): Readonly<Record<string, string>> {
  return {
    Accept: 'application/ld+json',
    'Cache-Control': 'no-cache',
    ...header('X-Store-Code', options.storeCode),
    ...header(
      'Authorization',
      options.basicAuth === undefined ? undefined : `Basic ${base64(options.basicAuth)}`,
    ),
    ...header('X-Worker-Auth', options.workerAuth),
    ...header('User-Agent', options.userAgent),
  };
}

function header(name: string, value: string | undefined): Record<string, string> {
  return value === undefined || value === '' ? {} : { [name]: value };
}

/** RFC 7617 with UTF-8, so that passwords with umlauts work. */
function base64(value: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(value)));
}
