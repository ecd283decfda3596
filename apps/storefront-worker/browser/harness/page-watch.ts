import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';

/** How a request ends that its own page gave up, because the shopper went on before a picture was there. */
const GIVEN_UP = 'net::ERR_ABORTED';

/**
 * Takes down everything a shopper's browser has to complain about in a page: script errors, console errors (which
 * is also where Chromium reports violations of the Content-Security-Policy), requests that failed or were answered
 * with an error, and requests to anybody but the shop.
 */
export class PageWatch {
  readonly complaints: string[] = [];
  readonly #ownHosts: ReadonlySet<string>;

  /** @param ownHosts host and port of the shop and its backend. */
  constructor(page: Page, ownHosts: ReadonlySet<string>) {
    this.#ownHosts = ownHosts;
    page.on('console', (message) => this.#hear(message));
    page.on('pageerror', (error) => this.complaints.push(`script error: ${error.message}`));
    page.on('request', (request) => this.#checkHost(request));
    page.on('requestfailed', (request) => this.#noteFailure(request));
    page.on('response', (response) => this.#checkStatus(response));
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() === 'error' || message.type() === 'warning')
      this.complaints.push(`console ${message.type()}: ${message.text()}`);
  }

  #checkHost(request: Request): void {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && !this.#ownHosts.has(host))
      this.complaints.push(`request to another host: ${request.url()}`);
  }

  #noteFailure(request: Request): void {
    const reason = request.failure()?.errorText ?? 'no reason given';
    if (reason !== GIVEN_UP) this.complaints.push(`failed request: ${request.url()} (${reason})`);
  }

  #checkStatus(response: Response): void {
    if (response.status() >= 400) this.complaints.push(`answered ${response.status()}: ${response.url()}`);
  }
}
